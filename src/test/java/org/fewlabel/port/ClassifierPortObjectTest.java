package org.fewlabel.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassifierPortObjectTest {

    @Test
    void theMethodIsShownInTodaysWords() {
        assertThat(ClassifierPortObject.method("nearest neighbour")).isEqualTo("nearest neighbor");
        assertThat(ClassifierPortObject.method("committee of logistic regression; nearest neighbours"))
            .isEqualTo("ensemble of logistic regression; nearest neighbors");
        assertThat(ClassifierPortObject.method("network")).isEqualTo("network");
    }
}
