package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;

/**
 * Whole training steps of ours and of PyTorch on the same networks and sizes of batch, in turns, each time in a process
 * of its own.
 */
final class TrainingDuel {

    private static final String PYTHON = "/usr/bin/python3";

    private static final String HEADER = "network,threads,cpu_ms,torch_cpu_ms,cpu_ratio,"
        + "ms,torch_ms,ratio,gflop,gflops,product_gflops";

    /** The same step in PyTorch: as long a warm-up, then "CPU milliseconds, milliseconds" per step. */
    private static final String TORCH = """
        import sys, time
        import torch
        import torch.nn as nn
        import torch.nn.functional as F
        what, threads, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
        torch.set_num_threads(threads)
        torch.manual_seed(1)
        if what == 'mlp':
            body = [nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, 128)]
            head = [nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 128)]
            x = torch.randn(512, 64)
        else:
            size = at = int(what[3:])
            body, c, block = [], 1, 0
            while block < 2 or at > 4:
                f = 32 if block == 0 else 64
                body += [nn.Conv2d(c, f, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
                c, at, block = f, at // 2, block + 1
            body += [nn.Flatten(), nn.Linear(c * at * at, 128), nn.ReLU()]
            head = [nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 128)]
            x = torch.randn(128, 1, size, size)
        net = nn.Sequential(*body, *head)
        n = len(x) // 2
        diagonal = torch.eye(2 * n, dtype=torch.bool)
        target = torch.arange(2 * n).roll(n)
        optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-4)
        def step():
            optimiser.zero_grad(set_to_none=True)
            z = F.normalize(net(x))
            loss = F.cross_entropy((z @ z.T / 0.5).masked_fill_(diagonal, float('-inf')), target)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimiser.step()
        for _ in range(steps):
            step()
        cpu, wall = time.process_time(), time.perf_counter()
        for _ in range(steps):
            step()
        print((time.process_time() - cpu) / steps * 1e3, (time.perf_counter() - wall) / steps * 1e3)
        """;

    private final List<String> networks;

    private final List<String> threads;

    private final int rounds;

    private final boolean torch;

    private TrainingDuel(final List<String> networks, final List<String> threads, final int rounds,
        final boolean torch) {
        this.networks = networks;
        this.threads = threads;
        this.rounds = rounds;
        this.torch = torch;
    }

    static TrainingDuel parse(final String... arguments) {
        final Map<String, String> options = new HashMap<>(Map.of("--against", "", "--networks",
            String.join(",", TrainingCase.NAMES), "--threads", "1,2", "--rounds", "5"));
        for (var i = 0; i < arguments.length; i += 2) {
            if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " is not known, or has no value.");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        final var against = options.get("--against");
        final var networks = List.of(options.get("--networks").split(","));
        if (!List.of("", "torch").contains(against) || !TrainingCase.NAMES.containsAll(networks)) {
            throw new IllegalArgumentException("It can be measured against torch only, on " + TrainingCase.NAMES + ".");
        }
        return new TrainingDuel(networks, List.of(options.get("--threads").split(",")),
            Integer.parseInt(options.get("--rounds")), against.equals("torch"));
    }

    /** @return whether everything was measured */
    boolean run(final PrintStream out, final PrintStream err) {
        try {
            err.println(machine());
            out.println(HEADER);
            for (final var network : networks) {
                for (final var count : threads) {
                    duel(network, count, out);
                }
            }
            return true;
        } catch (final IOException | IllegalStateException e) {
            err.println(e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return false;
    }

    private void duel(final String network, final String count, final PrintStream out)
        throws IOException, InterruptedException {
        final var steps = Map.of("mlp", "600", "cnn8", "600", "cnn32", "20").get(network);
        final var ours = new ArrayList<double[]>();
        final var theirs = new ArrayList<double[]>();
        for (var round = 0; round < rounds; round++) {
            ours.add(java("blas", network, count, steps, "1"));
            // the library that multiplies matrices for PyTorch has threads of its own, which torch.set_num_threads
            // leaves alone
            theirs.add(torch ? numbers("/usr/bin/env", "OMP_NUM_THREADS=" + count, "OPENBLAS_NUM_THREADS=" + count,
                "MKL_NUM_THREADS=" + count, PYTHON, "-c", TORCH, network, count, steps)
                : new double[]{Double.NaN, Double.NaN});
        }
        final var products = java("products", network);
        final var cpu = median(ours, 0);
        final var wall = median(ours, 1);
        out.printf(Locale.ROOT, "%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.3f,%.0f,%.0f%n", network, count, cpu,
            median(theirs, 0),
            median(theirs, 0) / cpu, wall, median(theirs, 1), median(theirs, 1) / wall, products[0],
            products[0] / cpu * 1000,
            products[1]);
        out.flush();
    }

    private static double median(final List<double[]> rounds, final int which) {
        return new Median().evaluate(rounds.stream().mapToDouble(round -> round[which]).toArray());
    }

    private static double[] java(final String... arguments) throws IOException, InterruptedException {
        final var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp",
            System.getProperty("java.class.path"), TrainingProbe.class.getName()));
        command.addAll(List.of(arguments));
        return numbers(command.toArray(String[]::new));
    }

    private static double[] numbers(final String... command) throws IOException, InterruptedException {
        return Arrays.stream(said(command).trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }

    private static String said(final String... command) throws IOException, InterruptedException {
        final var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command[0] + " could not measure; its message is above.");
        }
        return said;
    }

    private String machine() throws IOException, InterruptedException {
        final var info = Path.of("/proc/cpuinfo");
        final var model = !Files.isReadable(info) ? System.getProperty("os.arch") : Files.readString(info).lines()
            .filter(line -> line.startsWith("model name")).findFirst().map(line -> line.replaceFirst(".*: ", ""))
            .orElse("?");
        return "Machine: " + model + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
            + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
            + System.getProperty("java.version") + ", " + Gemm.here(Progress.NONE).name()
            + (torch ? ", PyTorch " + said(PYTHON, "-c", "import torch; print(torch.__version__)").trim() : "") + ". "
            + rounds
            + " rounds, of which the medians are printed; load "
            + java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + ".";
    }
}
