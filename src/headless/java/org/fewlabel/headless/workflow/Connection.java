package org.fewlabel.headless.workflow;

/**
 * A connection between two nodes.
 *
 * @param source id of the node it comes from
 * @param sourcePort its output port; data ports count from 1, 0 is the flow variable port
 * @param dest id of the target node
 * @param destPort its input port, counted likewise
 */
public record Connection(int source, int sourcePort, int dest, int destPort) {

    /** Port 0 of a node carries flow variables and, with them, the order of execution; it carries no data. */
    public static final int VARIABLE_PORT = 0;

    /** @return whether it carries data; otherwise it only defines the order of execution */
    public boolean carriesData() {
        return destPort != VARIABLE_PORT;
    }

    @Override
    public String toString() {
        return "#" + source + " port " + sourcePort + " → #" + dest + " port " + destPort;
    }
}
