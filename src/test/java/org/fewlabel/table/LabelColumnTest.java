package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;

class LabelColumnTest {

    @ParameterizedTest
    @ValueSource(strings = {"path", "File Path", "text", "Message"})
    void whatIsToBeLabeledIsNoLabel(final String content) {
        final var spec = new TestTable().strings("kind", "a", "b", null).strings(content, "x", "y", "z").build()
            .getDataTableSpec();
        assertThat(LabelColumn.detect(spec)).contains("kind");
        assertThat(LabelColumn.detect(new TestTable().strings(content, "x", "y", "z").build().getDataTableSpec()))
            .isEmpty();
    }

    @Test
    void namesOfFilesAreNoLabels() {
        final var table = new TestTable().strings("photo", "a.png", "b/c.JPG", null).build();
        assertThat(LabelColumn.detect(table.getDataTableSpec())).isEmpty();
    }

    @Test
    void theUsualNameComesFirstThenTheLastColumnOfFewValues() {
        assertThat(LabelColumn.detect(new TestTable().strings("Class", "a", "b").strings("town", "x", "y").build()
            .getDataTableSpec())).contains("Class");
        assertThat(LabelColumn.detect(new TestTable().strings("town", "x", "y").strings("judged", "a", "b").build()
            .getDataTableSpec())).contains("judged");
    }

    /** A column with only missing cells has no type, so it is no label column. */
    @Test
    void aColumnWithoutATypeIsNoLabel() {
        assertThat(LabelColumn.detect(new DataTableSpec(new String[]{"kind", "nothing"},
            new DataType[]{StringCell.TYPE, DataType.getMissingCell().getType()}))).contains("kind");
    }
}
