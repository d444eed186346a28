package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.learn.compare.Budget;
import org.fewlabel.learn.compare.Comparison;
import org.fewlabel.learn.compare.LearningCurve;
import org.fewlabel.learn.compare.Paired;
import org.fewlabel.learn.compare.Route;
import org.fewlabel.learn.compare.WhichIsBetter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of Which Is Better?: every way with every number of labels, and the same as curves over the labels. */
public final class ComparisonTables {

    private static final List<String> FIGURES = List.of("Labels", "Accuracy", "Accuracy (low)", "Accuracy (high)",
        "Balanced accuracy", "Log loss", "Seconds", "Gain", "Gain (low)", "Gain (high)", "p");

    private ComparisonTables() {
    }

    /** @return the columns of the scores */
    public static DataTableSpec scoresSpec() {
        final var columns = new NewColumns();
        List.of("Family", "Method", "Labels per class").forEach(name -> columns.fixed(name, StringCell.TYPE));
        FIGURES.forEach(name -> columns.fixed(name, DoubleCell.TYPE));
        return columns.fixed("Recommended", BooleanCell.TYPE).spec("Scores");
    }

    /** @return the columns of the curves: the labels, and three for each way */
    public static DataTableSpec curveSpec(final List<Route> routes) {
        final var columns = new NewColumns().fixed("Labels", DoubleCell.TYPE);
        for (final var route : routes) {
            for (final var suffix : List.of("", " (low)", " (high)")) {
                columns.fixed(route.text() + suffix, DoubleCell.TYPE);
            }
        }
        return columns.spec("Curve");
    }

    /**
     * @param routes the ways that were to be compared
     * @return a row for each way and number of labels, most labels first; one for each way if nothing could be tried
     */
    public static BufferedDataTable scores(final WhichIsBetter.Result result, final List<Route> routes,
        final ExecutionContext exec) {
        final var container = exec.createDataContainer(scoresSpec());
        final var figures = new ArrayList<>(result.comparison().map(Comparison::figures).orElse(List.of()));
        final var budgets = result.comparison().map(c -> c.tried().budgets()).orElse(List.of());
        for (var b = budgets.size() - 1; b >= 0; b--) {
            final var budget = budgets.get(b);
            figures.stream().filter(f -> f.budget().equals(budget)).sorted((x, y) -> Double.compare(y.accuracy().mean(),
                x.accuracy().mean())).forEach(f -> container.addRowToTable(
                    row(container.size(), f,
                        f.route() == result.recommendation().route())));
        }
        if (figures.isEmpty()) {
            for (final var route : routes) {
                final var cells = new DataCell[FIGURES.size() + 4];
                Arrays.fill(cells, DataType.getMissingCell());
                cells[0] = new StringCell(route.family().text());
                cells[1] = new StringCell(route.text());
                cells[cells.length - 1] = flag(route == result.recommendation().route());
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
            }
        }
        container.close();
        return container.getTable();
    }

    private static DefaultRow row(final long number, final Comparison.Figures f, final boolean recommended) {
        final var cells = new ArrayList<DataCell>(List.of(new StringCell(f.route().family().text()),
            new StringCell(f.route().text()), new StringCell(perClass(f.budget()))));
        final var gain = f.route() == Route.LOGISTIC ? Paired.UNKNOWN : f.gain();
        for (final var value : new double[]{f.labels(), f.accuracy().mean(), limited(f.accuracy().low()),
            limited(f.accuracy().high()), f.balanced(), f.logLoss(), f.seconds(), gain.mean(), gain.low(), gain.high(),
            gain.p()}) {
            cells.add(number(value));
        }
        cells.add(flag(recommended));
        return new DefaultRow(RowKey.createRowKey(number), cells);
    }

    /**
     * @param routes the ways that were to be compared
     * @return a row for each number of labels, and one for twice as many if that can be told
     */
    public static BufferedDataTable curve(final WhichIsBetter.Result result, final List<Route> routes,
        final ExecutionContext exec) {
        final var container = exec.createDataContainer(curveSpec(routes));
        result.comparison().ifPresent(comparison -> {
            for (final var budget : comparison.tried().budgets()) {
                final var cells = new DataCell[1 + 3 * routes.size()];
                Arrays.fill(cells, DataType.getMissingCell());
                for (final var f : comparison.figures()) {
                    if (f.budget().equals(budget)) {
                        final var at = 1 + 3 * routes.indexOf(f.route());
                        cells[0] = number(f.labels());
                        cells[at] = number(f.accuracy().mean());
                        cells[at + 1] = number(limited(f.accuracy().low()));
                        cells[at + 2] = number(limited(f.accuracy().high()));
                    }
                }
                container.addRowToTable(new DefaultRow(new RowKey(budget.text()), cells));
            }
            result.curve().ifPresent(twice -> container.addRowToTable(
                predicted(comparison, result.recommendation().route(), twice, routes)));
        });
        container.close();
        return container.getTable();
    }

    private static DefaultRow predicted(final Comparison comparison, final Route route, final LearningCurve twice,
        final List<Route> routes) {
        final var last = comparison.figures().stream().filter(f -> f.route() == route).reduce((a, b) -> b)
            .orElseThrow();
        final var cells = new DataCell[1 + 3 * routes.size()];
        Arrays.fill(cells, DataType.getMissingCell());
        final var at = 1 + 3 * routes.indexOf(route);
        cells[0] = number(2 * last.labels());
        cells[at] = number(limited(last.accuracy().mean() + twice.gain()));
        cells[at + 1] = number(limited(last.accuracy().mean() + twice.low()));
        cells[at + 2] = number(limited(last.accuracy().mean() + twice.high()));
        return new DefaultRow(new RowKey("twice as many (predicted)"), cells);
    }

    private static String perClass(final Budget budget) {
        return budget.perClass() == 0 ? budget.text() : Integer.toString(budget.perClass());
    }

    private static double limited(final double share) {
        return Double.isNaN(share) ? share : Math.max(0, Math.min(1, share));
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private static DataCell flag(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }
}
