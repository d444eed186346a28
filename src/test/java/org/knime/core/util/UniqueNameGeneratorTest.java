package org.knime.core.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;

import org.junit.jupiter.api.Test;

/** Names as KNIME makes them unique. */
final class UniqueNameGeneratorTest {

    @Test
    void aNameIsGivenOnce() {
        final var names = new UniqueNameGenerator(Set.of("taken"));
        assertThat(names.newName("a")).isEqualTo("a");
        assertThat(names.newName(" a\t")).isEqualTo("a (#1)");
        assertThat(names.newName("a")).isEqualTo("a (#2)");
        assertThat(names.newName("taken")).isEqualTo("taken (#1)");
        assertThatThrownBy(() -> names.newName(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aNumberCountsOn() {
        final var names = new UniqueNameGenerator((Set<String>)null);
        assertThat(names.newName("a (#7)")).isEqualTo("a (#7)");
        assertThat(names.newName("a (#7)")).isEqualTo("a (#8)");
        assertThat(names.newName("a")).isEqualTo("a");
        assertThat(names.newName("b (#99999999999)")).isEqualTo("b (#99999999999)");
        assertThat(names.newName("b (#99999999999)")).isEqualTo("b (#1)");
    }
}
