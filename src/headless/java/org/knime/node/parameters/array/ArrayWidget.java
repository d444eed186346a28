package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** How an array of parameter groups is shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** @return the text of the button that adds an element; empty for the usual one */
    String addButtonText() default "";

    /** @return how the controls of one element are laid out */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return the heading of an element, followed by its number */
    String elementTitle() default "";

    /** @return whether the user can change the order */
    boolean showSortButtons() default false;

    /** @return whether elements can be neither added nor removed */
    boolean hasFixedSize() default false;

    /** @return gives the value of a new element; the interface itself means the element's default constructor */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** How the controls of one element are laid out. */
    enum ElementLayout {
        /** one below the other, with a frame around them */
        VERTICAL_CARD,
        /** side by side, without a frame */
        HORIZONTAL_SINGLE_LINE
    }
}
