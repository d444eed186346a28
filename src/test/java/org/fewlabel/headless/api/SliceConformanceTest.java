package org.fewlabel.headless.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in has no class, member, modifier or ancestor that real KNIME has not. */
final class SliceConformanceTest {

    private static final CompiledClasses COMPILED = CompiledClasses.ofBuild();

    private static Stream<ApiListing> versions() {
        return ApiListing.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theStandInHasNothingThatKnimeHasNot(final ApiListing knime) {
        assertThat(COMPILED.slice().filter(COMPILED::isVisible)).hasSizeGreaterThan(100);
        assertThat(SliceConformance.violations(COMPILED, knime)).isEmpty();
    }

    @Test
    void whatKnimeHasNotIsFound() {
        final var sample = "org/knime/core/data/RowKey";
        final var compiled = Samples.only(COMPILED, sample);
        final var same = Samples.lines(sample);
        assertThat(violations(compiled, same.stream())).isEmpty();
        assertThat(violations(compiled, Stream.of())).singleElement().asString().contains(sample, "RefreshKnimeApi");
        assertThat(violations(compiled, same.stream().filter(line -> !line.contains(" getString "))))
            .singleElement().asString().contains("getString()");
        assertThat(violations(compiled, same.stream().map(line -> line.replace("getString ()", "getString (I)"))))
            .singleElement().asString().contains("getString()");
        assertThat(violations(compiled,
            same.stream().map(line -> line.contains(" createRowKey (J)") ? line.replace(",static", "") : line)))
            .singleElement().asString().contains("createRowKey(J)", "static");
        assertThat(violations(compiled, same.stream().map(line -> line.replace("public,final,class", "public,class"))))
            .singleElement().asString().contains("final");
        assertThat(violations(compiled,
            same.stream().map(line -> line.replace(" org/knime/core/data/RowKeyValue", " -"))))
            .singleElement().asString().contains("implements org/knime/core/data/RowKeyValue");
        assertThat(violations(compiled,
            same.stream().map(line -> line.replace("class java/lang/Object", "class java/lang/Thread"))))
            .singleElement().asString().contains("extends java/lang/Object");
    }

    private static List<String> violations(final CompiledClasses compiled, final Stream<String> lines) {
        return SliceConformance.violations(compiled, new ApiListing("test", lines));
    }
}
