package org.knime.core.data;

import java.util.Objects;

/** A utility that names its value class, so that a column type has a name the user understands. */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    /** The value class that this utility describes. */
    protected final Class<? extends DataValue> m_valueClass;

    /** @param valueClass the described value class */
    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = Objects.requireNonNull(valueClass, "valueClass");
    }

    /** @return the name the user sees, for example <i>Number (Float)</i> */
    public abstract String getName();

    /** @return names that earlier versions showed, the newest first; empty if the name never changed */
    protected String[] getLegacyNames() {
        return new String[0];
    }

    /** @return the name that earlier versions showed; the present one if it never changed */
    public final String getLegacyName() {
        final var names = getLegacyNames();
        return names.length == 0 ? getName() : names[0];
    }

    /** @return the group under which types are offered to the user */
    public String getGroupName() {
        return "Other";
    }
}
