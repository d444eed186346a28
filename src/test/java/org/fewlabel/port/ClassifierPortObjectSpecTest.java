package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.fewlabel.table.LabelType;
import org.junit.jupiter.api.Test;
import org.knime.core.node.ModelContent;

class ClassifierPortObjectSpecTest {

    private static final List<FeatureColumn> COLUMNS = List.of(new FeatureColumn("x", FeatureKind.NUMBER));

    private static ModelContent saved(final ClassifierPortObjectSpec spec) {
        final var content = new ModelContent("spec");
        spec.save(content);
        return content;
    }

    private static ClassifierPortObjectSpec loaded(final ModelContent content) throws Exception {
        final var spec = new ClassifierPortObjectSpec();
        spec.load(content);
        return spec;
    }

    @Test
    void whetherItIsFittedIsKept() throws Exception {
        final var fitted = new ClassifierPortObjectSpec("label", LabelType.STRING, List.of("a"), COLUMNS);
        assertThat(loaded(saved(fitted)).fitted()).isTrue();
        for (final var classes : new String[][]{{"a"}, null}) {
            final var announced = ClassifierPortObjectSpec.announced("label", LabelType.STRING,
                classes == null ? null : List.of(classes), COLUMNS);
            assertThat(loaded(saved(announced)).fitted()).isFalse();
            assertThat(loaded(saved(announced))).usingRecursiveComparison().isEqualTo(announced);
            assertThat(announced).isNotEqualTo(fitted);
        }
    }

    @Test
    void specsStoredByEarlierVersionsAreFitted() throws Exception {
        final var old = saved(ClassifierPortObjectSpec.announced("label", LabelType.STRING, List.of("a"), COLUMNS));
        old.removeConfig("fitted");
        assertThat(loaded(old).fitted()).isTrue();
    }
}
