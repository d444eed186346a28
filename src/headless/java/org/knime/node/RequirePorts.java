package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** The stage that asks for the ports of a node. */
public interface RequirePorts {

    /**
     * Ports that are always there. The name of a port is its identifier as well, so it must be unique over inputs and
     * outputs together.
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(dynamic -> ports.accept(new PortsAdder() {

            @Override
            public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
                dynamic.addInputPortGroup(name, port -> port.name(name).description(description).fixed(portType));
                return this;
            }

            @Override
            public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
                dynamic.addOutputPortGroup(name, port -> port.name(name).description(description).fixed(portType));
                return this;
            }
        }));
    }

    /** Ports some of which the user can add, remove or change, or whose identifiers differ from their names. */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Takes ports that are always there. */
    interface PortsAdder {

        /** @return this */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /** @return this */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /** @return this */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /** @return this */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Takes groups of ports. */
    interface DynamicPortsAdder {

        /** @param groupId identifies the group within the node */
        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /** @param groupId identifies the group within the node */
        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /** @param groupId identifies a group whose inputs and outputs come and go together */
        DynamicPortsAdder addInputAndOutputPortGroup(String groupId,
            Function<RequireInputPortName, ConfigurablePort> groupConfiguration);
    }

    /** Asks for the name of the ports of a group. */
    interface RequirePortName {

        /** @return the next stage */
        RequirePortDescription name(String name);
    }

    /** Asks for the description of the ports of a group. */
    interface RequirePortDescription {

        /** @return the next stage */
        RequireConfigurablePortMode description(String description);
    }

    /** Asks for the name of the inputs of a group. */
    interface RequireInputPortName {

        /** @return the next stage */
        RequireInputPortDescription inputName(String name);
    }

    /** Asks for the description of the inputs of a group. */
    interface RequireInputPortDescription {

        /** @return the next stage */
        RequireOutputPortName inputDescription(String description);
    }

    /** Asks for the name of the outputs of a group. */
    interface RequireOutputPortName {

        /** @return the next stage */
        RequireOutputPortDescription outputName(String name);
    }

    /** Asks for the description of the outputs of a group. */
    interface RequireOutputPortDescription {

        /** @return the next stage */
        RequireConfigurablePortMode outputDescription(String description);
    }

    /** Asks what the user can do with a group. */
    interface RequireConfigurablePortMode {

        /** One port that is always there. */
        FinalConfigurablePort fixed(PortType portType);

        /** At most one port. */
        RequireSupportedTypes<OptionalConfigurablePort> optional();

        /** Any number of ports. */
        RequireSupportedTypes<ExtendableConfigurablePort> extendable();

        /** Any number of ports of the type that the first port of another group has. */
        BoundExtendableConfigurablePort boundExtendable(String groupId);

        /** One port that is always there and whose type the user can change. */
        RequireSupportedTypes<FinalConfigurablePort> exchangable(PortType defaultType);
    }

    /**
     * Asks for the types that the ports of a group can have.
     *
     * @param <T> the next stage
     */
    interface RequireSupportedTypes<T> {

        /** @return the next stage */
        T supportedTypes(PortType... portTypes);

        /** @return the next stage */
        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** A group that is complete, or could be. */
    sealed interface ConfigurablePort permits FinalConfigurablePort, OptionalConfigurablePort,
        ExtendableConfigurablePort, BoundExtendableConfigurablePort {

        /** A group that is complete. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** A group of at most one port. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /** The port is there until the user removes it. */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** A group of any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /** Ports that the user cannot remove. */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /** Ports that are there until the user removes them. */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }

        /** A group of any number of ports whose type another group determines. */
        non-sealed interface BoundExtendableConfigurablePort extends ConfigurablePort {

            /** How many ports the user cannot remove. */
            BoundExtendableConfigurablePort fixedNumPorts(int numPorts);

            /** How many ports are there until the user removes them. */
            BoundExtendableConfigurablePort defaultNumPorts(int numPorts);
        }
    }
}
