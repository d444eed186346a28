package org.knime.core.node.port;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.JComponent;

import org.fewlabel.headless.slice.PortTypes;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject.PortObjectSerializer;

class PortTypeRegistryTest {

    private static final class Late implements PortObject {

        @Override
        public String getSummary() {
            return "";
        }

        @Override
        public DataTableSpec getSpec() {
            return new DataTableSpec();
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    private static final class Serializer extends PortObjectSerializer<Late> {

        @Override
        public void savePortObject(final Late portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Late loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) {
            throw new UnsupportedOperationException();
        }
    }

    /** A class keeps its type in a constant, and may be loaded before its type is registered. */
    @Test
    void aTypeThatSomebodyAskedForBeforeIsShownAsItIsRegistered() {
        final var registry = PortTypeRegistry.getInstance();
        final var early = registry.getPortType(Late.class);
        assertThat(early.isHidden()).isTrue();
        assertThat(registry.availablePortTypes()).contains(BufferedDataTable.TYPE).doesNotContain(early);
        PortTypes.register(new PortTypes.Registration("Late at last", 7, false, Late.class, new Serializer(),
            DataTableSpec.class, new DataTableSpec.Serializer()));
        assertThat(early.getName()).isEqualTo("Late at last");
        assertThat(early.getColor()).isEqualTo(7);
        assertThat(early.isHidden()).isFalse();
        assertThat(registry.availablePortTypes()).contains(early);
    }
}
