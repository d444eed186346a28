package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.DroppedColumns;
import org.fewlabel.learn.net.TrainingResult;

/**
 * What training an encoder gave.
 *
 * @param encoder the encoder
 * @param training how it went
 * @param reading what the user should know about how the rows were read, in sentences
 */
public record FittedEncoder(TableEncoder encoder, TrainingResult training, List<String> reading) {

    /** @return what the user should know, in sentences */
    public List<String> notes() {
        final var notes = new ArrayList<String>();
        notes.add(training.ending());
        notes.addAll(reading);
        notes.addAll(DroppedColumns.notes(encoder.dropped()));
        return notes;
    }
}
