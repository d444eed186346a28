package org.fewlabel.nodes;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.headless.node.PortsInput;
import org.fewlabel.headless.node.dialog.Dialog;
import org.fewlabel.headless.node.dialog.OpenDialog;
import org.fewlabel.headless.node.settings.ParameterSettings;
import org.fewlabel.headless.slice.NodeAccess;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;

/** The dialog of a node with its default settings, open above some input. */
final class NodeDialog {

    private final NodeParameters parameters;

    private final OpenDialog dialog;

    private NodeDialog(final NodeParameters parameters, final PortsInput input) {
        this.parameters = parameters;
        dialog = new OpenDialog(parameters, input);
    }

    /** @param node the simple name of its factory, without "NodeFactory" */
    static NodeDialog of(final String node, final PortsInput input) throws Exception {
        final var factory = EveryNodeTest.factories()
            .filter(f -> f.getClass().getSimpleName().equals(node + "NodeFactory")).findFirst().orElseThrow();
        final var type = NodeAccess.facts(factory).parametersClass().orElseThrow().asSubclass(NodeParameters.class);
        return new NodeDialog(ParameterSettings.defaults(type, input), input);
    }

    /** @return the dialog above one table of which only the spec is known */
    static NodeDialog of(final String node, final DataTableSpec table) throws Exception {
        return of(node, PortsInput.ofTables(table));
    }

    /** @return an input of a table and of other ports, of which the spec may be {@code null} */
    static PortsInput input(final List<PortType> types, final PortObjectSpec... specs) {
        return new PortsInput(types, List.of(), specs, new PortObject[specs.length]);
    }

    /** @return an input of a table that is there */
    static PortsInput input(final BufferedDataTable table) {
        return new PortsInput(List.of(BufferedDataTable.TYPE), List.of(),
            new PortObjectSpec[]{table.getDataTableSpec()}, new PortObject[]{table});
    }

    /**
     * @param key levels separated by a slash
     * @param value of the field; of an enum the name of the constant
     */
    NodeDialog set(final String key, final Object value) throws IllegalAccessException {
        final var control = Dialog.of(parameters.getClass()).controls().stream()
            .filter(c -> c.toString().equals(key)).findFirst().orElseThrow();
        Object parent = parameters;
        for (final var group : control.path().subList(0, control.path().size() - 1)) {
            parent = group.get(parent);
        }
        final var type = control.valueType();
        control.field().field().set(parent, type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>)c).name().equals(value)).findFirst()
                .orElseThrow()
            : value);
        return this;
    }

    /** @return the settings as they are saved */
    NodeSettings saved() {
        final var settings = new NodeSettings("model");
        ParameterSettings.save(parameters, settings);
        return settings;
    }

    OpenDialog dialog() {
        return dialog;
    }
}
