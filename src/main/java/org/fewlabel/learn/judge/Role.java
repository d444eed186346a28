package org.fewlabel.learn.judge;

/** What part a row plays when the few-label case is rehearsed. */
public enum Role {

    /** Its label is known to the learners. */
    LABELED("labeled"),

    /** Its label is hidden from the learners, which are asked for it. */
    UNLABELED("unlabeled"),

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

    /**
     * @param written a cell of the column Role
     * @return the same, but values as earlier versions spelled them ("labelled", "unlabelled") as they are written now
     */
    public static String current(final String written) {
        return switch (written) {
            case "labelled" -> LABELED.text;
            case "unlabelled" -> UNLABELED.text;
            default -> written;
        };
    }
}
