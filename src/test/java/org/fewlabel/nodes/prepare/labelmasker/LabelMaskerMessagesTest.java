package org.fewlabel.nodes.prepare.labelmasker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LabelMaskerMessagesTest {

    @Test
    void aClassWithoutLabelsIsAWarning() {
        final var one = LabelMaskerMessages.of(List.of("a"), List.of());
        assertThat(one.warnings()).containsExactly(
            "No row of the class \"a\" keeps its label, so this class cannot be learned. Keep more labels.");
        assertThat(one.facts()).isEmpty();
        assertThat(LabelMaskerMessages.of(List.of("a", "b"), List.of()).warnings()).containsExactly("No row of the "
            + "classes \"a\", \"b\" keeps its label, so these classes cannot be learned. Keep more labels.");
    }

    @Test
    void aClassThatKeepsAllLabelsIsAFact() {
        final var report = LabelMaskerMessages.of(List.of(), List.of("c"));

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts())
            .containsExactly("All rows of the class \"c\" keep their label because there are no more of them.");
    }
}
