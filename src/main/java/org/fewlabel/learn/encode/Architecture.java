package org.fewlabel.learn.encode;

import java.util.List;

import org.fewlabel.device.UserMessageException;

/**
 * The size of an encoder.
 *
 * @param widths of its layers; the last is the length of the embedding
 */
public record Architecture(List<Integer> widths) {

    /** For tables with few columns or rows. */
    public static final Architecture SMALL = new Architecture(List.of(64, 64, 32));

    /** The default, which suits most tables. */
    public static final Architecture MEDIUM = new Architecture(List.of(256, 256, 128));

    /** For tables with hundreds of columns and very many rows. */
    public static final Architecture LARGE = new Architecture(List.of(512, 512, 512, 256));

    /** @throws IllegalArgumentException if there is no layer */
    public Architecture {
        widths = List.copyOf(widths);
        if (widths.isEmpty()) {
            throw new UserMessageException("An encoder needs at least one layer.");
        }
    }

    /** @return the length of the embedding */
    public int dimensions() {
        return widths.get(widths.size() - 1);
    }

    /** @return the widths of a decoder: all before the last, in reverse order */
    List<Integer> mirrored() {
        return widths.subList(0, widths.size() - 1).stream()
            .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), list -> {
                java.util.Collections.reverse(list);
                return list;
            }));
    }
}
