package org.fewlabel.headless.api;

import java.util.Set;

/**
 * A field or method of KNIME's API.
 *
 * @param name its name
 * @param descriptor its types, as class files have them
 * @param access its modifiers, for example {@code public} and {@code static}
 */
record ApiMember(String name, String descriptor, Set<String> access) {

    boolean is(final String modifier) {
        return access.contains(modifier);
    }

    /** @return name and types, which identify a member of its class */
    String key() {
        return name + descriptor;
    }
}
