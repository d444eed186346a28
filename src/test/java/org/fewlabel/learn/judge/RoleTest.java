package org.fewlabel.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource({"labeled,labeled", "unlabeled,unlabeled", "held out,held out", "labelled,labeled",
        "unlabelled,unlabeled",
        "train,train"})
    void tablesOfOlderVersionsAreStillRead(final String written, final String read) {
        assertThat(Role.current(written)).isEqualTo(read);
    }
}
