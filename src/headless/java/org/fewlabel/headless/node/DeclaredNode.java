package org.fewlabel.headless.node;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fewlabel.headless.node.Exchange.ColumnsIn;
import org.fewlabel.headless.node.Exchange.ColumnsOut;
import org.fewlabel.headless.node.Exchange.DataIn;
import org.fewlabel.headless.node.Exchange.DataOut;
import org.fewlabel.headless.node.Exchange.SpecsIn;
import org.fewlabel.headless.node.Exchange.SpecsOut;
import org.fewlabel.headless.node.NodeDeclaration.Rearranging;
import org.fewlabel.headless.node.NodeDeclaration.Standard;
import org.fewlabel.headless.node.settings.ParameterSettings;
import org.fewlabel.headless.slice.AnnouncedSpecs;
import org.fewlabel.headless.slice.NodeLog;
import org.fewlabel.headless.slice.NodeFacts;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/**
 * A declared node as KNIME runs it: parameters are read from settings and validated before each step, any failure of
 * its execution becomes a message for the user, and the output is checked against the ports.
 */
public final class DeclaredNode implements RunnableNode {

    private final NodeDeclaration declaration;

    private final OutputCheck outputCheck;

    /** @throws IllegalArgumentException if KNIME could not create such a node */
    public DeclaredNode(final NodeDeclaration declaration) {
        this.declaration = declaration;
        outputCheck = new OutputCheck(declaration.outputs());
    }

    @Override
    public String name() {
        return declaration.name();
    }

    @Override
    public Optional<NodeFacts> facts() {
        return Optional.of(new DeclaredFacts(declaration));
    }

    @Override
    public List<PortType> inPorts() {
        return declaration.inputs().stream().map(NodeFacts.Port::type).toList();
    }

    @Override
    public List<PortType> outPorts() {
        return declaration.outputs().stream().map(NodeFacts.Port::type).toList();
    }

    @Override
    public List<String> outPortNames() {
        return declaration.outputs().stream().map(NodeFacts.Port::name).toList();
    }

    @Override
    public NodeSettings defaultSettings(final PortObjectSpec[] in) {
        final var settings = new NodeSettings("model");
        declaration.parameters().ifPresent(type -> {
            final var input = new PortsInput(inPorts(), outPorts(), in, new PortObject[in.length]);
            ParameterSettings.save(ParameterSettings.defaults(type, input), settings);
        });
        return settings;
    }

    @Override
    public Configured configure(final NodeSettingsRO model, final PortObjectSpec[] in)
        throws InvalidSettingsException {
        checkSpecs(in);
        return configure(load(model), in);
    }

    private Configured configure(final NodeParameters parameters, final PortObjectSpec[] in)
        throws InvalidSettingsException {
        if (declaration.model() instanceof Standard standard) {
            final var out = new SpecsOut(outPorts().size());
            standard.configure().accept(new SpecsIn(parameters, in.clone(), outTypes()), out);
            return new Configured(out.specs, out.warning);
        }
        final var rearranger = rearranger(parameters, (DataTableSpec)in[0]);
        return new Configured(new PortObjectSpec[]{rearranger.createSpec()}, null);
    }

    private ColumnRearranger rearranger(final NodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        final var out = new ColumnsOut();
        ((Rearranging)declaration.model()).rearrange().accept(new ColumnsIn(parameters, spec), out);
        if (out.rearranger == null) {
            throw new InvalidSettingsException("The node " + name() + " did not define how to rearrange the columns.");
        }
        return out.rearranger;
    }

    @Override
    public Executed execute(final NodeSettingsRO model, final PortObject[] in, final ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        checkObjects(in);
        final var parameters = load(model);
        final var specs = new PortObjectSpec[in.length];
        for (int i = 0; i < in.length; i++) {
            specs[i] = in[i] == null ? null : in[i].getSpec();
        }
        // KNIME configures a node again once its predecessors have run, so the announced specs are those for these data
        final var promised = configure(parameters, specs).specs();
        final var out = new DataOut(outPorts().size());
        final List<String> information;
        try (var log = NodeLog.collect()) {
            exec.checkCanceled();
            if (declaration.model() instanceof Standard standard) {
                standard.execute().accept(new DataIn(parameters, in.clone(), outTypes(), exec), out);
            } else {
                final var table = (BufferedDataTable)in[0];
                out.setOutData(0, exec.createColumnRearrangeTable(table,
                    rearranger(parameters, table.getDataTableSpec()), exec));
            }
            exec.checkCanceled();
            information = log.lines();
        } catch (KNIMEException | CanceledExecutionException e) {
            throw canceledOr(e, exec);
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            throw canceledOr(failed(e), exec);
        }
        final var own = outputCheck.warning(out.objects, out.warning);
        final var other = AnnouncedSpecs.compare(name(), promised, out.objects);
        return new Executed(out.objects, other == null ? own : other, information);
    }

    /** Any exception after a cancel is a consequence of it. */
    private static KNIMEException canceledOr(final Exception e, final ExecutionContext exec)
        throws CanceledExecutionException {
        if (e instanceof CanceledExecutionException canceled) {
            throw canceled;
        }
        exec.checkCanceled();
        return (KNIMEException)e;
    }

    private static KNIMEException failed(final Throwable e) {
        final var message = e.getMessage();
        // a very short message, such as a bare index, is meaningless without the type of the failure
        final var text = message != null && message.length() >= 5 ? message
            : "(\"" + e.getClass().getSimpleName() + "\"): " + message;
        return new KNIMEException("Execute failed: " + text, e);
    }

    private NodeParameters load(final NodeSettingsRO model) throws InvalidSettingsException {
        if (declaration.parameters().isEmpty()) {
            return null;
        }
        final var parameters = ParameterSettings.load(declaration.parameters().get(), model);
        parameters.validate();
        return parameters;
    }

    private void checkSpecs(final PortObjectSpec[] in) throws InvalidSettingsException {
        Objects.checkIndex(inPorts().size(), in.length + 1);
        for (int i = 0; i < in.length; i++) {
            final var port = declaration.inputs().get(i);
            if (in[i] == null && port.type().isOptional()) {
                continue;
            }
            if (in[i] == null) {
                throw new InvalidSettingsException("Nothing is known about the input \"" + port.name()
                    + "\" (port " + (i + 1) + "): connect it, or execute the node before it.");
            }
            final var expected = port.type().getPortObjectSpecClass();
            if (!expected.isInstance(in[i])) {
                throw new InvalidSettingsException("The input \"" + port.name() + "\" (port " + (i + 1) + ") needs "
                    + expected.getSimpleName() + " but is connected to " + in[i].getClass().getSimpleName() + ".");
            }
        }
    }

    private void checkObjects(final PortObject[] in) throws KNIMEException {
        for (int i = 0; i < in.length; i++) {
            final var port = declaration.inputs().get(i);
            final boolean absent = in[i] == null && port.type().isOptional();
            if (!absent && !port.type().getPortObjectClass().isInstance(in[i])) {
                throw new KNIMEException("Execute failed: the input \"" + port.name() + "\" (port " + (i + 1)
                    + ") needs " + port.type().getPortObjectClass().getSimpleName() + " but got "
                    + (in[i] == null ? "nothing" : in[i].getClass().getSimpleName()) + ".");
            }
        }
    }

    private PortType[] outTypes() {
        return outPorts().toArray(PortType[]::new);
    }
}
