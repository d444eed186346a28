package org.fewlabel.learn.compare;

/** What a way from labels to a classifier makes use of. */
public enum Family {

    /** nothing but the labeled rows */
    LABELED_ONLY("Labeled rows only"),

    /** an encoder learns from all rows without labels, then the labeled rows alone are learned from */
    SELF_SUPERVISED("Self-supervised, then classify"),

    /** labeled and unlabeled rows together */
    SEMI_SUPERVISED("Semi-supervised"),

    /** an encoder first, then labeled and unlabeled rows together */
    BOTH("Self- and semi-supervised");

    private final String text;

    Family(final String text) {
        this.text = text;
    }

    /** @return what the user calls it */
    public String text() {
        return text;
    }
}
