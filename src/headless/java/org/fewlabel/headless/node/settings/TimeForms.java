package org.fewlabel.headless.node.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.function.Function;

import org.fewlabel.headless.node.settings.LeafCodec.Form;
import org.knime.core.node.InvalidSettingsException;

/**
 * Dates and times, as ISO 8601 text. A text with additional fields is accepted: flow variables often have a date with
 * time and zone.
 */
final class TimeForms {

    static final Form<LocalDate> LOCAL_DATE = form("date", LocalDate::from, DateTimeFormatter.ISO_LOCAL_DATE::format,
        DateTimeFormatter.ISO_ZONED_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE);

    static final Form<LocalTime> LOCAL_TIME = form("time", LocalTime::from, DateTimeFormatter.ISO_LOCAL_TIME::format,
        DateTimeFormatter.ISO_ZONED_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ISO_LOCAL_TIME);

    static final Form<LocalDateTime> LOCAL_DATE_TIME = form("date and time", LocalDateTime::from,
        DateTimeFormatter.ISO_LOCAL_DATE_TIME::format, DateTimeFormatter.ISO_ZONED_DATE_TIME,
        DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    static final Form<ZonedDateTime> ZONED_DATE_TIME = form("date and time with a zone", ZonedDateTime::from,
        DateTimeFormatter.ISO_ZONED_DATE_TIME::format, DateTimeFormatter.ISO_ZONED_DATE_TIME);

    static final Form<ZoneId> ZONE = new Form<>((s, k, v) -> s.addString(k, v == null ? null : v.getId()), (s, k) -> {
        final var text = s.getString(k);
        return text == null ? null : zone(text, k);
    }, null);

    private TimeForms() {
    }

    private static <T extends TemporalAccessor> Form<T> form(final String what, final TemporalQuery<T> query,
        final Function<T, String> format, final DateTimeFormatter... accepted) {
        return new Form<>((s, k, v) -> s.addString(k, v == null ? null : format.apply(v)), (s, k) -> {
            final var text = s.getString(k);
            return text == null ? null : parse(text, k, what, query, accepted);
        }, null);
    }

    private static ZoneId zone(final String text, final String key) throws InvalidSettingsException {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) { // not a zone; possibly a time with a zone
            return parse(text, key, "time zone", TemporalQueries.zone(), DateTimeFormatter.ISO_ZONED_DATE_TIME);
        }
    }

    private static <T> T parse(final String text, final String key, final String what, final TemporalQuery<T> query,
        final DateTimeFormatter... accepted) throws InvalidSettingsException {
        DateTimeException last = null;
        for (final var formatter : accepted) {
            try {
                return formatter.parse(text, query);
            } catch (DateTimeException e) { // the next format may fit
                last = e;
            }
        }
        throw new InvalidSettingsException(
            "The value '" + text + "' of the setting '" + key + "' is not a " + what + ".", last);
    }
}
