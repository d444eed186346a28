package org.fewlabel.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory;

/**
 * Encoders trained by the nodes. An encoder uses no label, so it is the same for all draws of a set and is trained
 * once; its time is counted in the first draw that needs it.
 */
enum Encoders {
    CONTRASTIVE(null), MASKED(null), AUTOENCODER(null),
    /** how an image was turned (Gidaris et al. 2018) */
    ROTATE("ROTATE"),
    /** the order of its tiles (Noroozi &amp; Favaro 2016) */
    JIGSAW("JIGSAW"),
    /** hidden squares (Pathak et al. 2016) */
    PATCHES("PATCHES");

    private static final Map<List<Object>, RunnableNode.Executed> TRAINED = new HashMap<>();

    /** The task for images, which Masked Encoder learns by; {@code null} for what is chosen automatically. */
    private final String task;

    Encoders(final String task) {
        this.task = task;
    }

    boolean isForImages() {
        return task != null;
    }

    String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return the encoder of the rows, and the message of the node */
    RunnableNode.Executed train(final BufferedDataTable rows, final ExecutionContext exec) throws Exception {
        // draws of a set differ only in the labels
        final List<Object> key = List.of(this, rows.getDataTableSpec().getName(),
            List.of(rows.getDataTableSpec().getColumnNames()), rows.size(), rows.iterator().next().getKey());
        if (!TRAINED.containsKey(key)) {
            TRAINED.put(key, this == AUTOENCODER ? Nodes.run(new AutoencoderNodeFactory(), exec, rows)
                : Nodes.run(learner(), exec, rows, Nodes.run(new PretextGeneratorNodeFactory(), settings -> {
                    if (task != null) {
                        settings.addString("task", task);
                    }
                }, exec, rows).objects()[0]));
        }
        return TRAINED.get(key);
    }

    private NodeFactory<?> learner() {
        return this == CONTRASTIVE ? new ContrastiveEncoderNodeFactory() : new MaskedEncoderNodeFactory();
    }

    static EncoderPortObject encoder(final RunnableNode.Executed trained) {
        return (EncoderPortObject)trained.objects()[0];
    }
}
