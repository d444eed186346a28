package org.fewlabel.learn.text;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** HTML in a text: only where there is a tag that HTML knows, so that "a < b" and "<3" stay what they are. */
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

    /** @return what a browser would show of the text; the text itself if it is not HTML */
    static String without(final String text) {
        if (text.indexOf('<') >= 0 && hasTag(text)) {
            return Jsoup.parse(text).text();
        }
        return text.indexOf('&') >= 0 && hasEntity(text) ? Parser.unescapeEntities(text, false) : text;
    }

    /** @return whether there is a tag that HTML knows; no character is looked at often, whatever the text is */
    static boolean hasTag(final CharSequence text) {
        return TAG.matcher(text).find();
    }

    /** @return whether a character is written by its name or number; no character is looked at often */
    static boolean hasEntity(final CharSequence text) {
        return ENTITY.matcher(text).find();
    }
}
