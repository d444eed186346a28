package org.knime.core.data.image;

import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** What is on a picture. Nothing is drawn here. */
public interface ImageContent {

    /**
     * @param output takes the picture's file; not closed
     * @throws IOException if it cannot be written
     */
    void save(OutputStream output) throws IOException;

    /** @return a few words on the picture */
    String getSummary();

    /** @return a cell that holds the picture */
    DataCell toImageCell();
}
