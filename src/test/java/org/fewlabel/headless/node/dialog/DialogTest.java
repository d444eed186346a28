package org.fewlabel.headless.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;

class DialogTest {

    static final class Laid implements NodeParameters {

        @Section(title = "Last")
        @After(Middle.class)
        interface Last {
        }

        @Section(title = "Middle")
        interface Middle {

            @Section(title = "Deep")
            interface Deep {
            }
        }

        @Section(title = "First")
        @Before(Middle.class)
        interface First {
        }

        static final class Group implements WidgetGroup, Persistable {
            @Widget(title = "Grouped", description = "d")
            int m_grouped;

            @Widget(title = "Elsewhere", description = "d")
            @Layout(Middle.class)
            int m_elsewhere;
        }

        @Layout(Last.class)
        @Widget(title = "In last", description = "d")
        int m_inLast;

        @Layout(Middle.Deep.class)
        @Widget(title = "In deep", description = "d", advanced = true)
        int m_inDeep;

        @Layout(Elsewhere.Corner.class)
        @Persist(configKey = "corner")
        @Widget(title = "In corner", description = "d")
        int m_inCorner;

        @Widget(title = "Free", description = "d")
        @Advanced
        int m_free;

        @Layout(First.class)
        Group m_group = new Group();

        int m_hidden;
    }

    @Test
    void controlsComePartByPart() {
        assertThat(Dialog.of(Laid.class).controls()).map(Control::toString).containsExactly("free", "group/grouped",
            "corner", "group/elsewhere", "inDeep", "inLast");
    }

    @Test
    void headingsAreThoseOfThePartsAround() {
        final var dialog = Dialog.of(Laid.class);
        assertThat(dialog.controls()).map(control -> String.join(" > ", control.headings())).containsExactly("",
            "First", "First", "Middle", "Middle > Deep", "Last");
        assertThat(dialog.controls().stream().filter(Control::advanced)).map(Control::toString)
            .containsExactly("free", "inDeep");
    }

    @Effect(predicate = Never.class, type = EffectType.SHOW)
    @Advanced
    static class Group implements NodeParameters {
        @Effect(predicate = Always.class, type = EffectType.SHOW)
        @Widget(title = "a", description = "d")
        int m_own;

        @Widget(title = "b", description = "d")
        int m_ofGroup;
    }

    static final class Heir extends Group {
        @Widget(title = "c", description = "d")
        int m_heirs;
    }

    static final class Never implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.never();
        }
    }

    static final class Always implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.always();
        }
    }

    static final class Conditional implements NodeParameters {
        Group m_group = new Group();

        Heir m_heir = new Heir();

        static String text(final Control control) {
            final var effects = control.effects().stream().map(effect -> " " + effect.predicate().getSimpleName())
                .toList();
            return control + String.join("", effects) + (control.advanced() ? " advanced" : "");
        }
    }

    /** That of a class holds for the fields it declares and for groups of just that class. */
    @Test
    void whatAClassDependsOnHoldsForItsFields() {
        assertThat(Dialog.of(Conditional.class).controls()).map(Conditional::text).containsExactly(
            "group/own Always advanced", "group/ofGroup Never advanced", "heir/own Always advanced",
            "heir/ofGroup Never advanced", "heir/heirs");
    }
}

/** Parts that belong into a dialog of another class. */
final class Elsewhere {

    @Inside(DialogTest.Laid.First.class)
    interface Corner {
    }

    private Elsewhere() {
    }
}
