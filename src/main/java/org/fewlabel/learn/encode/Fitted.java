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
 */
public record Fitted(TableEncoder encoder, Trained training) {

    /** @return what the user should know, in sentences */
    public List<String> notes() {
        final var notes = new ArrayList<String>();
        notes.add(training.ending());
        notes.addAll(Dropped.notes(encoder.dropped()));
        return notes;
    }
}
