package org.fewlabel.bench;

import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Another method on the embedding of an encoder: the nodes Pretext Generator, the encoder's, Encoder Apply, and those
 * of the method.
 */
final class EncodedMethod implements BenchMethod {

    private final Encoders encoders;

    private final String suffix;

    private final BenchMethod then;

    EncodedMethod(final Encoders encoders, final String suffix, final BenchMethod then) {
        this.encoders = encoders;
        this.suffix = suffix;
        this.then = then;
    }

    @Override
    public String name() {
        return encoders.text() + "+" + suffix;
    }

    @Override
    public boolean isForImages() {
        return encoders.isForImages();
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var encoder = encoders.train(pool, exec).objects()[0];
        return then.predict(
            (BufferedDataTable)Nodes.run(new EncoderApplyNodeFactory(), exec, encoder, pool).objects()[0],
            (BufferedDataTable)Nodes.run(new EncoderApplyNodeFactory(), exec, encoder, test).objects()[0], exec);
    }
}
