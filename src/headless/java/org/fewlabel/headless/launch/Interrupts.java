package org.fewlabel.headless.launch;

import java.lang.reflect.Proxy;

/**
 * Ctrl-C. A shutdown hook cannot distinguish the second one from the first, so this uses the JDK's signal class; by
 * reflection, because the compiler warns of every use of it and the warning cannot be suppressed.
 */
final class Interrupts {

    private Interrupts() {
    }

    /**
     * @param handler called at every Ctrl-C, in its own thread
     * @throws ReflectiveOperationException if this JDK has no signals
     */
    static void handle(final Runnable handler) throws ReflectiveOperationException {
        final var signal = Class.forName("sun.misc.Signal");
        final var signalHandler = Class.forName("sun.misc.SignalHandler");
        final var proxy = Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[]{signalHandler},
            (self, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    handler.run();
                    yield null;
                }
                case "equals" -> self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "Ctrl-C";
            });
        signal.getMethod("handle", signal, signalHandler)
            .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
    }
}
