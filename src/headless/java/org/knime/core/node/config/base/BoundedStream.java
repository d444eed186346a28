package org.knime.core.node.config.base;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than so many bytes. */
final class BoundedStream extends FilterInputStream {

    private final long limit;

    private long left;

    BoundedStream(final InputStream in, final long limit) {
        super(in);
        this.limit = limit;
        left = limit;
    }

    @Override
    public int read() throws IOException {
        final var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(final byte[] buffer, final int offset, final int length) throws IOException {
        final var read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(final int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("The settings have more than " + limit + " bytes.");
        }
    }
}
