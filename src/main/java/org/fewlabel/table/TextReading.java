package org.fewlabel.table;

import org.knime.node.parameters.widget.choices.Label;

/** The user's choice which string columns are read as free text. */
public enum TextReading {

    /** those that look like free text */
    @Label(value = "Recognized", description = """
        A string column whose cells mostly differ and hold several words is read as free text; the message says so.
        """)
    RECOGNISED,

    /** all of them */
    @Label(value = "All strings", description = """
        Every string column is read as free text, but one that holds numbers: for names and other short texts.
        """)
    ALL,

    /** none of them */
    @Label(value = "None",
        description = "String columns are categories, and those whose values all differ are left out.")
    NONE;

    /** The title of the setting. */
    public static final String TITLE = "Free text";

    /** The description of the setting. */
    public static final String DESCRIPTION = """
        Which string columns are read as free text, by their words, and not as categories.
        """;

    /** The title of the setting that words are not stored. */
    public static final String HASHED_TITLE = "Hash the words of free text";

    /** The description of that setting. */
    public static final String HASHED_DESCRIPTION = """
        Words, pairs of words and parts of words are known by hash codes, at 262,144 places (Weinberger et al. 2009),
        and not by a vocabulary of the commonest ones. The classifier then holds no word of your texts, and rare words
        count too; but some words share a place. If there are too many different ones to keep, they are hashed anyway.
        """;
}
