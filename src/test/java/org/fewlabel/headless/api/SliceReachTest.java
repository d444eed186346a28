package org.fewlabel.headless.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/**
 * The stand-in has nothing that only its own tests use. The plug-in and the runner need it, or their tests, which bring
 * data and dialogs that users may have.
 */
final class SliceReachTest {

    private static final CompiledClasses COMPILED = CompiledClasses.ofBuild();

    /** What is kept whole nevertheless. */
    private static final List<Pattern> KEPT = Stream.of(
        // what dialogs may use: conditions, limits, messages, filters of columns
        "org/knime/node/parameters/updates/.*", "org/knime/node/parameters/widget/(text|number|message)/.*",
        "org/knime/node/parameters/widget/choices/filter/.*",
        // what is said to the user, with advice, and to the log
        "org/knime/core/node/(NodeLogger|KNIMEException|CanceledExecutionException|InvalidSettingsException)\\b.*",
        "org/knime/core/node/message/.*", "org/knime/core/node/(ExecutionMonitor|ExecutionContext) .*",
        // what KNIME asks of every value, row key and family of values
        ".* materialize(DataCell|RowKey)\\(.*", ".*/ExtensibleUtilityFactory .*",
        // the other ways to make a row or to take a part of a table
        "org/knime/core/data/def/DefaultRow .*", "org/knime/core/data/container/filter/TableFilter.*",
        // descriptions of packages
        ".*/package-info",
        // what is stored, and nothing else would show
        "org/knime/core/node/port/PortType isHidden.*", "org/knime/core/util/DuplicateKeyException getKey.*")
        .map(Pattern::compile).toList();

    @Test
    void nothingIsThereThatNobodyUses() {
        final var roots = Stream.concat(COMPILED.ours(), tests()).toList();
        assertThat(SliceReach.unreached(roots, COMPILED))
            .filteredOn(name -> KEPT.stream().noneMatch(kept -> kept.matcher(name).matches())).isEmpty();
    }

    /** Those that do not test the stand-in itself. */
    private static Stream<ClassNode> tests() {
        try {
            final var location = SliceReachTest.class.getProtectionDomain().getCodeSource().getLocation();
            return CompiledClasses.in(Path.of(location.toURI())).ours();
        } catch (final URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Uses a part of a class. */
    private static final class User {

        private String use() {
            return new org.knime.core.data.def.StringCell("a").getStringValue();
        }
    }

    @Test
    void whatIsNotReachedIsFound() {
        final var user = Samples.ofTests(User.class).ours().toList();
        assertThat(SliceReach.unreached(user, COMPILED))
            .contains("org/knime/core/data/def/IntCell", "org/knime/core/data/DataType getCellClass()Ljava/lang/Class;")
            .doesNotContain("org/knime/core/data/def/StringCell",
                "org/knime/core/data/def/StringCell getStringValue()Ljava/lang/String;");
    }
}
