package org.fewlabel.headless.node.settings;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Optional;

import org.fewlabel.headless.node.reflect.Instances;
import org.fewlabel.headless.node.reflect.Types;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Selects the codec of a class and of a field by their types and annotations. */
final class Codecs {

    private Codecs() {
    }

    /** @return writes the fields of the class into the given level */
    static Codec ofClass(final Type type) {
        final var raw = Types.raw(type);
        final var persistor = Optional.ofNullable(raw.getAnnotation(Persistor.class)).map(PersistorCodec::new);
        // the fields of a class have no key of their own: the empty path is always present
        final var paths = persistor.map(PersistorCodec::paths).orElse(new String[][]{{}});
        final Codec codec = persistor.isPresent() ? persistor.get() : fields(type);
        final var migration = raw.getAnnotation(Migration.class);
        return migration == null ? codec : new MigratingCodec(codec, migration, paths, raw.getName());
    }

    private static Codec fields(final Type type) {
        final var entries = new ArrayList<GroupCodec.Entry>();
        for (final var field : PersistedField.of(type)) {
            entries.add(new GroupCodec.Entry(field, ofField(field)));
        }
        return new GroupCodec(Types.raw(type), entries);
    }

    /** @return writes the field, under its key, into the level that holds it */
    private static Codec ofField(final PersistedField field) {
        requireOneOf(field, Persistor.class, Persist.class);
        requireOneOf(field, Migration.class, Migrate.class);
        final var persistor = field.annotation(Persistor.class).map(PersistorCodec::new);
        final var paths = persistor.map(PersistorCodec::paths).orElseGet(() -> new String[][]{{field.key()}});
        var codec = persistor.isPresent() ? persistor.get() : byType(field);
        final var migration = field.annotation(Migration.class);
        if (migration.isPresent()) {
            codec = new MigratingCodec(codec, migration.get(), paths, field.toString());
        }
        return loadsDefault(field, paths) ? new DefaultingCodec(codec, paths, field) : codec;
    }

    private static Codec byType(final PersistedField field) {
        final var raw = Types.raw(field.type());
        if (Persistable.class.isAssignableFrom(raw)) {
            return new NestedCodec(field.key(), ofClass(field.type()));
        }
        final var element = Types.element(field.type());
        if (element.isPresent() && Persistable.class.isAssignableFrom(Types.raw(element.get()))
            && !Types.raw(element.get()).isEnum()) {
            final var elements = new ElementsCodec(raw, Types.raw(element.get()), ofClass(element.get()));
            return new NestedCodec(field.key(), elements);
        }
        return LeafCodec.of(field);
    }

    private static boolean loadsDefault(final PersistedField field, final String[][] paths) {
        if (field.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)) {
            if (paths.length == 0) {
                throw new IllegalStateException(
                    field + " has no path in the settings, so its absence cannot be seen: remove @Migrate");
            }
            return true;
        }
        return paths.length > 0 && field.owner().isAnnotationPresent(LoadDefaultsForAbsentFields.class)
            && field.annotation(Migration.class).isEmpty();
    }

    private static void requireOneOf(final PersistedField field,
        final Class<? extends Annotation> first,
        final Class<? extends Annotation> second) {
        if (field.annotation(first).isPresent() && field.annotation(second).isPresent()) {
            throw new IllegalStateException(field + " has both @" + first.getSimpleName() + " and @"
                + second.getSimpleName() + ", which contradict each other");
        }
    }

    /** @return the value that the field has in a new object of its class */
    static Object defaultValue(final PersistedField field) {
        return field.get(Instances.create(field.owner()));
    }
}
