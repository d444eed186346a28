package org.fewlabel.headless.base;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** One criterion of KNIME's Row Filter and Row Splitter: a column, an operator and what to compare with. */
final class RowCriterion {

    private enum Operator {
        EQ, NEQ, NEQ_MISS, LT, LTE, GT, GTE, FIRST_N_ROWS, LAST_N_ROWS, REGEX, WILDCARD, IS_TRUE, IS_FALSE, IS_MISSING,
        IS_NOT_MISSING;

        /** @return the required results of a comparison; {@code null} if the operator does not compare */
        IntPredicate comparison() {
            return switch (this) {
                case EQ -> c -> c == 0;
                case NEQ, NEQ_MISS -> c -> c != 0;
                case LT -> c -> c < 0;
                case LTE -> c -> c <= 0;
                case GT -> c -> c > 0;
                case GTE -> c -> c >= 0;
                default -> null;
            };
        }

        boolean orders() {
            return this == LT || this == LTE || this == GT || this == GTE;
        }

        boolean matchesPattern() {
            return this == REGEX || this == WILDCARD;
        }
    }

    private enum Case {
        CASESENSITIVE, CASEINSENSITIVE
    }

    private final Operator operator;

    private final DataCell reference;

    private final boolean caseSensitive;

    private RowCriterion(final StrictSettings settings) throws InvalidSettingsException {
        operator = settings.choice("operator", Operator.class);
        final var input = settings.group("predicateValues");
        input.ignore("inputKind");
        final var values = input.group("values");
        if (!values.has("0")) {
            reference = DataType.getMissingCell();
            caseSensitive = true;
            return;
        }
        final var value = values.group("0");
        reference = reference(CellKind.of(value.raw("typeIdentifier")), value);
        caseSensitive = !value.has("stringCaseMatching")
            || value.group("stringCaseMatching").choice("caseMatching", Case.class) == Case.CASESENSITIVE;
    }

    private static DataCell reference(final CellKind kind, final StrictSettings value)
        throws InvalidSettingsException {
        if (!value.has("value")) {
            return DataType.getMissingCell();
        }
        return kind.parse(switch (kind) {
            case STRING -> value.text("value");
            case INT -> String.valueOf(value.whole("value"));
            case LONG -> String.valueOf(value.large("value"));
            case DOUBLE -> String.valueOf(value.number("value"));
            case BOOLEAN -> String.valueOf(value.flag("value"));
        });
    }

    /**
     * @param settings the criterion's settings
     * @param spec the table's columns
     * @param size the table's number of rows
     * @throws InvalidSettingsException if the column is not there or the operator does not fit it
     */
    static RowTest read(final StrictSettings settings, final DataTableSpec spec, final long size)
        throws InvalidSettingsException {
        final var column = settings.group("columnV2");
        final var name = column.text("regularChoice", null);
        final var special = column.text("specialChoice", null);
        final var criterion = new RowCriterion(settings);
        if (name != null) {
            return criterion.onColumn(name, spec);
        }
        return switch (special == null ? "" : special) {
            case "ROW_ID" -> criterion.onRowId();
            case "ROW_NUMBER" -> criterion.onRowNumber(size);
            default -> throw column.unsupported("specialChoice", special);
        };
    }

    private RowTest onColumn(final String name, final DataTableSpec spec) throws InvalidSettingsException {
        final var index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The column '" + name + "' is not in the input table");
        }
        if (operator == Operator.IS_MISSING || operator == Operator.IS_NOT_MISSING) {
            return (i, row) -> row.getCell(index).isMissing() == (operator == Operator.IS_MISSING);
        }
        final var test = onCell(name, spec.getColumnSpec(index).getType());
        final var missingMatches = operator == Operator.NEQ_MISS;
        return (i, row) -> {
            final var cell = row.getCell(index);
            return cell.isMissing() ? missingMatches : test.test(cell);
        };
    }

    private Predicate<DataCell> onCell(final String name, final DataType type) throws InvalidSettingsException {
        final var what = "the column '" + name + "' of type " + type.getName();
        if (type.isCompatible(BooleanValue.class)) {
            if (operator == Operator.IS_TRUE || operator == Operator.IS_FALSE) {
                return cell -> ((BooleanValue)cell).getBooleanValue() == (operator == Operator.IS_TRUE);
            }
            throw doesNotFit(what);
        }
        final var comparison = operator.comparison();
        if (comparison != null && type.isCompatible(DoubleValue.class)) {
            final var value = number(required(what), what);
            return cell -> comparison.test(compare(cell, value));
        }
        if (comparison != null && !operator.orders() && type.isCompatible(StringValue.class)) {
            final var text = text(what);
            return cell -> comparison.test(compare(((StringValue)cell).getStringValue(), text));
        }
        final var wholeNumber = type.isCompatible(LongValue.class) || type.isCompatible(IntValue.class);
        if (operator.matchesPattern() && (type.isCompatible(StringValue.class) || wholeNumber)) {
            return onText(DataCell::toString, what);
        }
        throw doesNotFit(what);
    }

    private RowTest onRowId() throws InvalidSettingsException {
        if (operator.matchesPattern()) {
            final var test = onText((final DataRow row) -> row.getKey().getString(), "the RowID");
            return (i, row) -> test.test(row);
        }
        final var comparison = operator.comparison();
        if (comparison == null || operator.orders()) {
            throw doesNotFit("the RowID");
        }
        final var text = text("the RowID");
        return (i, row) -> comparison.test(compare(row.getKey().getString(), text));
    }

    private RowTest onRowNumber(final long size) throws InvalidSettingsException {
        if (operator.matchesPattern()) {
            final var test = onText((final Long number) -> number.toString(), "the row number");
            return (i, row) -> test.test(i + 1);
        }
        if (!(required("the row number") instanceof LongValue value)) {
            throw doesNotFit("the row number");
        }
        final var number = value.getLongValue();
        if (operator == Operator.FIRST_N_ROWS) {
            return (i, row) -> i < number;
        }
        if (operator == Operator.LAST_N_ROWS) {
            return (i, row) -> i >= size - number;
        }
        final var comparison = operator.comparison();
        if (comparison == null) {
            throw doesNotFit("the row number");
        }
        return (i, row) -> comparison.test(Long.compare(i + 1, number));
    }

    private <T> Predicate<T> onText(final Function<T, String> text, final String what)
        throws InvalidSettingsException {
        final var pattern = TextPattern.compile(text(what), operator == Operator.REGEX, caseSensitive);
        return value -> pattern.matcher(text.apply(value)).matches();
    }

    private int compare(final String value, final String text) {
        return caseSensitive ? value.compareTo(text) : value.compareToIgnoreCase(text);
    }

    /**
     * Compares without rounding, also whole numbers of 64 bits with numbers; NaN is larger than all and like itself.
     */
    private static int compare(final DataCell cell, final DataCell reference) {
        final var finite = Double.isFinite(((DoubleValue)cell).getDoubleValue())
            && Double.isFinite(((DoubleValue)reference).getDoubleValue());
        return finite ? exact(cell).compareTo(exact(reference))
            : Double.compare(((DoubleValue)cell).getDoubleValue(), ((DoubleValue)reference).getDoubleValue());
    }

    private static BigDecimal exact(final DataCell cell) {
        return cell instanceof LongValue value ? BigDecimal.valueOf(value.getLongValue())
            : new BigDecimal(((DoubleValue)cell).getDoubleValue());
    }

    private DataCell required(final String what) throws InvalidSettingsException {
        if (reference.isMissing()) {
            throw new InvalidSettingsException("Please enter a value to compare " + what + " with");
        }
        return reference;
    }

    private DataCell number(final DataCell cell, final String what) throws InvalidSettingsException {
        if (!(cell instanceof DoubleValue)) {
            throw doesNotFit(what);
        }
        return cell;
    }

    private String text(final String what) throws InvalidSettingsException {
        if (!(required(what) instanceof StringCell cell)) {
            throw doesNotFit(what);
        }
        return cell.getStringValue();
    }

    private InvalidSettingsException doesNotFit(final String what) {
        return new InvalidSettingsException("The operator " + operator + (reference.isMissing() ? ""
            : " with a value of type " + reference.getType().getName()) + " does not fit " + what);
    }
}
