package org.fewlabel.learn.encode;

import java.util.function.Supplier;

import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.blas.BlasEngine;

/** Combines two engines: the first computes what it supports, the second, which is opened on first use, the rest. */
final class FallbackEngine implements Engine {

    private final BlasEngine first;

    private final Supplier<Engine> rest;

    /** @param rest opens the second engine; may throw if that is not possible */
    FallbackEngine(final BlasEngine first, final Supplier<Engine> rest) {
        this.first = first;
        this.rest = rest;
    }

    @Override
    public Engine of(final Network network, final Objective objective) {
        return BlasEngine.supports(network, objective) ? first : rest.get();
    }

    @Override
    public String device() {
        return first.device();
    }

    @Override
    public TrainingStep training(final Network network, final Objective objective, final int items) {
        return of(network, objective).training(network, objective, items);
    }

    @Override
    public ForwardPass evaluation(final Network network, final Objective objective, final int items,
        final Output output) {
        return of(network, objective).evaluation(network, objective, items, output);
    }
}
