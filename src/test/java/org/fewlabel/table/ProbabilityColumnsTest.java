package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.table.ScoredColumns.ClassProbability;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** Finding the probability column of each class and prediction by name. */
class ProbabilityColumnsTest {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private ProbabilityColumnsTest classes(final String name, final String... domain) {
        final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
        final var cells = new DataCell[domain.length];
        for (var i = 0; i < domain.length; i++) {
            cells[i] = new StringCell(domain[i]);
        }
        column.setDomain(domain.length == 0 ? null : new DataColumnDomainCreator(cells).createDomain());
        columns.add(column.createSpec());
        return this;
    }

    private ProbabilityColumnsTest numbers(final String... names) {
        for (final var name : names) {
            columns.add(new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec());
        }
        return this;
    }

    private List<String> found(final String prediction, final String... domains) {
        final var spec = new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
        return ProbabilityColumns.of(spec, prediction, domains).stream().map(ClassProbability::className).toList();
    }

    @Test
    void blanksOfAClassAreItsOwn() {
        classes("Prediction (y)").numbers("P (y=a)", "P (y=a )", "P (y=)", "P (y= )", "P (y=a\nb)", "P (z=c)", "P (y");
        assertThat(found("Prediction (y)", "Prediction (y)")).containsExactly("a", "a ", "", " ", "a\nb");
    }

    @Test
    void aSecondPredictionHasItsOwnColumns() {
        classes("Prediction (y)").numbers("P (y=a)", "P (y=b)").classes("Prediction (y) (#1)")
            .numbers("P (y=a) (#1)", "P (y=c) (#1)");
        assertThat(found("Prediction (y)", "Prediction (y)")).containsExactly("a", "b");
        assertThat(found("Prediction (y) (#1)", "Prediction (y) (#1)")).containsExactly("a", "c");
    }

    /** Also when the second prediction was filtered out. */
    @Test
    void aColumnThatWasMadeUniqueIsNotAClass() {
        classes("Prediction (y)", "a", "b").numbers("P (y=a)", "P (y=b)", "P (y=a) (#1)");
        assertThat(found("Prediction (y)", "Prediction (y)")).containsExactly("a", "b");
    }

    @Test
    void aClassMayLookLikeAColumnThatWasMadeUnique() {
        classes("Prediction (y)", "a", "a) (#1").numbers("P (y=a)", "P (y=a) (#1)");
        assertThat(found("Prediction (y)", "Prediction (y)")).containsExactly("a", "a) (#1");
        columns.clear();
        classes("y", "a", "a) (#1").classes("Prediction (y)").numbers("P (y=a)", "P (y=a) (#1)");
        assertThat(found("Prediction (y)", "y", "Prediction (y)")).as("the truth knows").containsExactly("a", "a) (#1");
    }

    @Test
    void aLabelMayHaveASignOfEquality() {
        classes("Prediction (y)").numbers("P (y=a)").classes("Prediction (y=a)").numbers("P (y=a=b)", "P (y=a=c)");
        assertThat(found("Prediction (y)", "Prediction (y)")).containsExactly("a");
        assertThat(found("Prediction (y=a)", "Prediction (y=a)")).containsExactly("b", "c");
        columns.clear();
        classes("Prediction (y)", "a=b").numbers("P (y=a=b)").classes("Prediction (y=a)", "b")
            .numbers("P (y=a=b) (#1)");
        assertThat(found("Prediction (y)", "Prediction (y)")).as("a class that is known").containsExactly("a=b");
    }

    @Test
    void onlyNumbersAreProbabilities() {
        columns.add(new DataColumnSpecCreator("P (y=whole)", IntCell.TYPE).createSpec());
        classes("Prediction (y)").classes("P (y=text)");
        assertThat(found("Prediction (y)", "Prediction (y)")).containsExactly("whole");
    }
}
