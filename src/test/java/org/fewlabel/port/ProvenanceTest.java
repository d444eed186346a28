package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final Provenance PLAIN = Provenance.now("a node", Map.of("Method", "this one"), 40, 8);

    private static final List<String> FACTS = List.of("32 of 32 rows were classified.", "All is \"well\".");

    @Test
    void factsAreStored() {
        final var told = PLAIN.with(FACTS);
        assertThat(Provenance.fromJson(told.toJson())).isEqualTo(told);
        assertThat(told.facts()).isEqualTo(FACTS);
    }

    @Test
    void modelsOfEarlierVersionsHaveNone() {
        assertThat(PLAIN.toJson().has("facts")).isFalse();
        assertThat(Provenance.fromJson(PLAIN.toJson())).isEqualTo(PLAIN);
        assertThat(PLAIN.facts()).isEmpty();
    }

    @Test
    void theViewOfThePortShowsThem() {
        assertThat(new TextView().result(PLAIN.with(FACTS)).settings(PLAIN).toString()).isEqualTo("""

            Result
              32 of 32 rows were classified.
              All is "well".

            Settings
              Method: this one
            """);
        assertThat(new TextView().result(PLAIN).toString()).isEmpty();
    }
}
