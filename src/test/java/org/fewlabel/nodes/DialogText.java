package org.fewlabel.nodes;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.headless.node.dialog.Control;
import org.fewlabel.headless.node.dialog.Dialog;
import org.fewlabel.headless.slice.NodeFacts;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect.EffectType;

/** A dialog as text, a line per field in the order in which the user sees them: section > title [key] (what else). */
final class DialogText {

    private DialogText() {
    }

    /** @return the name of the node, an empty line, and the fields */
    static String of(final NodeFacts facts) {
        final var lines = new ArrayList<>(List.of(facts.name(), ""));
        facts.parametersClass().ifPresent(type -> fields(Dialog.of(type), "", "", lines));
        return String.join("\n", lines) + "\n";
    }

    private static void fields(final Dialog dialog, final String place, final String keys, final List<String> lines) {
        for (final var control : dialog.controls()) {
            final var headings = control.headings().stream().map(heading -> heading + " > ").toList();
            final var title = place + String.join("", headings)
                + control.widget().map(Widget::title).orElse("(message)");
            final var key = keys + control;
            lines.add(title + " [" + key + "]" + marks(control));
            dialog.elements(control).ifPresent(elements -> fields(elements, title + " > ", key + "/", lines));
        }
    }

    private static String marks(final Control control) {
        final var marks = new ArrayList<String>();
        if (control.advanced()) {
            marks.add("advanced");
        }
        final var effects = control.effects().stream().map(effect -> effect.type()).toList();
        if (effects.contains(EffectType.SHOW) || effects.contains(EffectType.HIDE)) {
            marks.add("sometimes hidden");
        }
        if (effects.contains(EffectType.ENABLE) || effects.contains(EffectType.DISABLE)) {
            marks.add("sometimes disabled");
        }
        return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
    }
}
