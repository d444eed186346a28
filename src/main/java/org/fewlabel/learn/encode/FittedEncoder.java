package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.data.DroppedColumns;
import org.fewlabel.learn.net.TrainingResult;

/**
 * A trained encoder with the course of its training.
 *
 * @param encoder the encoder
 * @param training the result of the training
 * @param reading what the user should know about the encoding of the rows, in sentences
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
