package org.fewlabel.learn.judge;

/** What part a row plays when the few-label case is rehearsed. */
public enum Role {

    /** Its label is known to the learners. */
    LABELLED("labelled"),

    /** Its label is hidden from the learners, which are asked for it. */
    UNLABELLED("unlabelled"),

    /** Learners do not see it at all; it judges what they learned. */
    HELD_OUT("held out");

    private final String text;

    Role(final String text) {
        this.text = text;
    }

    /** @return how it is written in a table */
    public String text() {
        return text;
    }
}
