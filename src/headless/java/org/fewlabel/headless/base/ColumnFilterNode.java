package org.fewlabel.headless.base;

import java.util.Set;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** KNIME's Column Filter. Without settings it keeps all columns, as a new node does. */
final class ColumnFilterNode extends BaseNode {

    ColumnFilterNode() {
        super("Column Filter", 1, "Filtered table");
    }

    private enum Enforce {
        EnforceInclusion, EnforceExclusion
    }

    private enum PatternKind {
        Wildcard, Regex
    }

    private static Predicate<DataColumnSpec> filter(final NodeSettingsRO model) throws InvalidSettingsException {
        final var all = new StrictSettings(model);
        if (all.keys().isEmpty()) {
            return column -> true;
        }
        final var settings = all.group("column-filter");
        final var kind = settings.text("filter-type");
        final var filter = switch (kind == null ? "" : kind) {
            case "STANDARD" -> byName(settings);
            case "name_pattern" -> byPattern(settings.group("name_pattern"));
            case "datatype" -> byType(settings.group("datatype").group("typelist"));
            default -> throw settings.unsupported("filter-type", kind);
        };
        // settings of the unused selection modes
        settings.ignore("included_names", "excluded_names", "enforce_option", "name_pattern", "datatype");
        all.finish();
        return filter;
    }

    private static Predicate<DataColumnSpec> byName(final StrictSettings settings) throws InvalidSettingsException {
        final var included = Set.of(settings.texts("included_names"));
        final var excluded = Set.of(settings.texts("excluded_names"));
        return settings.choice("enforce_option", Enforce.class) == Enforce.EnforceInclusion
            ? column -> included.contains(column.getName()) : column -> !excluded.contains(column.getName());
    }

    private static Predicate<DataColumnSpec> byPattern(final StrictSettings settings)
        throws InvalidSettingsException {
        final var pattern = TextPattern.compile(settings.text("pattern"),
            settings.choice("type", PatternKind.class) == PatternKind.Regex, settings.flag("caseSensitive"));
        final var exclude = settings.flag("excludeMatching", false);
        return column -> pattern.matcher(column.getName()).matches() != exclude;
    }

    private static Predicate<DataColumnSpec> byType(final StrictSettings types) throws InvalidSettingsException {
        final var chosen = new java.util.HashSet<String>();
        for (final var type : types.keys()) {
            if (types.flag(type)) {
                chosen.add(type);
            }
        }
        return column -> chosen.contains(column.getType().getPreferredValueClass().getName());
    }

    private static ColumnRearranger columns(final NodeSettingsRO settings, final DataTableSpec spec)
        throws InvalidSettingsException {
        final var rearranger = new ColumnRearranger(spec);
        rearranger.keepOnly(
            spec.stream().filter(filter(settings)).map(DataColumnSpec::getName).toArray(String[]::new));
        return rearranger;
    }

    @Override
    DataTableSpec[] specs(final NodeSettingsRO settings, final DataTableSpec[] in) throws InvalidSettingsException {
        return new DataTableSpec[]{columns(settings, in[0]).createSpec()};
    }

    @Override
    BufferedDataTable[] tables(final NodeSettingsRO settings, final BufferedDataTable[] in,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        return new BufferedDataTable[]{
            exec.createColumnRearrangeTable(in[0], columns(settings, in[0].getDataTableSpec()), exec)};
    }
}
