package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;
import org.knime.node.PortGroup.Ports;
import org.knime.node.PortGroup.Text;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequireInputPortName;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the groups of ports that a node declares. */
final class PortDeclarations implements DynamicPortsAdder {

    private final List<PortGroup> m_groups = new ArrayList<>();

    private PortDeclarations() {
    }

    static List<PortGroup> collect(final Consumer<DynamicPortsAdder> declaration) {
        final var collector = new PortDeclarations();
        declaration.accept(collector);
        return List.copyOf(collector.m_groups);
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> mode(groupId, new Text(name, description), null));
        return this;
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> mode(groupId, null, new Text(name, description)));
        return this;
    }

    @Override
    public DynamicPortsAdder addInputAndOutputPortGroup(final String groupId,
        final Function<RequireInputPortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(inName -> inDescription -> outName -> outDescription -> mode(groupId,
            new Text(inName, inDescription), new Text(outName, outDescription)));
        return this;
    }

    private RequireConfigurablePortMode mode(final String id, final Text input, final Text output) {
        return new Mode(ports -> m_groups.add(new PortGroup(id, input, output, ports)));
    }

    /** Makes the ports of one group. */
    private static final class Mode implements RequireConfigurablePortMode {

        private final Consumer<Ports> m_sink;

        Mode(final Consumer<Ports> sink) {
            m_sink = sink;
        }

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            final var ports = new Ports();
            ports.fixed = List.of(portType);
            ports.configurable = false;
            m_sink.accept(ports);
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType defaultType) {
            return supported(ports -> {
                ports.fixed = List.of(defaultType);
                ports.exchangeable = true;
                return new FinalConfigurablePort();
            });
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            return supported(ports -> {
                ports.most = 1;
                return type -> {
                    ports.initial = List.of(type);
                    return new FinalConfigurablePort();
                };
            });
        }

        @Override
        public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
            return supported(Extendable::new);
        }

        @Override
        public BoundExtendableConfigurablePort boundExtendable(final String groupId) {
            final var ports = new Ports();
            ports.boundTo = groupId;
            m_sink.accept(ports);
            return new Bound(ports);
        }

        private <T> RequireSupportedTypes<T> supported(final Function<Ports, T> next) {
            return new RequireSupportedTypes<>() {

                @Override
                public T supportedTypes(final PortType... portTypes) {
                    return supportedTypes(List.of(portTypes)::contains);
                }

                @Override
                public T supportedTypes(final Predicate<PortType> portTypePredicate) {
                    final var ports = new Ports();
                    ports.supported = portTypePredicate;
                    m_sink.accept(ports);
                    return next.apply(ports);
                }
            };
        }
    }

    /** Takes the first ports of a group of any number of ports. */
    private record Extendable(Ports ports) implements ExtendableConfigurablePort {

        @Override
        public ExtendableConfigurablePort fixedTypes(final PortType... portTypes) {
            ports.fixed = some(portTypes, "fixedTypes");
            return this;
        }

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
            ports.initial = some(portTypes, "defaultNonFixedTypes");
            return this;
        }

        private static List<PortType> some(final PortType[] types, final String method) {
            if (types == null || types.length == 0) {
                throw new IllegalArgumentException(method + " needs at least one port type.");
            }
            return List.of(types);
        }
    }

    /** Takes the number of ports of a group whose type another one determines. */
    private record Bound(Ports ports) implements BoundExtendableConfigurablePort {

        @Override
        public BoundExtendableConfigurablePort fixedNumPorts(final int numPorts) {
            ports.fixedCount = numPorts;
            return this;
        }

        @Override
        public BoundExtendableConfigurablePort defaultNumPorts(final int numPorts) {
            ports.initialCount = numPorts;
            return this;
        }
    }
}
