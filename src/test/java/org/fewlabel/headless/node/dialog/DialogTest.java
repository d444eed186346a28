package org.fewlabel.headless.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(dialog.controls()).map(control -> String.join(" > ", dialog.headings(control))).containsExactly("",
            "First", "First", "Middle", "Middle > Deep", "Last");
        assertThat(dialog.controls().stream().filter(Control::advanced)).map(Control::toString)
            .containsExactly("free", "inDeep");
    }

    static final class Tangled implements NodeParameters {

        interface A {
        }

        @Inside(A.class)
        interface B {
        }

        @Widget(title = "b", description = "d")
        @Layout(B.class)
        int m_b;
    }

    @Test
    void partsOfOneClassAreNestedInsteadOfNamed() {
        assertThatThrownBy(() -> Dialog.of(Tangled.class)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("part B").hasMessageContaining("refers to A");
    }

    static final class Circular implements NodeParameters {

        @After(B.class)
        interface A {
        }

        @After(A.class)
        interface B {
        }

        @Widget(title = "a", description = "d")
        @Layout(A.class)
        int m_a;

        @Widget(title = "b", description = "d")
        @Layout(B.class)
        int m_b;
    }

    @Test
    void partsThatComeAfterEachOtherAreRefused() {
        assertThatThrownBy(() -> Dialog.of(Circular.class)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("Circular$A").hasMessageContaining("Circular$B");
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
