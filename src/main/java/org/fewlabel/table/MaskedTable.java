package org.fewlabel.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.LabelDraw;
import org.fewlabel.learn.judge.Role;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/**
 * A table whose labels are hidden but for a few, with the truth and the role of each row appended.
 *
 * @param none the classes of which no row keeps its label
 * @param all the classes of which all rows keep their label
 * @param notes what was unusual about the label column, for the user
 */
public record MaskedTable(BufferedDataTable table, List<String> none, List<String> all, Report notes) {

    /**
     * @param label a column that can hold labels
     * @return the spec of the masked table
     * @throws InvalidSettingsException if the appended columns are there already
     */
    public static DataTableSpec spec(final DataTableSpec in, final String label) throws InvalidSettingsException {
        return rearranger(in, label, new Role[0]).createSpec();
    }

    /**
     * @param label a column that can hold labels
     * @param draw chooses the labels that are kept
     * @throws InvalidSettingsException if no label is known, or the appended columns are there already
     */
    public static MaskedTable mask(final BufferedDataTable in, final String label, final LabelDraw draw,
        final ExecutionContext exec) throws InvalidSettingsException, CanceledExecutionException {
        final var spec = in.getDataTableSpec();
        final var notes = new Report();
        final var labels = readLabels(in, label, notes);
        final var roles = draw.draw(labels);
        final var kept = kept(labels, roles);
        final var counts = labels.counts();
        final var table = exec.createColumnRearrangeTable(in, rearranger(spec, label, roles), exec);
        return new MaskedTable(table, classes(labels, c -> counts[c] > 0 && kept[c] == 0),
            classes(labels, c -> counts[c] > 0 && kept[c] == counts[c]), notes);
    }

    private static Labels readLabels(final BufferedDataTable in, final String label, final Report notes)
        throws InvalidSettingsException {
        final var size = TableRows.sizeOf(in);
        final var spec = in.getDataTableSpec();
        final var index = spec.findColumnIndex(label);
        final var reader = new CellReader.Categories(label, size);
        var row = 0;
        try (var rows = in.filter(TableFilter.materializeCols(index)).iterator()) {
            while (rows.hasNext()) {
                reader.read(rows.next().getCell(index), row++);
            }
        }
        return LabelChecks.labels(reader, row, LabelColumn.isWholeNumber(spec.getColumnSpec(index)), notes);
    }

    /** Per class how many rows keep its label. */
    private static int[] kept(final Labels labels, final Role[] roles) {
        final var kept = new int[labels.classes().size()];
        for (var row = 0; row < roles.length; row++) {
            if (roles[row] == Role.LABELED) {
                kept[labels.codes()[row]]++;
            }
        }
        return kept;
    }

    private static List<String> classes(final Labels labels, final IntPredicate wanted) {
        return IntStream.range(0, labels.classes().size()).filter(wanted).mapToObj(labels.classes()::get).toList();
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final String label, final Role[] roles)
        throws InvalidSettingsException {
        final var index = spec.findColumnIndex(label);
        final var truth = new DataColumnSpecCreator(spec.getColumnSpec(index));
        truth.setName(ColumnNames.truth(label));
        final var role = new DataColumnSpecCreator(ColumnNames.ROLE, StringCell.TYPE);
        final var roleCells = new LinkedHashSet<DataCell>();
        for (final var r : Role.values()) {
            roleCells.add(new StringCell(r.text()));
        }
        role.setDomain(new DataColumnDomainCreator(roleCells).createDomain());
        for (final var name : List.of(ColumnNames.truth(label), ColumnNames.ROLE)) {
            if (spec.containsName(name)) {
                throw new InvalidSettingsException("The table already has a column \"" + name
                    + "\": its labels seem to be "
                    + "masked already. Mask the original table, or remove the column with the node \"Column Filter\".");
            }
        }
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(truth.createSpec(), role.createSpec()) {
            @Override
            public DataCell[] getCells(final DataRow row, final long rowIndex) {
                return new DataCell[]{row.getCell(index), new StringCell(roles[(int)rowIndex].text())};
            }
        });
        rearranger.replace(new Masked(spec.getColumnSpec(index), index, roles), index);
        return rearranger;
    }

    /** The label where it is kept, a missing cell elsewhere. */
    private static final class Masked extends SingleCellFactory {

        private final int index;

        private final Role[] roles;

        Masked(final DataColumnSpec label, final int index, final Role[] roles) {
            super(label);
            this.index = index;
            this.roles = roles;
        }

        @Override
        public DataCell getCell(final DataRow row, final long rowIndex) {
            return roles[(int)rowIndex] == Role.LABELED ? row.getCell(index) : DataType.getMissingCell();
        }
    }
}
