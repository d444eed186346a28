package org.fewlabel.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.fewlabel.table.ScoredColumns.ClassProbability;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;

/**
 * Finds the columns with the probability of each class of a prediction, <i>P (label=class)</i>, by their names. A class
 * may have any name, so a column name may be ambiguous: <i>P (label=x) (#1)</i> is the class <i>x</i> of a second
 * prediction, unless a class is called <i>x) (#1</i>; and <i>P (a=b=c)</i> belongs to the label <i>a</i> or to the
 * label <i>a=b</i>.
 */
final class ProbabilityColumns {

    private final DataTableSpec spec;

    private final Affix own;

    private final List<Affix> others;

    private final Set<String> known = new HashSet<>();

    /** The text before and after the class in the column names of one prediction. */
    private record Affix(String start, String end) {

        static Affix of(final String label, final String suffix) {
            final var name = ColumnNames.probability(label, "");
            return new Affix(name.substring(0, name.length() - 1), ")" + suffix);
        }

        boolean fits(final String name) {
            return name.length() >= length() && name.startsWith(start) && name.endsWith(end);
        }

        String classOf(final String name) {
            return name.substring(start.length(), name.length() - end.length());
        }

        int length() {
            return start.length() + end.length();
        }
    }

    private ProbabilityColumns(final DataTableSpec spec, final String prediction) {
        this.spec = spec;
        own = affix(prediction);
        others = spec.stream().map(DataColumnSpec::getName).filter(ColumnNames::isPrediction)
            .map(ProbabilityColumns::affix).toList();
    }

    private static Affix affix(final String prediction) {
        return Affix.of(ColumnNames.labelOf(prediction), ColumnNames.uniqueSuffixOf(prediction));
    }

    /**
     * @param prediction the column of predicted classes
     * @param columns whose domains may list the classes
     * @return the columns of numbers that belong to the prediction
     */
    static List<ClassProbability> of(final DataTableSpec spec, final String prediction, final String... columns) {
        final var found = new ProbabilityColumns(spec, prediction);
        for (final var column : columns) {
            LabelColumn.classes(spec.getColumnSpec(column)).ifPresent(found.known::addAll);
        }
        return spec.stream().filter(c -> c.getType().isCompatible(DoubleValue.class)).map(DataColumnSpec::getName)
            .filter(found.own::fits).filter(found::isOwn)
            .map(name -> new ClassProbability(found.own.classOf(name), name)).toList();
    }

    /** Prefers a known class; among other interpretations the one with the shortest class. */
    private boolean isOwn(final String name) {
        final var read = own.classOf(name);
        return known.contains(read) || ColumnNames.uniqueSuffixOf(read + ")").isEmpty()
            && others.stream().noneMatch(other -> other.length() > own.length() && other.fits(name));
    }
}
