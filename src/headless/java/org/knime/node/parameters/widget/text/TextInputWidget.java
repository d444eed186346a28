package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** What may be typed into a text field. The dialog checks it, loading does not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return what is shown while the field is empty */
    String placeholder() default "";

    /** @return the pattern the text must match; the class itself for none */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return the greatest length; the class itself for none */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return the least length; the class itself for none */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /** @return gives a placeholder that depends on the input or on other fields */
    Class<? extends StateProvider<String>> placeholderProvider() default NoLimits.Placeholder.class;

    /** @return gives a pattern that depends on the input or on other fields */
    Class<? extends StateProvider<
        ? extends PatternValidation>> patternValidationProvider() default NoLimits.PatternProvider.class;

    /** @return gives a greatest length that depends on the input or on other fields */
    Class<? extends StateProvider<
        ? extends MaxLengthValidation>> maxLengthValidationProvider() default NoLimits.MaxLengthProvider.class;

    /** @return gives a least length that depends on the input or on other fields */
    Class<? extends StateProvider<
        ? extends MinLengthValidation>> minLengthValidationProvider() default NoLimits.MinLengthProvider.class;
}
