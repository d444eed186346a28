package org.fewlabel.nodes.configure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.port.PretextPortObjectSpec;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.fewlabel.table.LabelType;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** The possible specs of inputs beside a table, before and after the execution of the nodes that create them. */
final class PortSpecs {

    /** The types of our ports. */
    static final List<
        PortType> TYPES = List.of(PretextPortObject.TYPE, EncoderPortObject.TYPE, ClassifierPortObject.TYPE);

    private PortSpecs() {
    }

    /**
     * @param table that the others are made for, or which is put in itself
     * @return specs of that type by what they are
     */
    static Map<String, PortObjectSpec> of(final PortType type, final DataTableSpec table) {
        if (type.equals(BufferedDataTable.TYPE)) {
            return Map.of("the table", table);
        }
        final var specs = new LinkedHashMap<String, PortObjectSpec>();
        features(table).forEach((name, features) -> {
            if (type.equals(PretextPortObject.TYPE)) {
                tasks().forEach(kind -> {
                    specs.put(kind + ", not executed, " + name, new PretextPortObjectSpec(kind, features, false));
                    if (kind != null) {
                        specs.put(kind + ", " + name, new PretextPortObjectSpec(kind, features, true));
                    }
                });
            } else if (type.equals(EncoderPortObject.TYPE)) {
                specs.put("open, " + name, EncoderPortObjectSpec.open("masked", 4, features));
                for (final var reconstructs : new boolean[]{true, false}) {
                    for (final var trained : new boolean[]{true, false}) {
                        specs.put("reconstructs " + reconstructs + ", trained " + trained + ", " + name,
                            new EncoderPortObjectSpec("some", 4, reconstructs, features, trained));
                    }
                }
            } else {
                for (final var labels : LabelType.values()) {
                    for (final var label : new String[]{"label", "x0", "gone"}) {
                        specs.put(labels + " " + label + ", classes unknown, " + name,
                            ClassifierPortObjectSpec.announced(label, labels, null, features));
                        specs.put(labels + " " + label + ", not executed, " + name,
                            ClassifierPortObjectSpec.announced(label, labels, classes(labels), features));
                        specs.put(labels + " " + label + ", " + name,
                            new ClassifierPortObjectSpec(label, labels, classes(labels), features));
                    }
                }
            }
        });
        return specs;
    }

    private static Stream<PretextTask.Kind> tasks() {
        return Stream.concat(Stream.of((PretextTask.Kind)null), Stream.of(PretextTask.Kind.values()));
    }

    private static List<String> classes(final LabelType labels) {
        return switch (labels) {
            case STRING -> List.of("a", "b", "");
            case BOOLEAN -> List.of("true");
            case INT, LONG -> List.of("1", "2");
        };
    }

    private static Map<String, List<FeatureColumn>> features(final DataTableSpec table) {
        final var features = new LinkedHashMap<String, List<FeatureColumn>>();
        final var usual = new ArrayList<FeatureColumn>();
        final var other = new ArrayList<FeatureColumn>();
        for (final var column : table) {
            FeatureKind.of(column).ifPresent(kind -> {
                usual.add(new FeatureColumn(column.getName(), kind));
                Stream.of(FeatureKind.values()).filter(k -> k != kind && k.canRead(column)).findFirst()
                    .ifPresent(k -> other.add(new FeatureColumn(column.getName(), k, new Shape(8, 8, 1))));
            });
        }
        features.put("no columns", List.of());
        features.put("a column that is gone", List.of(new FeatureColumn("gone", FeatureKind.NUMBER)));
        features.put("the table's columns", usual);
        features.put("the table's columns, read otherwise", other);
        return features;
    }
}
