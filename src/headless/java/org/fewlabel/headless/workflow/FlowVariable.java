package org.fewlabel.headless.workflow;

import org.knime.core.node.config.base.ConfigBaseWO;

/**
 * A workflow variable: a value that settings can refer to by name.
 *
 * @param name its name
 * @param type its type
 * @param value its value as text
 */
public record FlowVariable(String name, ValueType type, String value) {

    /**
     * @param text {@code name,value,type} as on the command line; the value may contain commas
     * @throws IllegalArgumentException if the text is of another form; the message is for the user
     */
    public static FlowVariable parse(final String text) {
        final var afterName = text.indexOf(',');
        final var beforeType = text.lastIndexOf(',');
        if (afterName <= 0 || beforeType == afterName) {
            throw new IllegalArgumentException("write NAME,VALUE,TYPE");
        }
        final var type = ValueType.byName(NodeOption.unquoted(text.substring(beforeType + 1)), ValueType.STRING,
            ValueType.INT, ValueType.DOUBLE);
        final var value = NodeOption.unquoted(text.substring(afterName + 1, beforeType));
        type.check(value);
        return new FlowVariable(NodeOption.unquoted(text.substring(0, afterName)), type, value);
    }

    /**
     * Writes the value into settings, as the type that the setting has.
     *
     * @throws IllegalArgumentException if the value is no value of that type
     */
    void put(final ConfigBaseWO config, final String key, final ValueType settingType) {
        settingType.check(value);
        settingType.put(config, key, value);
    }
}
