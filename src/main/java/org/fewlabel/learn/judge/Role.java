package org.fewlabel.learn.judge;

/** The role of a row when few labels are simulated. */
public enum Role {

    /** Its label is known to the learners. */
    LABELED("labeled"),

    /** Its label is hidden from the learners, which predict it. */
    UNLABELED("unlabeled"),

    /** Learners do not see the row at all; it is used to evaluate them. */
    HELD_OUT("held out");

    private final String text;

    Role(final String text) {
        this.text = text;
    }

    /** @return its text in a table */
    public String text() {
        return text;
    }

    /**
     * @param written a cell of the column Role
     * @return the same text, with the spellings of earlier versions ("labelled", "unlabelled") replaced by the current
     *         ones
     */
    public static String current(final String written) {
        return switch (written) {
            case "labelled" -> LABELED.text;
            case "unlabelled" -> UNLABELED.text;
            default -> written;
        };
    }
}
