package org.knime.core.node;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;

import org.fewlabel.headless.slice.NodeLog;

/** Writes what happens for those who look for the cause of a problem; not for the user of a node. */
public final class NodeLogger {

    private final System.Logger logger;

    private NodeLogger(final String name) {
        logger = System.getLogger(name);
    }

    /**
     * @param c the class that speaks
     * @return its logger
     */
    public static NodeLogger getLogger(final Class<?> c) {
        return new NodeLogger(c.getName());
    }

    /**
     * @param s the name of who speaks
     * @return the logger
     */
    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    /** @param o a detail */
    public void debug(final Object o) {
        logger.log(Level.DEBUG, String.valueOf(o));
    }

    /**
     * @param o a detail
     * @param t its cause
     */
    public void debug(final Object o, final Throwable t) {
        logger.log(Level.DEBUG, String.valueOf(o), t);
    }

    /** @param s tells a detail, if it is written */
    public void debug(final Supplier<Object> s) {
        logger.log(Level.DEBUG, () -> String.valueOf(s.get()));
    }

    /** @param o an information */
    public void info(final Object o) {
        if (!NodeLog.add(String.valueOf(o))) {
            logger.log(Level.INFO, String.valueOf(o));
        }
    }

    /**
     * @param o an information
     * @param t its cause
     */
    public void info(final Object o, final Throwable t) {
        logger.log(Level.INFO, String.valueOf(o), t);
    }

    /** @param s tells an information, if it is written */
    public void info(final Supplier<Object> s) {
        logger.log(Level.INFO, () -> String.valueOf(s.get()));
    }

    /** @param o a warning */
    public void warn(final Object o) {
        logger.log(Level.WARNING, String.valueOf(o));
    }

    /**
     * @param o a warning
     * @param t its cause
     */
    public void warn(final Object o, final Throwable t) {
        logger.log(Level.WARNING, String.valueOf(o), t);
    }

    /** @param s tells a warning, if it is written */
    public void warn(final Supplier<Object> s) {
        logger.log(Level.WARNING, () -> String.valueOf(s.get()));
    }

    /** @param o an error */
    public void error(final Object o) {
        logger.log(Level.ERROR, String.valueOf(o));
    }

    /**
     * @param o an error
     * @param t its cause
     */
    public void error(final Object o, final Throwable t) {
        if (!NodeLog.addError(String.valueOf(o), t)) {
            logger.log(Level.ERROR, String.valueOf(o), t);
        }
    }

    /** @param s tells an error, if it is written */
    public void error(final Supplier<Object> s) {
        logger.log(Level.ERROR, () -> String.valueOf(s.get()));
    }

    /** @return whether details are written */
    public boolean isDebugEnabled() {
        return logger.isLoggable(Level.DEBUG);
    }

    /** @return whether information is written */
    public boolean isInfoEnabled() {
        return logger.isLoggable(Level.INFO);
    }
}
