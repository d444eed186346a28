package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The range of a number field. The dialog checks it, loading does not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the lower bound; without one, that of the field's type */
    Class<? extends MinValidation> minValidation() default NoBounds.Min.class;

    /** @return the upper bound; without one, that of the field's type */
    Class<? extends MaxValidation> maxValidation() default NoBounds.Max.class;

    /** @return gives a lower bound that depends on the input or on other fields */
    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider() default NoBounds.MinProvider.class;

    /** @return gives an upper bound that depends on the input or on other fields */
    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider() default NoBounds.MaxProvider.class;
}
