package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

class FeatureColumnsTest {

    private static final List<FeatureColumn> COLUMNS = List.of(new FeatureColumn("x", FeatureKind.NUMBER),
        new FeatureColumn("image", FeatureKind.IMAGE, new Shape(8, 9, 3)));

    private static ModelContent saved(final List<FeatureColumn> columns) {
        final var content = new ModelContent("spec");
        FeatureColumns.save(columns, content);
        return content;
    }

    @Test
    void theSizeOfImagesIsKept() throws Exception {
        assertThat(FeatureColumns.load(saved(COLUMNS), "encoder")).isEqualTo(COLUMNS);
    }

    @Test
    void withoutImagesTheSpecIsUnchanged() throws Exception {
        final var saved = saved(COLUMNS.subList(0, 1));
        assertThat(saved.containsKey("shapes")).isFalse();
        assertThat(FeatureColumns.load(saved, "encoder")).isEqualTo(COLUMNS.subList(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "99999 x 99999 x 3", "0 x 1 x 1", "x"})
    void aSizeThatIsNone(final String text) {
        final var content = saved(COLUMNS);
        content.addStringArray("shapes", "", text);
        assertThatThrownBy(() -> FeatureColumns.load(content, "encoder")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The stored encoder is damaged");
    }

    @Test
    void asManySizesAsColumns() {
        final var content = saved(COLUMNS);
        content.addStringArray("shapes", "");
        assertThatThrownBy(() -> FeatureColumns.load(content, "encoder")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The stored encoder is damaged");
    }
}
