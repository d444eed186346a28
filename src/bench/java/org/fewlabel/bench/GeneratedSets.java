package org.fewlabel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Sets whose truth is known because they are made up: 1,000 pool rows and 300 test rows each. */
final class GeneratedSets {

    private static final int ROWS = 1300;

    private static final int POOL = 1000;

    private static final int COLUMNS = 10;

    private static final double MISSING = 0.2;

    private GeneratedSets() {
    }

    /**
     * Writes the sets in the layout that {@link BenchSet} reads.
     *
     * @return their folders
     */
    static List<Path> write(final Path folder) throws IOException {
        return List.of(write(folder.resolve("blobs"), 1, GeneratedSets::blob),
            write(folder.resolve("moons"), 2, GeneratedSets::moon),
            write(folder.resolve("missing"), 3, random -> withHoles(blob(random), random)));
    }

    /** Five groups, as far apart as they are wide, in ten dimensions. */
    private static String[] blob(final Random random) {
        final var group = random.nextInt(5);
        final var centers = new Random(group);
        final var row = new String[COLUMNS + 1];
        for (var c = 0; c < COLUMNS; c++) {
            row[c] = Double.toString(1.2 * centers.nextGaussian() + random.nextGaussian());
        }
        row[COLUMNS] = "group" + group;
        return row;
    }

    /** Two half circles that reach into each other, seen in ten mixtures of their two coordinates, with noise. */
    private static String[] moon(final Random random) {
        final var upper = random.nextBoolean();
        final var angle = Math.PI * random.nextDouble();
        final var x = upper ? Math.cos(angle) : 1 - Math.cos(angle);
        final var y = upper ? Math.sin(angle) : 0.5 - Math.sin(angle);
        final var mixtures = new Random(0);
        final var row = new String[COLUMNS + 1];
        for (var c = 0; c < COLUMNS; c++) {
            final var direction = 2 * Math.PI * mixtures.nextDouble();
            row[c] = Double.toString(Math.cos(direction) * x + Math.sin(direction) * y + 0.15 * random.nextGaussian());
        }
        row[COLUMNS] = upper ? "upper" : "lower";
        return row;
    }

    private static String[] withHoles(final String[] row, final Random random) {
        for (var c = 0; c < COLUMNS; c++) {
            row[c] = random.nextDouble() < MISSING ? "" : row[c];
        }
        return row;
    }

    private static Path write(final Path folder, final long seed, final Function<Random, String[]> rows)
        throws IOException {
        Files.createDirectories(folder);
        final var random = new Random(seed);
        final var lines = new ArrayList<String>();
        final var header = new StringBuilder("row_id,split");
        for (var c = 0; c < COLUMNS; c++) {
            header.append(",x").append(c);
        }
        lines.add(header.append(",label").toString());
        for (var row = 0; row < ROWS; row++) {
            lines.add(row + (row < POOL ? ",pool," : ",test,") + String.join(",", rows.apply(random)));
        }
        Files.write(folder.resolve("data.csv"), lines);
        Files.write(folder.resolve("draws.csv"), List.of("draw,kind,amount,seed,row_id"));
        return folder;
    }
}
