package org.fewlabel.nodes;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/**
 * The sections that dialogs share, in their order: data first, then the method, then how it trains, then what is put
 * out. A section of a single node is ordered against one of these.
 *
 * <p>They must not be nested in a class of parameters: KNIME takes a group whose sections lie in its own class for one
 * block, puts it before all other sections, and ignores what these say of its sections.
 */
public interface DialogSections {

    /** Which columns and rows are used. */
    @Section(title = "Data")
    interface DataSection {
    }

    /** What is done with them. The settings in it have names of their own, such as "Method". */
    @Section(title = "Algorithm")
    @After(DataSection.class)
    interface MethodSection {
    }

    /** How a learner uses its own predictions. */
    @Section(title = "Rounds")
    @After(MethodSection.class)
    interface RoundsSection {
    }

    /** How large a network is. */
    @Section(title = "Network")
    @After(RoundsSection.class)
    interface NetworkSection {
    }

    /** How a network is trained. */
    @Section(title = "Training")
    @After(NetworkSection.class)
    interface TrainingSection {
    }

    /** What is appended to the table. */
    @Section(title = "Output")
    @After(TrainingSection.class)
    interface OutputSection {
    }
}
