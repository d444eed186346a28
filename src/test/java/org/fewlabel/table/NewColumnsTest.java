package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** Column names from data of the user's table. */
class NewColumnsTest {

    private static String[] names(final String... data) {
        final var columns = new NewColumns().fixed("Role", StringCell.TYPE);
        for (final var text : data) {
            columns.fromData(text, IntCell.TYPE);
        }
        return columns.fixed("Rest", DoubleCell.TYPE).spec("t").getColumnNames();
    }

    @Test
    void whatKnimeTakesForTheSameGetsANumber() {
        assertThat(names("a", "a ", "\ta", "b")).containsExactly("Role", "a", "a (#1)", "a (#2)", "b", "Rest");
    }

    @Test
    void blankNamesAreNamedEmptyEachTime() {
        assertThat(names("", " ", "\t\n", "\u0000", "\u00a0", "\u2003", "\u200b", "\u0085")).containsExactly("Role",
            "(empty)", "(empty) (#1)", "(empty) (#2)", "(empty) (#3)", "(empty) (#4)", "(empty) (#5)", "(empty) (#6)",
            "(empty) (#7)", "Rest");
        assertThat(names("")).isEqualTo(names(""));
    }

    @Test
    void ourNamesStayWhateverTheData() {
        assertThat(names("Rest", "Role", "Role (#1)")).containsExactly("Role", "Rest (#1)", "Role (#2)", "Role (#1)",
            "Rest");
    }

    @Test
    void aNameThatCanStayIsKept() {
        assertThat(names("a", "a ", "a (#1)", " ", "(empty)")).containsExactly("Role", "a", "a (#2)", "a (#1)",
            "(empty)", "(empty) (#1)", "Rest");
    }

    @Test
    void differentNamesAreUnchanged() {
        final var longName = "y".repeat(10_000);
        assertThat(names("a\u00a0", "a", "a\nb", "a b", longName)).containsExactly("Role", "a\u00a0", "a", "a\nb",
            "a b", longName, "Rest");
    }

    @Test
    void columnsKeepOrderTypesAndTheNameOfTheTable() {
        final var spec = new NewColumns().fixed("Role", StringCell.TYPE).fromData("a", IntCell.TYPE).spec("Confusion");
        assertThat(spec.getName()).isEqualTo("Confusion");
        assertThat(spec.getColumnSpec(0).getType()).isEqualTo(StringCell.TYPE);
        assertThat(spec.getColumnSpec(1).getType()).isEqualTo(IntCell.TYPE);
    }
}
