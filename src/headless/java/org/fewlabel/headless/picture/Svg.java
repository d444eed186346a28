package org.fewlabel.headless.picture;

import java.util.List;
import java.util.Locale;

/** Writes elements of an SVG picture. Equal calls give equal text, whatever the locale. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** Adds an element without content; attributes come in pairs of name and value. */
    Svg element(final String name, final Object... attributes) {
        open(name, attributes);
        text.insert(text.length() - 2, '/');
        return this;
    }

    /** Opens an element that {@link #close} ends. */
    Svg open(final String name, final Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"").append(escaped(value(attributes[i + 1]))).append('"');
        }
        text.append(">\n");
        return this;
    }

    /** Ends an element. */
    Svg close(final String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /**
     * Adds text, one line below the other.
     *
     * @param x where lines begin, or their middle if the attributes say so
     * @param y the baseline of the first line
     * @param lineHeight from one baseline to the next
     */
    Svg lines(final List<String> lines, final double x, final double y, final double lineHeight,
        final Object... attributes) {
        for (int i = 0; i < lines.size(); i++) {
            final var all = new Object[attributes.length + 4];
            all[0] = "x";
            all[1] = x;
            all[2] = "y";
            all[3] = y + i * lineHeight;
            System.arraycopy(attributes, 0, all, 4, attributes.length);
            open("text", all);
            text.setLength(text.length() - 1);
            text.append(escaped(lines.get(i))).append("</text>\n");
        }
        return this;
    }

    /** Adds existing SVG. */
    Svg raw(final String elements) {
        text.append(elements.strip()).append('\n');
        return this;
    }

    /** @return a color as SVG names it */
    static String color(final int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
    }

    /** @return a number with one decimal, without trailing zeros; anything else unchanged */
    static String value(final Object value) {
        if (value instanceof Double number) {
            final var rounded = Math.round(number * 10) / 10.0;
            return rounded == Math.rint(rounded) ? String.valueOf((long)rounded) : String.valueOf(rounded);
        }
        return String.valueOf(value);
    }

    private static String escaped(final String plain) {
        final var escaped = new StringBuilder();
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) || !isXml(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(final int c) {
        return c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
