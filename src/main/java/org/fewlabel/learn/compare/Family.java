package org.fewlabel.learn.compare;

/** The kind of a method by the data that it uses. */
public enum Family {

    /** labeled rows only */
    LABELED_ONLY("Labeled rows only"),

    /** an encoder trained without labels, then labeled rows only */
    SELF_SUPERVISED("Self-supervised, then classify"),

    /** labeled and unlabeled rows together */
    SEMI_SUPERVISED("Semi-supervised"),

    /** an encoder trained without labels, then labeled and unlabeled rows together */
    BOTH("Self- and semi-supervised");

    private final String text;

    Family(final String text) {
        this.text = text;
    }

    /** @return the name for the user */
    public String text() {
        return text;
    }
}
