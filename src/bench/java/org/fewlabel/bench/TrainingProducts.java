package org.fewlabel.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Layer;

/**
 * The matrix products of a training step by themselves: the speed limit of the step if nothing else took time.
 */
final class TrainingProducts {

    private static final double GIGA = 1e9;

    private static final int ROWS = 256;

    private static final int IMAGES = 4;

    /** A product, and how often a step has it. */
    private record Product(boolean transposeA, boolean transposeB, int m, int n, int k, int times) {
        double flop() {
            return 2.0 * m * n * k * times;
        }
    }

    private TrainingProducts() {
    }

    /** @return the 10⁹ operations of a step, and how many 10⁹ of them one thread does in a second */
    static double[] measure(final TrainingCase what) {
        final var products = of(what);
        var flop = 0.0;
        var seconds = 0.0;
        for (final var product : products) {
            flop += product.flop();
            seconds += product.times() * seconds(product);
        }
        return new double[]{flop / GIGA, flop / seconds / GIGA};
    }

    private static List<Product> of(final TrainingCase what) {
        final var rows = 2 * what.items();
        final var block = Math.min(rows, ROWS);
        final var layers = new ArrayList<>(what.network().body());
        layers.addAll(what.network().head());
        final var products = new ArrayList<Product>();
        var width = what.network().input().width();
        for (final var layer : layers) {
            if (layer instanceof Layer.Dense dense) {
                products.add(new Product(false, false, block, dense.units(), width, rows / block));
                products.add(new Product(true, false, width, dense.units(), rows, 1));
                if (products.size() > 2) { // the first layer needs no gradient of what it takes
                    products.add(new Product(false, true, block, width, dense.units(), rows / block));
                }
            } else if (layer instanceof Layer.Convolution c) {
                final var places = IMAGES * c.in().height() * c.in().width();
                final var taps = c.size() * c.size();
                final var times = rows / IMAGES;
                products.add(new Product(false, false, places, c.filters(), taps * c.in().channels(), times));
                products.add(new Product(true, false, taps * c.in().channels(), c.filters(), places, times));
                if (products.size() > 2) {
                    products.add(new Product(false, false, places, c.in().channels(), taps * c.filters(), times));
                }
            }
            width = layer.widthAfter(width);
        }
        products.add(new Product(false, true, rows, rows, width, 1));
        products.add(new Product(false, false, rows, width, rows, 1));
        return products;
    }

    private static double seconds(final Product p) {
        final var gemm = Gemm.here(Progress.NONE);
        final var a = Blas.floats(p.m() * p.k());
        final var b = Blas.floats(p.k() * p.n());
        final var c = Blas.floats(p.m() * p.n());
        final var repeats = (int)(GIGA / p.flop() * p.times()) + 1;
        var least = Double.POSITIVE_INFINITY;
        for (var round = 0; round < 5; round++) {
            final var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (var i = 0; i < repeats; i++) {
                gemm.multiply(p.transposeA(), p.transposeB(), p.m(), p.n(), p.k(), a, p.transposeA() ? p.m() : p.k(), b,
                    p.transposeB() ? p.k() : p.n(), 0, c, p.n());
            }
            least = Math.min(least,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / GIGA / repeats);
        }
        return least;
    }
}
