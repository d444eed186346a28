package org.fewlabel.headless.node.dialog;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;

/** Computes the provided states of a dialog from its values and the node's input. */
final class Providers {

    private final Values values;

    private final NodeParametersInput input;

    private final Set<Class<?>> running = new HashSet<>();

    Providers(final Values values, final NodeParametersInput input) {
        this.values = values;
        this.input = input;
    }

    /**
     * @return the state that the provider computes now
     * @throws IllegalStateException if it depends on itself, or nothing ever makes the dialog compute it
     */
    <T> T compute(final Class<? extends StateProvider<T>> type) {
        if (!running.add(type)) {
            throw new IllegalStateException(type.getName() + " depends on itself.");
        }
        try {
            final var provider = Instances.create(type);
            final var initializer = new Initializer();
            provider.init(initializer);
            if (!initializer.triggered) {
                throw new IllegalStateException(type.getName() + " does not define when it is computed: call a "
                    + "compute… method in init.");
            }
            return provider.computeState(input);
        } finally {
            running.remove(type);
        }
    }

    /** Collects the dependencies of a provider. */
    private final class Initializer implements StateProviderInitializer {

        private boolean triggered;

        @Override
        public NodeParametersInput getNodeParametersInput() {
            return input;
        }

        @Override
        public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> ref) {
            triggered = true;
            return getValueSupplier(ref);
        }

        @Override
        @SuppressWarnings("unchecked") // a reference has the type of its field
        public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> ref) {
            final var value = values.supplier(ref);
            return () -> (T)value.get();
        }

        @Override
        public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> id) {
            triggered = true;
            values.supplier(id);
        }

        @Override
        public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
            triggered = true;
            final var state = compute(stateProviderClass);
            return () -> state;
        }

        @Override
        public void computeOnButtonClick(final Class<? extends ButtonReference> ref) {
            triggered = true;
        }

        @Override
        public void computeBeforeOpenDialog() {
            triggered = true;
        }

        @Override
        public void computeAfterOpenDialog() {
            triggered = true;
        }
    }
}
