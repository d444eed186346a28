package org.fewlabel.port;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.State;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The binary format of a fitted model:
 * <ol>
 * <li>8 bytes {@code FEWLABEL}; version and length of the header as two 32-bit integers;</li>
 * <li>the header, JSON in UTF-8: {@code about} (the description by the port) and {@code state}, whose entries are
 * numbers and texts unchanged, nested states as objects, and number arrays as {@code {"type","length"}};</li>
 * <li>the numbers of all arrays, in the order of the header.</li>
 * </ol> All numbers are little-endian. A reader trusts nothing: lengths are checked before memory is allocated, memory
 * is allocated as the bytes arrive, and missing or additional bytes are an error. Files of older versions can be read.
 */
final class StateFormat {

    static final int VERSION = 1;

    private static final byte[] MAGIC = "FEWLABEL".getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_HEADER_BYTES = 64 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build()).build()).build();

    /** @param about the description by the port */
    record Content(ObjectNode about, State state) {
    }

    private StateFormat() {
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static void write(final Content content, final OutputStream out) throws IOException {
        final var header = JSON.createObjectNode();
        header.set("about", content.about());
        final var arrays = new StateArrays.Writer();
        header.set("state", arrays.describe(content.state(), JSON));
        final var bytes = JSON.writeValueAsBytes(header);
        if (bytes.length > MAX_HEADER_BYTES) {
            throw new IOException("The model has too many names and texts to be stored.");
        }
        final var data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeInt(Integer.reverseBytes(VERSION));
        data.writeInt(Integer.reverseBytes(bytes.length));
        data.write(bytes);
        arrays.write(data);
        data.flush();
    }

    /** @throws IOException if the content is damaged, forged, cut off, or of a newer version */
    static Content read(final InputStream in) throws IOException {
        final var data = new DataInputStream(in);
        try {
            final var magic = new byte[MAGIC.length];
            data.readFully(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new IOException("This is not a model of Few-Label Learning.");
            }
            final var version = Integer.reverseBytes(data.readInt());
            if (version < 1 || version > VERSION) {
                throw new IOException("The model was stored in format " + version + " and this version reads up to "
                    + VERSION + ". Update the extension \"Few-Label Learning\".");
            }
            final var length = Integer.reverseBytes(data.readInt());
            if (length < 2 || length > MAX_HEADER_BYTES) {
                throw new IOException("The stored model is damaged: its header claims " + length + " bytes.");
            }
            final var header = data.readNBytes(length);
            if (header.length < length) {
                throw new EOFException();
            }
            final var json = JSON.readTree(header);
            if (json == null || !(json.get("about") instanceof ObjectNode about)
                || !(json.get("state") instanceof ObjectNode state)) {
                throw new IOException("The stored model is damaged: its header is not what it should be.");
            }
            final var content = new Content(about, new StateArrays.Reader(data).read(state));
            if (data.read() >= 0) {
                throw new IOException("The stored model is damaged: there are bytes after its end.");
            }
            return content;
        } catch (final EOFException e) {
            throw new IOException("The stored model is cut off: bytes are missing at its end.", e);
        } catch (final JsonProcessingException e) {
            throw new IOException("The stored model is damaged: its header cannot be read.", e);
        } catch (final UserMessageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
