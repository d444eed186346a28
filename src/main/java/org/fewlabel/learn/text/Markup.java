package org.fewlabel.learn.text;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Removes HTML, but only if there is a tag known in HTML, so that "a &lt; b" and "&lt;3" stay as they are. */
final class Markup {

    private static final Pattern TAG = Pattern.compile(
        "</?(?:html|head|body|title|style|script|p|br|hr|div|span|a|b|i|u|em|strong|small|font|h[1-6]|ul|ol|li|table|"
            + "tr|td|th|tbody|thead|img|pre|code|blockquote|section|article|header|footer|center|form|input|button|"
            + "label|meta|link)"
            + "(?:\\s[^<>]*)?/?>",
        Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY = Pattern.compile("&(?:[a-z]{2,8}|#\\d{1,7}|#x[0-9a-f]{1,6});",
        Pattern.CASE_INSENSITIVE);

    private Markup() {
    }

    /** @return the text as rendered by a browser; the text itself if it is not HTML */
    static String without(final String text) {
        if (text.indexOf('<') >= 0 && hasTag(text)) {
            return Jsoup.parse(text).text();
        }
        return text.indexOf('&') >= 0 && hasEntity(text) ? Parser.unescapeEntities(text, false) : text;
    }

    /** @return whether there is a tag known in HTML; runs in linear time */
    static boolean hasTag(final CharSequence text) {
        return TAG.matcher(text).find();
    }

    /** @return whether a character is escaped by its name or number; runs in linear time */
    static boolean hasEntity(final CharSequence text) {
        return ENTITY.matcher(text).find();
    }
}
