package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** A message for the user: a summary, and what can be done. */
public final class Message {

    private final String summary;

    private final List<String> resolutions;

    private Message(final String summary, final List<String> resolutions) {
        this.summary = Objects.requireNonNull(summary, "A message needs a summary.");
        this.resolutions = List.copyOf(resolutions);
    }

    /**
     * @param summary what is to say, in one sentence
     * @return the message
     */
    public static Message fromSummary(final String summary) {
        return new Message(summary, List.of());
    }

    /**
     * @param summary what is to say, in one sentence
     * @param res what can be done
     * @return the message
     */
    public static Message fromSummaryWithResolution(final String summary, final String... res) {
        return new Message(summary, List.of(res));
    }

    /** @return what is to say, in one sentence */
    public String getSummary() {
        return summary;
    }

    /** @return what can be done */
    public List<String> getResolutions() {
        return resolutions;
    }

    /** @return an exception with this message */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /**
     * @param cause where it was found
     * @return an exception with this message
     */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    /** @return an exception with the summary of this message */
    public InvalidSettingsException toInvalidSettingsException() {
        return new InvalidSettingsException(summary);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message that && summary.equals(that.summary) && resolutions.equals(that.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, resolutions);
    }

    @Override
    public String toString() {
        return resolutions.isEmpty() ? summary : summary + " " + String.join(" ", resolutions);
    }
}
