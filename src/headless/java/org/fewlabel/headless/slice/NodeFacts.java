package org.fewlabel.headless.slice;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.PortType;

/** The description of a node: everything that the user can read in the node repository and in the dialog. */
public interface NodeFacts {

    /** @return the name that the user sees */
    String name();

    /** @return the path of the icon within the node's bundle */
    String iconPath();

    /** @return the icon, empty if there is no such file */
    Optional<URL> icon();

    /** @return the short description without markup */
    String summary();

    /** @return the full description as XHTML */
    String descriptionHtml();

    /** @return the full description without markup, one line per paragraph */
    String descriptionText();

    /** @return the kind of node */
    NodeType type();

    /** @return the KNIME version that the node first appeared with, {@code x.y.z} */
    String since();

    /** @return what users may search for besides the name */
    List<String> keywords();

    /** @return pages with more information */
    List<Resource> resources();

    /** @return the data input ports */
    List<Port> inputs();

    /** @return the data output ports */
    List<Port> outputs();

    /** @return the class of the parameters, empty if the node has none */
    Optional<Class<?>> parametersClass();

    /** @return the parameters that the dialog shows, in its order */
    List<Parameter> parameters();

    /** A page with more information. */
    record Resource(String href, String description) {
    }

    /**
     * A data port.
     *
     * @param group the identifier of its group
     * @param name the name that the user sees
     * @param description XHTML
     * @param type what passes through the port
     * @param configurable whether the user can add or remove it, or change its type
     */
    record Port(String group, String name, String description, PortType type, boolean configurable) {
    }

    /**
     * A parameter as the dialog shows it.
     *
     * @param path the keys of the settings that lead to it
     * @param title the label of its control
     * @param description XHTML
     * @param section the heading above it, empty if there is none
     * @param advanced whether it is hidden until advanced settings are shown
     * @param type the type of the field; for an optional one, of its content
     * @param choices the constants to choose from, empty unless the field is an enum
     * @param checks the limits that the dialog checks while the user types
     */
    record Parameter(List<String> path, String title, String description, String section, boolean advanced,
        Class<?> type, List<Choice> choices, List<Check> checks) {
    }

    /** A constant to choose from: what is saved, what the user reads, and what it means. */
    record Choice(String id, String title, String description) {
    }

    /**
     * A limit that the dialog checks.
     *
     * @param kind what is limited
     * @param bound the number or the pattern, as text
     * @param exclusive whether the bound itself is forbidden
     * @param message what the user reads when the limit is exceeded
     */
    record Check(Kind kind, String bound, boolean exclusive, String message) {

        /** What is limited. */
        public enum Kind {
            /** a number from below */
            MIN,
            /** a number from above */
            MAX,
            /** the form of a text */
            PATTERN,
            /** the length of a text from below */
            MIN_LENGTH,
            /** the length of a text from above */
            MAX_LENGTH
        }
    }
}
