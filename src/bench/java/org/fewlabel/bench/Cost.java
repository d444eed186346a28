package org.fewlabel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this process has used since the object was made: time, and CPU time of all its threads. */
final class Cost {

    private static final double NANOS = 1e9;

    private static final double MEGABYTES = 1 << 20;

    private final long start = System.nanoTime();

    private final double cpuBefore = cpu();

    double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    double cpuSeconds() {
        return cpu() - cpuBefore;
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime() / NANOS;
    }

    /** @return the most memory that the process ever had, in MB; NaN on a system that is not Linux */
    static double residentPeakMegabytes() throws IOException {
        final var status = Path.of("/proc/self/status");
        final List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
        return lines.stream().filter(l -> l.startsWith("VmHWM:"))
            .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024 / MEGABYTES).findFirst()
            .orElse(Double.NaN);
    }
}
