package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.Dropped;
import org.fewlabel.learn.net.Trained;

/**
 * What training an encoder gave.
 *
 * @param encoder the encoder
 * @param training how it went
 * @param reading what the user should know about how the rows were read, in sentences
 */
public record Fitted(TableEncoder encoder, Trained training, List<String> reading) {

    /** @return what the user should know, in sentences */
    public List<String> notes() {
        final var notes = new ArrayList<String>();
        notes.add(training.ending());
        notes.addAll(reading);
        notes.addAll(Dropped.notes(encoder.dropped()));
        return notes;
    }
}
