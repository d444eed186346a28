package org.fewlabel.headless.node.settings;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * An array or list of groups: one level per element, whose key is the element's index.
 *
 * @param container an array class, or {@code List}, {@code Collection} or {@code ArrayList}
 * @param elementType the class of an element
 * @param element how one element is saved
 */
record ElementsCodec(Class<?> container, Class<?> elementType, Codec element) implements Codec {

    private static final Pattern INDEX = Pattern.compile("\\d+");

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        if (value == null) {
            return;
        }
        int index = 0;
        for (final var e : value instanceof Collection<?> c ? c : List.of((Object[])value)) {
            element.save(e, settings.addNodeSettings(Integer.toString(index++)));
        }
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final int size = (int)settings.keySet().stream().filter(INDEX.asMatchPredicate()).count();
        final var elements = new ArrayList<Object>(size);
        for (int i = 0; i < size; i++) {
            elements.add(element.load(settings.getNodeSettings(Integer.toString(i))));
        }
        if (container.isArray()) {
            return elements.toArray((Object[])Array.newInstance(elementType, 0));
        }
        if (container.isAssignableFrom(ArrayList.class) && Collection.class.isAssignableFrom(container)) {
            return elements;
        }
        throw new IllegalStateException("A group of parameters can be in an array, List, Collection or ArrayList, not "
            + container.getName());
    }
}
