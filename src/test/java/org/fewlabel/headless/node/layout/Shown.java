package org.fewlabel.headless.node.layout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fewlabel.headless.node.dialog.Dialog;

/** A dialog in short. */
final class Shown {

    private Shown() {
    }

    /** @return the fields in order, each as {@code Section > Section in it > key} */
    static List<String> of(final Class<?> parameters) {
        return Dialog.of(parameters).controls().stream()
            .map(control -> Stream.concat(control.headings().stream(), Stream.of(control.toString()))
                .collect(Collectors.joining(" > ")))
            .toList();
    }
}
