package org.fewlabel.headless.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.IntCell;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.objectweb.asm.tree.ClassNode;

/** What we refer to of KNIME is there in real KNIME, and meant for others. */
final class PluginReferencesTest {

    private static final CompiledClasses COMPILED = CompiledClasses.ofBuild();

    private static Stream<ApiListing> versions() {
        return ApiListing.all();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatThePluginRefersToIsThere(final ApiListing knime) {
        assertThat(PluginReferences.violations(COMPILED.plugin(), COMPILED, knime)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatTheRunnerRefersToIsThere(final ApiListing knime) {
        assertThat(COMPILED.ours()).isNotEmpty();
        assertThat(PluginReferences.violations(COMPILED.ours(), COMPILED, knime)).isEmpty();
    }

    /** Carries an annotation with elements of several kinds. */
    private static final class Annotated {

        @Widget(title = "T", description = "D")
        @ChoicesProvider(StringChoicesProvider.class)
        private String field;
    }

    @Test
    void elementsOfAnnotationsAreFound() {
        final var classes = Samples.ofTests(Annotated.class);
        final var references = new KnimeReferences(classes.ours().findFirst().orElseThrow(), COMPILED);
        assertThat(references.members()).extracting(KnimeReferences.Member::key)
            .contains("title()Ljava/lang/String;", "description()Ljava/lang/String;", "value()Ljava/lang/Class;");
        assertThat(references.classes()).contains(StringChoicesProvider.class.getName().replace('.', '/'));
    }

    @Test
    void packagesThatAreNotMeantForOthersAreFound() {
        final var node = new ClassNode();
        node.name = "Sample";
        node.superName = "org/knime/core/webui/node/dialog/NodeDialog";
        assertThat(PluginReferences.violations(Stream.of(node), COMPILED, new ApiListing("test", Stream.of())))
            .singleElement().asString().contains("Sample", "not meant for others");
    }

    /** Refers to a class, a field, an inherited method and one in a method reference. */
    private static final class Referring {

        private final DataCell cell = new IntCell(1);

        private boolean refer(final List<DataCell> cells) {
            return cells.stream().map(DataCell::getType).anyMatch(IntCell.TYPE::equals) && cell.isMissing();
        }
    }

    @Test
    void allKindsOfReferencesAreFound() {
        final var classes = Samples.ofTests(Referring.class);
        final var references = new KnimeReferences(classes.ours().findFirst().orElseThrow(), COMPILED);
        assertThat(references.classes()).contains("org/knime/core/data/DataCell", "org/knime/core/data/def/IntCell",
            "org/knime/core/data/DataType");
        assertThat(references.members()).extracting(KnimeReferences.Member::key).contains("<init>(I)V",
            "TYPELorg/knime/core/data/DataType;", "isMissing()Z", "getType()Lorg/knime/core/data/DataType;");
    }

    @Test
    void whatIsNotThereIsFound() {
        final var classes = Samples.ofTests(Referring.class);
        final var names = List.of("org/knime/core/data/DataCell", "org/knime/core/data/def/IntCell",
            "org/knime/core/data/DataType");
        final var lines = names.stream().flatMap(name -> Samples.lines(name).stream()).toList();
        assertThat(violations(classes, lines.stream())).isEmpty();
        assertThat(violations(classes, lines.stream().filter(line -> !line.contains(" isMissing "))))
            .singleElement().asString().contains("DataCell isMissing()Z");
        assertThat(violations(classes, lines.stream().filter(line -> !line.startsWith(names.get(2)))))
            .allMatch(violation -> violation.contains("RefreshKnimeApi")).isNotEmpty();
    }

    private static List<String> violations(final CompiledClasses classes, final Stream<String> lines) {
        return PluginReferences.violations(classes.ours(), COMPILED, new ApiListing("test", lines));
    }
}
