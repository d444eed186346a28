package org.fewlabel.learn.encode;

import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.pretext.PretextTask;

/** Checks tasks against tables. */
final class Tasks {

    private Tasks() {
    }

    static void check(final PretextTask task, final Rows rows) {
        task.checkColumns(rows.columns().stream().map(Column::name).toList());
    }
}
