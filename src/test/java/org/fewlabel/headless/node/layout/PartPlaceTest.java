package org.fewlabel.headless.node.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/**
 * Where KNIME puts parts that are ordered against parts of other classes: its LayoutTreeNode gives them the parent of
 * those they name. The parts stand at the end of this file, because classes of one nest must not name each other so.
 */
class PartPlaceTest {

    @Test
    void aPartIsPlacedBesideItsNeighborTogetherWithItsOwnNeighbors() {
        assertThat(Shown.of(Guest.class)).containsExactly("One > one", "Guest > guest", "Next > next", "Two > two");
    }

    @Test
    void aPartThatIsOrderedAgainstNothingStaysBehindAndMakesASecondRoot() {
        assertThatThrownBy(() -> Shown.of(Straggler.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("several roots").hasMessageContaining("Hall").hasMessageContaining("Straggler");
    }

    @Test
    void aPartLiesInsideAnother() {
        assertThat(Shown.of(Lodger.class)).containsExactly("One > one", "One > Room > room");
    }

    @Test
    void aTopLevelPartComesToWhereThoseAreThatNameIt() {
        assertThat(Shown.of(Host.class)).containsExactly("Lone > lone", "Mine > mine");
    }

    @Test
    void neighborsInDifferentPartsContradictEachOther() {
        assertThatThrownBy(() -> Shown.of(Torn.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Conflicting order annotations in the dialog: Torn.Part is before Yard.Gate, that is in Yard; "
                + "Torn.Part is after Hall.One, that is in Hall. The targets of the annotations of a part, and of its "
                + "siblings, must have the same parent.");
    }

    /** In the last case KNIME takes now one place, now the other: it goes by hash codes. */
    @ParameterizedTest
    @ValueSource(classes = {TornBySibling.class, TornTwice.class, Undecided.class})
    void theyDoSoThroughTheirOwnNeighborsToo(final Class<?> parameters) {
        assertThatThrownBy(() -> Shown.of(parameters)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("Conflicting order annotations in the dialog: ");
    }

    @Test
    void annotationsThatLeadRoundInACircleAreRefused() {
        assertThatThrownBy(() -> Shown.of(WideCircle.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("form a cycle: WideCircle.Here is after OtherEnd.There; OtherEnd.There is after "
                + "WideCircle.Here.");
    }

    /** KNIME creates such a node, and shows nothing of what is in these parts. */
    @Test
    void partsThatLieInEachOtherAreRefused() {
        assertThatThrownBy(() -> Shown.of(Egg.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("contain each other").hasMessageContaining("Egg.Shell")
            .hasMessageContaining("Hen.Nest");
    }

    /** KNIME sorts by the simple name of the class, and takes equal ones as they come out of a hash set. */
    @Test
    void partsOfOneNameMustBeOrdered() {
        assertThatThrownBy(() -> Shown.of(Namesakes.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Hall.One").hasMessageContaining("Namesakes.One");
    }
}

interface Hall {
    @Section(title = "One")
    interface One {
    }

    @Section(title = "Two")
    @After(One.class)
    interface Two {
    }
}

interface Yard {
    interface Gate {
    }
}

final class Guest implements NodeParameters {
    @Section(title = "Guest")
    @After(Hall.One.class)
    @Before(Hall.Two.class)
    interface Part {
    }

    @Section(title = "Next")
    @After(Part.class)
    interface Next {
    }

    @Widget(title = "2", description = "d")
    @Layout(Hall.Two.class)
    int m_two;

    @Widget(title = "g", description = "d")
    @Layout(Part.class)
    int m_guest;

    @Widget(title = "n", description = "d")
    @Layout(Next.class)
    int m_next;

    @Widget(title = "1", description = "d")
    @Layout(Hall.One.class)
    int m_one;
}

final class Straggler implements NodeParameters {
    @After(Hall.One.class)
    interface Part {
    }

    interface Other {
    }

    @Widget(title = "p", description = "d")
    @Layout(Part.class)
    int m_part;

    @Widget(title = "o", description = "d")
    @Layout(Other.class)
    int m_other;
}

final class Lodger implements NodeParameters {
    @Section(title = "Room")
    @Inside(Hall.One.class)
    interface Room {
    }

    @Widget(title = "r", description = "d")
    @Layout(Room.class)
    int m_room;

    @Widget(title = "1", description = "d")
    @Layout(Hall.One.class)
    int m_one;
}

@Section(title = "Lone")
interface Lone {
}

final class Host implements NodeParameters {
    @Section(title = "Mine")
    @After(Lone.class)
    interface Mine {
    }

    @Widget(title = "m", description = "d")
    @Layout(Mine.class)
    int m_mine;

    @Widget(title = "l", description = "d")
    @Layout(Lone.class)
    int m_lone;
}

final class Torn implements NodeParameters {
    @After(Hall.One.class)
    @Before(Yard.Gate.class)
    interface Part {
    }

    @Widget(title = "p", description = "d")
    @Layout(Part.class)
    int m_part;
}

final class TornBySibling implements NodeParameters {
    @After(Hall.One.class)
    interface First {
    }

    @After(First.class)
    @Before(Yard.Gate.class)
    interface Second {
    }

    @Widget(title = "f", description = "d")
    @Layout(First.class)
    int m_first;

    @Widget(title = "s", description = "d")
    @Layout(Second.class)
    int m_second;
}

final class TornTwice implements NodeParameters {
    @Inside(Hall.One.class)
    @After(Hall.Two.class)
    interface Part {
    }

    @Widget(title = "p", description = "d")
    @Layout(Part.class)
    int m_part;
}

final class Undecided implements NodeParameters {
    interface Outer {
        @After(Lone.class)
        interface Inner {
        }
    }

    @Before(Lone.class)
    interface Other {
    }

    @Widget(title = "i", description = "d")
    @Layout(Outer.Inner.class)
    int m_inner;

    @Widget(title = "o", description = "d")
    @Layout(Other.class)
    int m_other;
}

interface OtherEnd {
    @After(WideCircle.Here.class)
    interface There {
    }
}

final class WideCircle implements NodeParameters {
    @After(OtherEnd.There.class)
    interface Here {
    }

    @Widget(title = "h", description = "d")
    @Layout(Here.class)
    int m_here;
}

interface Hen {
    @Inside(Egg.Shell.class)
    interface Nest {
    }
}

final class Egg implements NodeParameters {
    @Inside(Hen.Nest.class)
    interface Shell {
    }

    @Widget(title = "s", description = "d")
    @Layout(Shell.class)
    int m_shell;
}

final class Namesakes implements NodeParameters {
    @Before(Hall.Two.class)
    interface One {
    }

    @Widget(title = "1", description = "d")
    @Layout(One.class)
    int m_one;

    @Widget(title = "2", description = "d")
    @Layout(Hall.One.class)
    int m_other;
}
