package org.fewlabel.table;

import org.knime.node.parameters.widget.choices.Label;

/** The user's choice which string columns are read as free text. */
public enum TextReading {

    /** those that look like free text */
    @Label(value = "Detect automatically", description = """
        String columns whose cells mostly differ and hold several words are free text. The node's message names them.
        """)
    RECOGNISED,

    /** all of them */
    @Label(value = "All string columns", description = """
        For names and other short texts. A string column that holds numbers is still read as numbers.
        """)
    ALL,

    /** none of them */
    @Label(value = "No columns",
        description = "String columns are categories. Those whose values are all different are ignored.")
    NONE;

    /** The title of the setting. */
    public static final String TITLE = "Free text";

    /** The description of the setting. */
    public static final String DESCRIPTION = """
        Which string columns are read by their words, and not as categories.
        """;

    /** The title of the setting that words are not stored. */
    public static final String HASHED_TITLE = "Hash words (store no vocabulary)";

    /** The description of that setting. */
    public static final String HASHED_DESCRIPTION = """
        Identifies words by hash codes instead of a vocabulary, so that the model contains no word of the texts. Some
        words share a code. If there are too many different words to keep, they are hashed in any case.
        """;
}
