package org.fewlabel.nodes;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/**
 * The sections shared by dialogs, in order: data, method, training, output. A section of a single node is ordered
 * relative to one of these.
 *
 * <p>They must not be nested in a class of parameters: KNIME treats a group with sections in its own class as one
 * block, places it before all other sections, and ignores their order relative to its sections.
 */
public interface DialogSections {

    /** The columns and rows. */
    @Section(title = "Data")
    interface DataSection {
    }

    /** The method. Its settings have their own names, such as "Method". */
    @Section(title = "Algorithm")
    @After(DataSection.class)
    interface MethodSection {
    }

    /** The rounds of pseudo-labels. */
    @Section(title = "Rounds")
    @After(MethodSection.class)
    interface RoundsSection {
    }

    /** The size of a network. */
    @Section(title = "Network")
    @After(RoundsSection.class)
    interface NetworkSection {
    }

    /** The training of a network. */
    @Section(title = "Training")
    @After(NetworkSection.class)
    interface TrainingSection {
    }

    /** The appended columns. */
    @Section(title = "Output")
    @After(TrainingSection.class)
    interface OutputSection {
    }
}
