package org.fewlabel.nodes.encode;

import java.util.function.Consumer;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Every method to train an encoder, by its nodes and in little time. */
public enum Trainer {
    NT_XENT(new ContrastiveEncoderNodeFactory(), "CORRUPT", "loss", "NT_XENT"),
    NT_XENT_OF_BLOCKS(new ContrastiveEncoderNodeFactory(), "BLOCKS", "loss", "NT_XENT"),
    BARLOW_TWINS(new ContrastiveEncoderNodeFactory(), "CORRUPT", "loss", "BARLOW_TWINS"),
    VICREG(new ContrastiveEncoderNodeFactory(), "CORRUPT", "loss", "VICREG"),
    CORRUPTED(new MaskedEncoderNodeFactory(), "CORRUPT", null, null),
    MASKED(new MaskedEncoderNodeFactory(), "MASK", null, null),
    SWAPPED(new MaskedEncoderNodeFactory(), "SWAP", null, null),
    HIDDEN_BLOCKS(new MaskedEncoderNodeFactory(), "BLOCKS", null, null),
    DENOISING(new AutoencoderNodeFactory(), null, "kind", "DENOISING"),
    VARIATIONAL(new AutoencoderNodeFactory(), null, "kind", "VARIATIONAL");

    private final NodeFactory<?> factory;

    private final String task;

    private final String setting;

    private final String value;

    Trainer(final NodeFactory<?> factory, final String task, final String setting, final String value) {
        this.factory = factory;
        this.task = task;
        this.setting = setting;
        this.value = value;
    }

    public NodeFactory<?> factory() {
        return factory;
    }

    /** Whether its encoders compute a reconstruction error. */
    public boolean reconstructs() {
        return task == null || setting == null && this != SWAPPED;
    }

    /** The inputs of its node: the table and, if it needs one, a pretext task made for it. */
    public PortObject[] inputs(final BufferedDataTable table) throws Exception {
        return task == null ? new PortObject[]{table} : new PortObject[]{table, task(table, task).object(0)};
    }

    /** A small network, three epochs. */
    public TestRun run(final BufferedDataTable table) throws Exception {
        return run(settings -> {}, inputs(table));
    }

    public TestRun run(final Consumer<NodeSettings> change, final PortObject... in) throws Exception {
        return TestRun.of(factory, settings(change), in);
    }

    public EncoderPortObject train(final BufferedDataTable table) throws Exception {
        return (EncoderPortObject)run(table).object(0);
    }

    public EncoderPortObject train(final BufferedDataTable table, final Consumer<NodeSettings> change)
        throws Exception {
        return (EncoderPortObject)run(change, inputs(table)).object(0);
    }

    /** Quick settings and then those of the test. */
    public Consumer<NodeSettings> settings(final Consumer<NodeSettings> change) {
        return settings -> {
            if (setting != null) {
                settings.addString(setting, value);
            }
            inside(settings, "training", training -> training.addString("size", "SMALL"));
            epochs(settings, 3);
            change.accept(settings);
        };
    }

    public static TestRun task(final BufferedDataTable table, final String task) throws Exception {
        return TestRun.of(new PretextGeneratorNodeFactory(), settings -> settings.addString("task", task), table);
    }

    public static void epochs(final NodeSettings settings, final int count) {
        optional(settings, "epochs", count);
    }

    /** Gives one of the numbers of the training that are chosen automatically otherwise. */
    public static void optional(final NodeSettings settings, final String key, final int count) {
        inside(settings, "training", training -> {
            training.addInt(key, count);
            training.addBoolean(key + "_is_present", true);
        });
    }

    public static void widths(final NodeSettings settings, final String widths) {
        inside(settings, "training", training -> {
            training.addString("size", "CUSTOM");
            training.addString("widths", widths);
        });
    }

    public static void inside(final NodeSettings settings, final String key, final Consumer<NodeSettings> change) {
        try {
            change.accept(settings.getNodeSettings(key));
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }
}
