package org.fewlabel.headless.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.RowAppender;

/** Our classes leave nothing abstract that real KNIME declares abstract, not even what the stand-in does not have. */
final class AbstractMembersTest {

    private static final CompiledClasses COMPILED = CompiledClasses.ofBuild();

    private static Stream<ApiListing> versions() {
        return ApiListing.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void thePluginLeavesNothingAbstract(final ApiListing knime) {
        assertThat(AbstractMembers.violations(COMPILED.plugin(), COMPILED, knime)).isEmpty();
    }

    /** Inherits abstract members from a class of ours, a class and an interface of KNIME. */
    private abstract static class Base extends DataCell implements StringValue {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean equalsDataCell(final DataCell dc) {
            return true;
        }
    }

    private static final class Complete extends Base {

        private static final long serialVersionUID = 1L;

        @Override
        public String getStringValue() {
            return "";
        }

        @Override
        public String toString() {
            return "";
        }

        @Override
        public int hashCode() {
            return 0;
        }

        RowAppender lambda() {
            return row -> assertThat(row).isNotNull();
        }
    }

    @Test
    void whatIsLeftAbstractIsFound() {
        final var lines = Stream.of("org/knime/core/data/DataCell", "org/knime/core/data/StringValue",
            "org/knime/core/data/DataValue", "org/knime/core/data/container/RowAppender")
            .flatMap(name -> Samples.lines(name).stream()).toList();
        assertThat(violations(lines)).isEmpty();
        assertThat(violations(with(lines, "org/knime/core/data/DataCell METHOD next ()I protected,abstract")))
            .singleElement().asString().contains("Complete", "org/knime/core/data/DataCell next()I");
        assertThat(violations(with(lines, "org/knime/core/data/StringValue METHOD next ()I public,abstract")))
            .singleElement().asString().contains("org/knime/core/data/StringValue next()I");
        assertThat(violations(with(lines, "org/knime/core/data/StringValue METHOD next ()I public"))).isEmpty();
        assertThat(violations(with(lines, "org/knime/core/data/StringValue METHOD next ()I public,abstract",
            "org/knime/core/data/DataCell METHOD next ()I public"))).isEmpty();
        assertThat(violations(
            with(lines, "org/knime/core/data/container/RowAppender METHOD next ()I public,abstract")))
            .singleElement().asString().contains("lambda", "next()I");
    }

    private static List<String> with(final List<String> lines, final String... more) {
        return Stream.concat(lines.stream(), Stream.of(more)).toList();
    }

    private static List<String> violations(final List<String> lines) {
        final var classes = Samples.ofTests(Base.class, Complete.class);
        return AbstractMembers.violations(classes.ours(), classes, new ApiListing("test", lines.stream()));
    }
}
