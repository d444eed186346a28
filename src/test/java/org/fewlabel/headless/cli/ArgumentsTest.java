package org.fewlabel.headless.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fewlabel.headless.workflow.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void understandsKnimesArguments() throws UsageException {
        final var arguments = Arguments.parse("-workflowDir=some dir", "-reset", "-nosave",
            "-option=3,config/k,5,int", "-option=4,name,\"a, b\",String", "-workflow.variable=x,1.5,double");
        assertThat(arguments.workflowDir()).isEqualTo(Path.of("some dir"));
        assertThat(arguments.reset()).isTrue();
        assertThat(arguments.save()).isFalse();
        assertThat(arguments.options().get(0).nodeId()).isEqualTo(3);
        assertThat(arguments.options().get(0).path()).containsExactly("config", "k");
        assertThat(arguments.options().get(0).type()).isEqualTo(ValueType.INT);
        assertThat(arguments.options().get(1).value()).isEqualTo("a, b");
        assertThat(arguments.variables()).singleElement()
            .satisfies(v -> assertThat(v.name() + v.value() + v.type()).isEqualTo("x1.5DOUBLE"));
    }

    @Test
    void savesByDefault() throws UsageException {
        assertThat(Arguments.parse("-workflowDir=d").save()).isTrue();
        assertThat(Arguments.parse("d", "-destFile=x.knwf").save()).isTrue();
        assertThat(Arguments.parse("d", "-destDir=x").destDir()).isEqualTo(Path.of("x"));
    }

    @Test
    void onlyAFolderIsExecutedAndNotSaved(@TempDir final Path temp) throws Exception {
        final var arguments = Arguments.parse(temp.toString());
        assertThat(arguments.workflowDir()).isEqualTo(temp);
        assertThat(arguments.reset()).isTrue();
        assertThat(arguments.save()).isFalse();
        final var archive = Files.writeString(temp.resolve("x.knwf"), "");
        assertThat(Arguments.parse(archive.toString()).workflowFile()).isEqualTo(archive);
    }

    @Test
    void understandsItsOwnArguments() throws UsageException {
        final var arguments = Arguments.parse("d", "--out", "results", "--quiet", "--allow-local-files");
        assertThat(arguments.out()).isEqualTo(Path.of("results"));
        assertThat(arguments.quiet()).isTrue();
        assertThat(arguments.allowLocalFiles()).isTrue();
        assertThat(Arguments.parse("d", "--out=r").out()).isEqualTo(Path.of("r"));
        assertThat(Arguments.parse("--help").help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | No workflow is given", "-reset | No workflow is given",
        "-workflowDir=a -workflowFile=b | not both", "a b | given twice", "-workflowDir=a -workflowDir=b | given twice",
        "a -destDir=b -destFile=c | not both", "a -what | Unknown argument: -what",
        "a --what=1 | Unknown argument: --what",
        "-workflowDir | needs a value", "-workflowDir= | needs a value", "a --out | needs a folder",
        "a -option=1,k | write ID,KEY,VALUE,TYPE", "a -option=x,k,1,int | 'x' is no node number",
        "a -option=1,k,x,int | 'x' is no int", "a -option=1,k,x,boolean | 'x' is no boolean",
        "a -option=1,k,xy,char | 'xy' is no char",
        "a -option=1,k,1,complex | unknown type 'complex'; use one of String",
        "a -workflow.variable=x | write NAME,VALUE,TYPE", "a -workflow.variable=x,1.5,int | '1.5' is no int",
        "a -workflow.variable=x,1,long | unknown type 'long'; use one of String, int, double"})
    void reportsWhatIsWrong(final String line, final String message) {
        assertThatThrownBy(() -> Arguments.parse(line.isEmpty() ? new String[0] : line.split(" ")))
            .isInstanceOf(UsageException.class).hasMessageContaining(message);
    }
}
