package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog. The annotated field holds no value: its type is {@code Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** @return gives the message, or empty for none; it needs a constructor without arguments */
    Class<? extends StateProvider<Optional<Message>>> value();

    /** A message that depends on the node's input alone. */
    interface SimpleTextMessageProvider extends StateProvider<Optional<Message>> {

        /** @return whether the message is shown */
        boolean showMessage(NodeParametersInput context);

        /** @return the heading */
        String title();

        /** @return the text below the heading */
        String description();

        /** @return how serious it is */
        MessageType type();

        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        default Optional<Message> computeState(final NodeParametersInput context) {
            return showMessage(context) ? Optional.of(new Message(title(), description(), type())) : Optional.empty();
        }
    }

    /** What is shown. */
    record Message(String title, String description, MessageType type) {
    }

    /** How serious a message is. */
    enum MessageType {
        /** good to know */
        INFO,
        /** the node works, but perhaps not as intended */
        WARNING,
        /** the node cannot work like this */
        ERROR,
        /** all is well */
        SUCCESS
    }
}
