package org.knime.core.node;

/**
 * Makes a node.
 *
 * @param <T> what the node does
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** For subclasses. */
    protected NodeFactory() {
    }

    /**
     * For subclasses.
     *
     * @param lazyInitialization whether the description is made only when someone looks; here always
     */
    protected NodeFactory(final boolean lazyInitialization) {
    }

    /** What kind of node it is: its color in the workflow. */
    public enum NodeType {

        /** Brings data in. */
        Source,

        /** Takes data out. */
        Sink,

        /** Makes a model. */
        Learner,

        /** Applies a model. */
        Predictor,

        /** Changes data. */
        Manipulator,

        /** Shows data. */
        Visualizer,

        /** Holds a workflow of its own. */
        Meta,

        /** Begins a loop. */
        LoopStart,

        /** Ends a loop. */
        LoopEnd,

        /** Begins a scope. */
        ScopeStart,

        /** Ends a scope. */
        ScopeEnd,

        /** Asks the user. */
        @Deprecated
        QuickForm,

        /** Configures a component. */
        Configuration,

        /** Interacts with the user. */
        Widget,

        /** None of the others. */
        Other,

        /** Stands for a node that is not installed. */
        Missing,

        /** Not known. */
        Unknown,

        /** Is a component. */
        Subnode,

        /** The inner beginning of a component. */
        VirtualIn,

        /** The inner end of a component. */
        VirtualOut,

        /** Contains other nodes. */
        Container;
    }
}
