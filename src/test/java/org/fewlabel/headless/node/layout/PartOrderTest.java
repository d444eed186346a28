package org.fewlabel.headless.node.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** How KNIME orders the parts of one class: its LayoutTreeNode sorts by annotations, then by the classes' names. */
class PartOrderTest {

    static final class NoAnnotations implements NodeParameters {
        @Section(title = "Zebra")
        interface Zebra {
            @Section(title = "Stripe")
            interface Stripe {
            }
        }

        @Section(title = "Ape")
        interface Ape {
        }

        @Widget(title = "s", description = "d")
        @Layout(Zebra.Stripe.class)
        int m_stripe;

        @Widget(title = "z", description = "d")
        @Layout(Zebra.class)
        int m_zebra;

        @Widget(title = "a", description = "d")
        @Layout(Ape.class)
        int m_ape;

        @Widget(title = "f", description = "d")
        int m_free;
    }

    @Test
    void namesOfClassesAreTheDefaultOrderAndFieldsPrecedeParts() {
        assertThat(Shown.of(NoAnnotations.class)).containsExactly("free", "Ape > ape", "Zebra > zebra",
            "Zebra > Stripe > stripe");
    }

    static final class Several implements NodeParameters {
        @Section(title = "A")
        @After(B.class)
        @After(C.class)
        interface A {
        }

        @Section(title = "B")
        interface B {
        }

        @Section(title = "C")
        interface C {
        }

        @Section(title = "D")
        @Before(B.class)
        @Before(C.class)
        interface D {
        }

        @Widget(title = "a", description = "d")
        @Layout(A.class)
        int m_a;

        @Widget(title = "b", description = "d")
        @Layout(B.class)
        int m_b;

        @Widget(title = "c", description = "d")
        @Layout(C.class)
        int m_c;

        @Widget(title = "x", description = "d")
        @Layout(D.class)
        int m_d;
    }

    @Test
    void aPartCanComeAfterOrBeforeSeveral() {
        assertThat(Shown.of(Several.class)).containsExactly("D > d", "B > b", "C > c", "A > a");
    }

    static final class Gap implements NodeParameters {
        @Section(title = "A")
        @After(Empty.class)
        interface A {
        }

        @After(Z.class)
        interface Empty {
        }

        @Section(title = "Z")
        interface Z {
        }

        @Before(B.class)
        @After(Z.class)
        interface Unnamed {
        }

        @Section(title = "B")
        interface B {
        }

        @Widget(title = "a", description = "d")
        @Layout(A.class)
        int m_a;

        @Widget(title = "b", description = "d")
        @Layout(B.class)
        int m_b;

        @Widget(title = "z", description = "d")
        @Layout(Z.class)
        int m_z;
    }

    @Test
    void anEmptyPartOrdersItsNeighborsIfOneOfThemNamesIt() {
        assertThat(Shown.of(Gap.class)).containsExactly("B > b", "Z > z", "A > a");
    }

    static final class Circle implements NodeParameters {
        @After(B.class)
        interface A {
        }

        @After(A.class)
        interface B {
        }

        @Widget(title = "a", description = "d")
        @Layout(A.class)
        int m_a;
    }

    @Test
    void partsThatComeAfterEachOtherAreRefused() {
        assertThatThrownBy(() -> Shown.of(Circle.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("Circular order").hasMessageContaining("Circle.A").hasMessageContaining("Circle.B");
    }

    static final class Nephew implements NodeParameters {
        interface A {
            @After(B.class)
            interface Inner {
            }
        }

        interface B {
        }

        @Widget(title = "i", description = "d")
        @Layout(A.Inner.class)
        int m_inner;
    }

    static final class Adopted implements NodeParameters {
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
        assertThatThrownBy(() -> Shown.of(Nephew.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Nephew.A.Inner is after PartOrderTest.Nephew.B of the same top-level class");
        assertThatThrownBy(() -> Shown.of(Adopted.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Adopted.B is inside PartOrderTest.Adopted.A of the same top-level class");
    }

    static final class Row implements NodeParameters {
        @HorizontalLayout
        interface Beside {
        }

        @Widget(title = "b", description = "d")
        @Layout(Beside.class)
        int m_b;
    }

    @Test
    void aPartWithoutTitleIsNoHeading() {
        assertThat(Shown.of(Row.class)).containsExactly("b");
    }
}
