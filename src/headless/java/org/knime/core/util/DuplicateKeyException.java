package org.knime.core.util;

/** A key comes twice where every key must be different. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param message what is wrong
     * @param key the key
     */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        this.key = key;
    }

    /** @return the key */
    public String getKey() {
        return key;
    }
}
