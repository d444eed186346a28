package org.fewlabel.headless.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.run.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class WorkflowPictureTest {

    @TempDir
    private Path folder;

    private static String draw(final Path workflow) throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            final var registry = new PluginXmlRegistry(in, WorkflowPictureTest.class.getClassLoader());
            final var run = WorkflowRun.load(workflow, new BaseNodes().or(registry));
            return WorkflowPicture.svg(run.workflow(), run.nodes());
        }
    }

    private static Document parsed(final String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element text(final Document svg, final String content) {
        final var texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            if (texts.item(i).getTextContent().equals(content)) {
                return (Element)texts.item(i);
            }
        }
        throw new AssertionError("No text '" + content + "' in the picture");
    }

    private static double x(final Document svg, final String content) {
        return Double.parseDouble(text(svg, content).getAttribute("x"));
    }

    private static double y(final Document svg, final String content) {
        return Double.parseDouble(text(svg, content).getAttribute("y"));
    }

    @Test
    void theReadmesPictureShowsTheWorkflowAsItIs() throws Exception {
        assertThat(draw(Path.of("test-workflows", "breast-cancer")))
            .as("Draw it anew: ./run --picture docs/breast-cancer.svg test-workflows/breast-cancer")
            .isEqualTo(Files.readString(Path.of("docs", "breast-cancer.svg")));
    }

    @Test
    void placesNodesWhereTheWorkflowPutsThemAndConnectsThem() throws Exception {
        final var svg = parsed(draw(Path.of("test-workflows", "breast-cancer")));

        assertThat(x(svg, "Label Masker")).isGreaterThan(x(svg, "CSV Reader"))
            .isLessThan(x(svg, "Label Propagator"));
        assertThat(y(svg, "Label Propagator")).isLessThan(y(svg, "Row Splitter"));
        assertThat(y(svg, "hold out 30 %")).isGreaterThan(y(svg, "Label Masker"));
        final var paths = svg.getElementsByTagName("path");
        var classifiers = 0;
        var connections = 0;
        for (int i = 0; i < paths.getLength(); i++) {
            final var path = (Element)paths.item(i);
            if ("svg".equals(path.getParentNode().getNodeName()) && "1.5".equals(path.getAttribute("stroke-width"))) {
                connections++;
                classifiers += "#7b3fa0".equals(path.getAttribute("stroke")) ? 1 : 0;
            }
        }
        assertThat(connections).isEqualTo(7);
        assertThat(classifiers).as("connections in the colour of the classifier port").isEqualTo(1);
    }

    @Test
    void nodesWithoutAPlaceComeRightOfThoseTheyDependOn() throws Exception {
        final var workflow = new WorkflowBuilder(folder).csvReader(1, "x.csv", "a\n1\n").columnFilter(2, "a")
            .csvWriter(3, "y.csv").connect(1, 1, 2, 1).connect(2, 1, 3, 1).write();
        final var main = workflow.resolve("workflow.knime");
        Files.writeString(main, Files.readString(main).replace("\"ui_settings\"", "\"no_settings\""));

        final var svg = parsed(draw(workflow));

        assertThat(x(svg, "CSV Reader")).isLessThan(x(svg, "Column Filter"));
        assertThat(x(svg, "Column Filter")).isLessThan(x(svg, "CSV Writer"));
        assertThat(y(svg, "CSV Reader")).isEqualTo(y(svg, "CSV Writer"));
    }

    @Test
    void annotationsAreTextWhateverTheyContain() throws Exception {
        final var workflow = new WorkflowBuilder(folder).csvReader(1, "x.csv", "a\n1\n").write();
        annotate(workflow, "text/plain", "a &lt;b&gt; &amp; &quot;c&quot;%%00010second");
        final var plain = parsed(draw(workflow));
        assertThat(y(plain, "second")).isGreaterThan(y(plain, "a <b> & \"c\""));

        annotate(workflow, "text/html",
            "&lt;p&gt;one &lt;b&gt;bold&lt;/b&gt;&lt;/p&gt;&lt;p&gt;2 &amp;lt; 3&lt;/p&gt;");
        final var html = parsed(draw(workflow));
        assertThat(y(html, "2 < 3")).isGreaterThan(y(html, "one bold"));
    }

    private static void annotate(final Path workflow, final String type, final String escapedText) throws Exception {
        final var main = workflow.resolve("workflow.knime");
        final var annotation = """
            <config key="annotations"><config key="annotation_0">
            <entry key="text" type="xstring" value="%s"/>
            <entry key="contentType" type="xstring" value="%s"/>
            </config></config>
            """.formatted(escapedText, type);
        Files.writeString(main,
            Files.readString(main).replaceAll("(?s)<config key=\"annotations\">.*?</config></config>", "")
                .replaceFirst("(?s)(<config [^>]*key=\"nodes\")", annotation.replace("$", "\\$") + "$1"));
    }

    @Test
    void isTheSameInEveryCountry() throws Exception {
        final var before = Locale.getDefault();
        final var here = draw(Path.of("test-workflows", "breast-cancer"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(draw(Path.of("test-workflows", "breast-cancer"))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }
}
