package org.fewlabel.headless.node.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persistable;

/**
 * What KNIME makes of groups of fields: its WidgetTreeToLayoutTree turns a self-contained group into one leaf, its
 * WidgetTreeFactory hands the annotations of classes on to their fields.
 */
class GroupLayoutTest {

    @Test
    void aGroupWithItsPartsInItselfComesBeforeAllPartsAndCannotBeOrdered() {
        assertThat(Shown.of(Closed.class)).containsExactly("free", "Own > group/own", "Later > group/later", "last",
            "First > first");
    }

    @Test
    void aGroupWithPartsElsewhereIsOrderedAsIfItsFieldsWereThere() {
        assertThat(Shown.of(Open.class)).containsExactly("last", "First > first", "Middle > group/middle",
            "Behind > behind");
    }

    @Test
    void partsOfASuperclassLieInTheGroupToo() {
        assertThat(Shown.of(ClosedBySuper.class)).containsExactly("Own > group/own", "Later > group/later",
            "First > first");
    }

    @Test
    void onePartElsewhereOpensAGroup() {
        assertThat(Shown.of(Mixed.class)).containsExactly("First > first", "Own > group/own", "Middle > group/middle");
    }

    @Test
    void anOrderAnnotationOnItsClassOpensAGroup() {
        assertThatThrownBy(() -> Shown.of(Annotated.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("several roots").hasMessageContaining("AnnotatedGroup");
    }

    @Test
    void aClosedGroupLiesAsAWholeWhereItsFieldIs() {
        assertThat(Shown.of(ClosedInside.class)).containsExactly("First > before", "First > Own > group/own",
            "First > Later > group/later", "First > after");
    }

    @Test
    void fieldsOfAGroupThatNameNoPartLieWhereItsFieldIs() {
        assertThat(Shown.of(OpenInside.class)).containsExactly("First > group/free", "Middle > group/middle");
    }

    @Test
    void aGroupCanBeClosedInAnOpenOne() {
        assertThat(Shown.of(Deep.class)).containsExactly("Own > outer/inner/own", "Later > outer/inner/later",
            "Middle > outer/middle");
    }

    @Test
    void aClosedGroupThatIsThereTwiceHasItsPartsTwice() {
        assertThat(Shown.of(Twice.class)).containsExactly("Own > one/own", "Later > one/later", "Own > two/own",
            "Later > two/later");
    }

    @Test
    void theParametersThemselvesAreNeverAGroup() {
        assertThat(Shown.of(ClosedGroup.class)).containsExactly("Own > own", "Later > later");
    }

    @Test
    void theAnnotationOfAClassIsForThoseOfItsFieldsThatHaveNone() {
        assertThat(Shown.of(OfClass.class)).containsExactly("First > one", "First > group/inner", "Middle > two");
    }

    @Test
    void inheritedFieldsAreInThePartOfTheirOwnClass() {
        assertThat(Shown.of(Heir.class)).containsExactly("First > old", "Middle > older", "Middle > young");
    }

    @Test
    void elementsOfAListHaveALayoutOfTheirOwn() {
        assertThat(Shown.of(ListOfGood.class)).containsExactly("First > list");
        assertThatThrownBy(() -> Shown.of(ListOfBad.class)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("Circular order");
    }
}

interface Street {
    @Section(title = "First")
    interface First {
    }

    @Section(title = "Middle")
    @After(First.class)
    interface Middle {
    }
}

class ClosedGroup implements NodeParameters {
    @Section(title = "Own")
    interface Own {
    }

    @Section(title = "Later")
    @After(Own.class)
    interface Later {
    }

    @Widget(title = "l", description = "d")
    @Layout(Later.class)
    int m_later;

    @Widget(title = "o", description = "d")
    @Layout(Own.class)
    int m_own;
}

final class Closed implements NodeParameters {
    @Section(title = "First")
    @Before(ClosedGroup.Own.class)
    interface First {
    }

    @Widget(title = "1", description = "d")
    @Layout(First.class)
    int m_first;

    @Widget(title = "f", description = "d")
    int m_free;

    ClosedGroup m_group = new ClosedGroup();

    @Widget(title = "l", description = "d")
    int m_last;
}

final class OpenGroup implements WidgetGroup, Persistable {
    @Widget(title = "m", description = "d")
    @Layout(Street.Middle.class)
    int m_middle;
}

final class Open implements NodeParameters {
    @Section(title = "Behind")
    @After(Street.Middle.class)
    interface Behind {
    }

    @Widget(title = "b", description = "d")
    @Layout(Behind.class)
    int m_behind;

    OpenGroup m_group = new OpenGroup();

    @Widget(title = "1", description = "d")
    @Layout(Street.First.class)
    int m_first;

    @Widget(title = "l", description = "d")
    int m_last;
}

final class ClosedSubgroup extends ClosedGroup {
}

final class ClosedBySuper implements NodeParameters {
    @Widget(title = "1", description = "d")
    @Layout(Street.First.class)
    int m_first;

    ClosedSubgroup m_group = new ClosedSubgroup();
}

final class MixedGroup implements NodeParameters {
    @Section(title = "Own")
    @Before(Street.Middle.class)
    @After(Street.First.class)
    interface Own {
    }

    @Widget(title = "m", description = "d")
    @Layout(Street.Middle.class)
    int m_middle;

    @Widget(title = "o", description = "d")
    @Layout(Own.class)
    int m_own;
}

final class Mixed implements NodeParameters {
    @Widget(title = "1", description = "d")
    @Layout(Street.First.class)
    int m_first;

    MixedGroup m_group = new MixedGroup();
}

@After(Street.class)
final class AnnotatedGroup implements NodeParameters {
    interface Own {
    }

    @Widget(title = "o", description = "d")
    @Layout(Own.class)
    int m_own;
}

final class Annotated implements NodeParameters {
    @Widget(title = "1", description = "d")
    @Layout(Street.First.class)
    int m_first;

    AnnotatedGroup m_group = new AnnotatedGroup();
}

final class ClosedInside implements NodeParameters {
    @Widget(title = "b", description = "d")
    @Layout(Street.First.class)
    int m_before;

    @Layout(Street.First.class)
    ClosedGroup m_group = new ClosedGroup();

    @Widget(title = "a", description = "d")
    @Layout(Street.First.class)
    int m_after;
}

final class HalfOpenGroup implements NodeParameters {
    @Widget(title = "m", description = "d")
    @Layout(Street.Middle.class)
    int m_middle;

    @Widget(title = "f", description = "d")
    int m_free;
}

final class OpenInside implements NodeParameters {
    @Layout(Street.First.class)
    HalfOpenGroup m_group = new HalfOpenGroup();
}

final class OuterGroup implements NodeParameters {
    @Widget(title = "m", description = "d")
    @Layout(Street.Middle.class)
    int m_middle;

    ClosedGroup m_inner = new ClosedGroup();
}

final class Deep implements NodeParameters {
    OuterGroup m_outer = new OuterGroup();
}

final class Twice implements NodeParameters {
    ClosedGroup m_one = new ClosedGroup();

    ClosedGroup m_two = new ClosedGroup();
}

@Layout(Street.Middle.class)
final class OverruledGroup implements NodeParameters {
    @Widget(title = "i", description = "d")
    int m_inner;
}

@Layout(Street.First.class)
final class OfClass implements NodeParameters {
    @Widget(title = "1", description = "d")
    int m_one;

    @Widget(title = "2", description = "d")
    @Layout(Street.Middle.class)
    int m_two;

    OverruledGroup m_group = new OverruledGroup();
}

@Layout(Street.First.class)
class Parent implements NodeParameters {
    @Widget(title = "old", description = "d")
    int m_old;

    @Widget(title = "older", description = "d")
    @Layout(Street.Middle.class)
    int m_older;
}

@Layout(Street.Middle.class)
final class Heir extends Parent {
    @Widget(title = "y", description = "d")
    int m_young;
}

final class ListOfGood implements NodeParameters {
    @Widget(title = "l", description = "d")
    @Layout(Street.First.class)
    ClosedGroup[] m_list = new ClosedGroup[0];
}

final class BadElement implements NodeParameters {
    @After(Two.class)
    interface One {
    }

    @After(One.class)
    interface Two {
    }

    @Widget(title = "1", description = "d")
    @Layout(One.class)
    int m_one;
}

final class ListOfBad implements NodeParameters {
    @Widget(title = "l", description = "d")
    BadElement[] m_list = new BadElement[0];
}
