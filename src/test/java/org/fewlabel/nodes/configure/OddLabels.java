package org.fewlabel.nodes.configure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.nodes.TestTable;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/**
 * Tables whose label column has a domain that does not match its rows. KNIME's nodes create such: one that filters rows
 * may keep absent classes, one that changes cells the old ones, and another has no domain.
 */
final class OddLabels {

    static final String MISSING_ONLY = "no label at all";

    private static final int ROWS = 36;

    private static final int LABELED = 15;

    private OddLabels() {
    }

    /**
     * @return by what is odd, tables with four columns of numbers, <i>label</i>, which is missing in most rows, and
     *         <i>label (truth)</i>, which is not
     */
    static Map<String, BufferedDataTable> tables() {
        final var tables = new LinkedHashMap<String, BufferedDataTable>();
        tables.put("nothing odd", strings("a", "b", "c"));
        tables.put("classes that no row has", listing(strings("a", "b"), "b", "zebra", "a", "yak"));
        tables.put("rows of one class of three, as after a filter of rows", listing(strings("b"), "a", "b", "c"));
        tables.put("a class that the domain lacks", listing(strings("a", "b", "c"), "c", "a"));
        tables.put("all classes other than the domain lists", listing(strings("a", "b"), "x", "y"));
        tables.put("an empty domain", listing(strings("a", "b")));
        tables.put("no domain", with(strings("a", "b"), new DataColumnDomainCreator().createDomain()));
        tables.put("classes that differ by blanks", strings("a", "a ", " a", "A"));
        tables.put("classes that differ by blanks, one of them not listed", listing(strings("a", "a "), "a"));
        tables.put("an empty class and a blank one", strings("", " ", "b"));
        tables.put("classes called as other columns are",
            strings("Truth", "Role", "(no prediction)", "a) (#1)", "Confidence"));
        tables.put("whole numbers", table().ints("label", few(3, 1, 2)).ints("label (truth)", all(3, 1, 2)).build());
        tables.put("long whole numbers",
            table().longs("label", few(1L << 40, -1L)).longs("label (truth)", all(1L << 40, -1L)).build());
        tables.put("booleans", booleans());
        tables.put("booleans of which one is listed",
            with(booleans(), new DataColumnDomainCreator(new DataCell[]{BooleanCell.TRUE}).createDomain()));
        tables.put("booleans without a domain", with(booleans(), new DataColumnDomainCreator().createDomain()));
        tables.put("a truth of which the label does not know", table().strings("label", few("a", "b"))
            .strings("label (truth)", all("a", "b", "only in truth")).build());
        tables.put(MISSING_ONLY,
            table().strings("label", new Object[ROWS]).strings("label (truth)", all("a", "b")).build());
        return tables;
    }

    /** @return the table with other domains of both label columns */
    private static BufferedDataTable listing(final BufferedDataTable table, final String... classes) {
        return with(table, domain(classes));
    }

    static DataColumnDomain domain(final String... classes) {
        return new DataColumnDomainCreator(Arrays.stream(classes).map(StringCell::new).toArray(DataCell[]::new))
            .createDomain();
    }

    private static BufferedDataTable with(final BufferedDataTable table, final DataColumnDomain domain) {
        return with(table, Map.of("label", domain, "label (truth)", domain));
    }

    /** @return the table with other domains of some columns, whatever stands in its rows */
    static BufferedDataTable with(final BufferedDataTable table, final Map<String, DataColumnDomain> domains) {
        final var spec = new DataTableSpec(table.getDataTableSpec().stream().map(column -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setDomain(domains.getOrDefault(column.getName(), column.getDomain()));
            return creator.createSpec();
        }).toArray(DataColumnSpec[]::new));
        final var container = ExecutionContexts.create().context().createDataContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(true).withDomainUpdate(false).build());
        table.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    private static BufferedDataTable strings(final Object... classes) {
        return table().strings("label", few(classes)).strings("label (truth)", all(classes)).build();
    }

    private static BufferedDataTable booleans() {
        return table().booleans("label", few(true, false)).booleans("label (truth)", all(true, false)).build();
    }

    private static TestTable table() {
        final var random = new Random(3);
        final var table = new TestTable();
        for (final var name : List.of("x", "y", "z", "w")) {
            table.doubles(name,
                IntStream.range(0, ROWS).mapToObj(row -> row % 2 * 3 + random.nextGaussian()).toArray());
        }
        return table;
    }

    private static Object[] all(final Object... classes) {
        return IntStream.range(0, ROWS).mapToObj(row -> classes[row % classes.length]).toArray();
    }

    private static Object[] few(final Object... classes) {
        final var cells = all(classes);
        Arrays.fill(cells, LABELED, ROWS, null);
        return cells;
    }
}
