package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes something that the dialog shows. It needs a constructor without arguments.
 *
 * @param <S> what is computed
 */
public interface StateProvider<S> {

    /** How a provider says when it is to be computed, and from what. */
    interface StateProviderInitializer {

        /** @return what is known about the node's ports */
        NodeParametersInput getNodeParametersInput();

        /** @return gives the value of a field; the provider is computed anew whenever that value changes */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        /** @return gives the value of a field */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        /** The provider is computed anew whenever the value of the field changes. */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        /** @return gives the state of another provider; this one is computed anew whenever that one was */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /** The provider is computed when the button is pressed. */
        void computeOnButtonClick(Class<? extends ButtonReference> ref);

        /** The provider is computed before the dialog is shown. */
        void computeBeforeOpenDialog();

        /** The provider is computed when the dialog is shown already; for slow ones. */
        void computeAfterOpenDialog();
    }

    /** Says when the state is to be computed, and from what. */
    void init(StateProviderInitializer initializer);

    /** @return the state for the present input and values */
    S computeState(NodeParametersInput parametersInput);
}
