package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.judge.Role;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The true, the predicted and the baseline's classes of all rows with a known truth.
 *
 * @param classes the classes, and which of them were known before the cells were read
 * @param prediction of the rows
 * @param baseline of the same rows; {@code null} if there is none
 * @param roles the rows of each role, as named in the table; one group "all" if the table has no roles
 * @param gaps rows that are not or not completely scored
 */
public record ScoredTable(LabelClasses classes, Predictions prediction, Predictions baseline,
    Map<String, int[]> roles, Gaps gaps) {

    /**
     * Rows that are not or not completely scored.
     *
     * @param unknown the number of rows that are not scored because their truth is unknown
     * @param unpredicted the number of rows of each role without any prediction, which is not scored
     * @param undecided the number of scored rows without a prediction
     * @param scored the number of scored rows
     * @param lacking the predicted classes without a column of the confusion, because no domain listed them
     */
    public record Gaps(int unknown, Map<String, Integer> unpredicted, int undecided, int scored,
        List<String> lacking) {
    }

    /** The group of rows of a table without roles. */
    static final String ALL = "all";

    /**
     * @throws InvalidSettingsException if no row has a known truth, or none of those a prediction
     */
    public static ScoredTable read(final BufferedDataTable table, final ScoredColumns columns, final Progress progress)
        throws InvalidSettingsException {
        final var size = TableRows.sizeOf(table);
        final var spec = table.getDataTableSpec();
        final var announced = columns.classes(spec);
        final var codes = new ClassCodes(announced.orElse(List.of()));
        columns.probabilities().forEach(p -> codes.code(p.className()));
        final var reader = new Reader(spec, columns, size, codes);
        var row = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                reader.read(rows.next());
                TableRows.report(progress, ++row, size);
            }
        }
        return reader.result(columns, announced.map(List::size).orElse(Integer.MAX_VALUE));
    }

    /** Numbers the classes in the order of their first occurrence. */
    private static final class ClassCodes {

        private final Map<String, Integer> codes = new LinkedHashMap<>();

        ClassCodes(final List<String> known) {
            known.forEach(this::code);
        }

        int code(final String name) {
            final var next = codes.size();
            final var known = codes.putIfAbsent(name, next);
            return known == null ? next : known;
        }

        int of(final DataCell cell) {
            return cell.isMissing() ? -1 : code(LabelColumn.text(cell));
        }

        List<String> names() {
            return new ArrayList<>(codes.keySet());
        }
    }

    /** Collects the rows whose truth is known. */
    private static final class Reader {

        private final ClassCodes codes;

        private final int truthIndex;

        private final int predictionIndex;

        private final int confidenceIndex;

        private final int baselineIndex;

        private final int baselineConfidenceIndex;

        private final int roleIndex;

        private final int[] probabilityIndex;

        private final int[] truth;

        private final int[] predicted;

        private final int[] base;

        private final double[] confidence;

        private final double[] baseConfidence;

        private final double[][] probabilities;

        private final String[] role;

        private int rows;

        private int unknown;

        Reader(final DataTableSpec spec, final ScoredColumns columns, final int size, final ClassCodes codes) {
            this.codes = codes;
            truthIndex = spec.findColumnIndex(columns.truth());
            predictionIndex = spec.findColumnIndex(columns.prediction());
            confidenceIndex = index(spec, columns.confidence());
            baselineIndex = index(spec, columns.baseline());
            baselineConfidenceIndex = index(spec, columns.baselineConfidence());
            roleIndex = index(spec, columns.role());
            probabilityIndex = columns.probabilities().stream().mapToInt(p -> spec.findColumnIndex(p.column()))
                .toArray();
            truth = new int[size];
            predicted = new int[size];
            base = new int[size];
            confidence = new double[size];
            baseConfidence = new double[size];
            probabilities = new double[probabilityIndex.length][size];
            role = new String[size];
        }

        void read(final DataRow row) {
            final var actual = codes.of(row.getCell(truthIndex));
            if (actual < 0) {
                unknown++;
                return;
            }
            truth[rows] = actual;
            predicted[rows] = codes.of(row.getCell(predictionIndex));
            base[rows] = baselineIndex < 0 ? -1 : codes.of(row.getCell(baselineIndex));
            confidence[rows] = number(row, confidenceIndex);
            baseConfidence[rows] = number(row, baselineConfidenceIndex);
            for (var p = 0; p < probabilityIndex.length; p++) {
                probabilities[p][rows] = number(row, probabilityIndex[p]);
            }
            role[rows] = roleIndex < 0 ? ALL
                : row.getCell(roleIndex).isMissing() ? "(no role)"
                    : Role.current(LabelColumn.text(row.getCell(roleIndex)));
            rows++;
        }

        /** @param announced the maximum number of classes known before the cells were read */
        ScoredTable result(final ScoredColumns columns, final int announced) throws InvalidSettingsException {
            if (rows == 0) {
                throw new InvalidSettingsException("There is nothing to score: the truth column \"" + columns.truth()
                    + "\" is missing in all " + Text.count(unknown, "row") + ". Choose a column with known classes.");
            }
            if (Arrays.stream(predicted, 0, rows).allMatch(code -> code < 0)) {
                throw new InvalidSettingsException("There is nothing to score: the prediction column \""
                    + columns.prediction() + "\" is missing in all " + Text.count(rows, "row")
                    + " whose truth is known. Choose a column with predictions.");
            }
            final var classes = codes.names();
            final var actual = Arrays.copyOf(truth, rows);
            final var prediction = new Predictions(classes.size(), actual, Arrays.copyOf(predicted, rows),
                probabilityIndex.length > 0 ? ofClasses(columns, classes)
                    : ofConfidence(classes, predicted, confidence));
            final var baseline = baselineIndex < 0 ? null : new Predictions(classes.size(), actual,
                Arrays.copyOf(base, rows), ofConfidence(classes, base, baseConfidence));
            final var known = new LabelClasses(classes, Math.min(announced, classes.size()));
            final var unpredicted = new LinkedHashMap<String, Integer>();
            final var roles = roles(prediction, unpredicted);
            final var scored = roles.values().stream().mapToInt(group -> group.length).sum();
            final var undecided = (int)roles.values().stream().flatMapToInt(Arrays::stream)
                .filter(row -> predicted[row] < 0).count();
            return new ScoredTable(known, prediction, baseline, roles,
                new Gaps(unknown, unpredicted, undecided, scored, lacking(known)));
        }

        private List<String> lacking(final LabelClasses classes) {
            return Arrays.stream(predicted, 0, rows).filter(code -> code >= classes.listed()).distinct()
                .mapToObj(classes.all()::get).toList();
        }

        /** Returns the probabilities of the classes with a column; 0 for others. */
        private ClassProbabilities ofClasses(final ScoredColumns columns, final List<String> classes) {
            final var all = new double[Math.multiplyExact(rows, classes.size())];
            for (var p = 0; p < probabilityIndex.length; p++) {
                final var c = classes.indexOf(columns.probabilities().get(p).className());
                for (var row = 0; row < rows; row++) {
                    all[row * classes.size() + c] = probabilities[p][row];
                }
            }
            return new ClassProbabilities(classes.size(), all);
        }

        /**
         * Divides the remaining probability among the other classes where only that of the predicted class is known.
         */
        private ClassProbabilities ofConfidence(final List<String> classes, final int[] codes,
            final double[] confidences) {
            if (IntStream.range(0, rows).allMatch(row -> Double.isNaN(confidences[row]))) {
                return null;
            }
            final var n = classes.size();
            final var all = new double[Math.multiplyExact(rows, n)];
            for (var row = 0; row < rows; row++) {
                Arrays.fill(all, row * n, (row + 1) * n, n == 1 ? 1 : (1 - confidences[row]) / (n - 1));
                if (codes[row] >= 0) {
                    all[row * n + codes[row]] = confidences[row];
                }
            }
            return new ClassProbabilities(n, all);
        }

        /** Groups the rows by role; a role without any prediction was not predicted on purpose. */
        private Map<String, int[]> roles(final Predictions prediction, final Map<String, Integer> unpredicted) {
            final var groups = new LinkedHashMap<String, int[]>();
            for (final var name : Arrays.stream(role, 0, rows).distinct().sorted(ScoredTable::compareRoles).toList()) {
                final var group = IntStream.range(0, rows).filter(row -> role[row].equals(name)).toArray();
                if (Arrays.stream(group).allMatch(row -> prediction.predicted()[row] < 0)) {
                    unpredicted.put(name, group.length);
                } else {
                    groups.put(name, group);
                }
            }
            return groups;
        }

        private static int index(final DataTableSpec spec, final String column) {
            return column == null ? -1 : spec.findColumnIndex(column);
        }

        private static double number(final DataRow row, final int index) {
            return index >= 0 && row.getCell(index) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
        }
    }

    /** Sorts by importance: unlabeled, held out, labeled, then others by name. */
    private static int compareRoles(final String a, final String b) {
        final var order = List.of(Role.UNLABELED.text(), Role.HELD_OUT.text(), Role.LABELED.text());
        final var ia = order.contains(a) ? order.indexOf(a) : order.size();
        final var ib = order.contains(b) ? order.indexOf(b) : order.size();
        return ia != ib ? ia - ib : a.compareTo(b);
    }
}
