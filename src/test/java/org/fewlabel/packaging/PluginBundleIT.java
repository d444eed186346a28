package org.fewlabel.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * What the plug-in's jar holds: all that its manifest and plugin.xml speak of, and nothing of the stand-in for KNIME.
 */
class PluginBundleIT {

    private static final String VERSION = System.getProperty("fewlabel.bundle.version");

    private static final int JAVA_17 = 61;

    private static JarFile bundle;

    @BeforeAll
    static void open() throws IOException {
        bundle = new JarFile(Path.of("target", "plugins", "org.fewlabel_" + VERSION + ".jar").toFile());
    }

    @AfterAll
    static void close() throws IOException {
        bundle.close();
    }

    @Test
    void theManifestCarriesTheBuildsVersionAndAllElseAsCheckedIn() throws IOException {
        final var shipped = bundle.getManifest().getMainAttributes();
        final var checkedIn = Files.readString(Path.of("META-INF", "MANIFEST.MF")).replace("\n ", "").lines().toList();

        assertThat(VERSION).matches("\\d+\\.\\d+\\.\\d+\\.v\\d{12}");
        assertThat(shipped.getValue("Bundle-Version")).isEqualTo(VERSION);
        assertThat(checkedIn).filteredOn(line -> !line.matches("(Bundle-Version|Bundle-ClassPath):.*"))
            .allSatisfy(line -> assertThat(line)
                .isEqualTo(line.substring(0, line.indexOf(':')) + ": " + shipped.getValue(line.split(":")[0])));
    }

    @Test
    void theClassPathIsTheBundleAndEveryNestedJar() throws IOException {
        final var classPath = bundle.getManifest().getMainAttributes().getValue("Bundle-ClassPath").split(",");
        final var expected = new ArrayList<>(List.of("."));
        expected.addAll(names("lib/.*\\.jar"));

        assertThat(classPath).containsExactlyInAnyOrderElementsOf(expected).startsWith(".").hasSizeGreaterThan(1);
    }

    @Test
    void holdsThePlugInsClassesOnly() {
        assertThat(names(".*\\.class")).isNotEmpty()
            .allSatisfy(name -> assertThat(name).startsWith("org/fewlabel/").doesNotContain("/headless/"));
    }

    @Test
    void everyClassRunsOnJava17() throws IOException {
        final var tooNew = new ArrayList<String>();
        for (final var name : names(".*\\.class")) {
            addIfTooNew(name, bundle.getInputStream(bundle.getEntry(name)).readAllBytes(), tooNew);
        }
        for (final var jar : names("lib/.*")) {
            eachNested(jar, (name, content) -> {
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    addIfTooNew(jar + "!" + name, content, tooNew);
                }
            });
        }
        assertThat(tooNew).isEmpty();
    }

    @Test
    void noNestedJarIsSigned() throws IOException {
        final var signatures = new ArrayList<String>();
        for (final var jar : names("lib/.*")) {
            eachNested(jar, (name, content) -> {
                if (name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) {
                    signatures.add(jar + "!" + name);
                }
            });
        }
        assertThat(signatures).isEmpty();
    }

    @Test
    void theNoticeNamesExactlyTheLibrariesThatAreShipped() throws IOException {
        final var named = new ArrayList<String>();
        final var matcher = Pattern.compile("(?m)^  (\\S+\\.jar) ").matcher(text("NOTICE"));
        while (matcher.find()) {
            named.add("lib/" + matcher.group(1));
        }
        assertThat(named).containsExactlyInAnyOrderElementsOf(names("lib/.*\\.jar"));
        assertThat(text("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    }

    @Test
    void everyClassThatThePlugInRegistersIsThere() throws Exception {
        final var classes = new ArrayList<>(attributes("node", "factory-class"));
        for (final var attribute : List.of("objectClass", "objectSerializer", "specClass", "specSerializer")) {
            classes.addAll(attributes("portType", attribute));
        }
        assertThat(classes).isNotEmpty().doesNotHaveDuplicates()
            .allSatisfy(name -> assertThat(bundle.getEntry(name.replace('.', '/') + ".class")).as(name).isNotNull());
    }

    @Test
    void everyNodeLiesInARegisteredCategory() throws Exception {
        final var categories = new ArrayList<String>();
        final var paths = attributes("category", "path");
        final var ids = attributes("category", "level-id");
        for (var i = 0; i < ids.size(); i++) {
            categories.add(paths.get(i) + "/" + ids.get(i));
        }
        assertThat(categories).contains("/community/fewlabel").containsAll(attributes("node", "category-path"));
    }

    @Test
    void everyIconIsAPictureOf16By16() throws Exception {
        final var icons = names("icons/.*\\.png");

        assertThat(icons).containsAll(attributes("category", "icon"));
        for (final var icon : icons) {
            final var image = ImageIO.read(bundle.getInputStream(bundle.getEntry(icon)));
            assertThat(List.of(image.getWidth(), image.getHeight())).as(icon).containsExactly(16, 16);
            assertThat(bundle.getEntry(icon.replace(".png", ".svg"))).as("source of " + icon).isNotNull();
        }
    }

    private static List<String> names(final String pattern) {
        return bundle.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/") && name.matches(pattern))
            .sorted().toList();
    }

    private static String text(final String name) throws IOException {
        return new String(bundle.getInputStream(bundle.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> attributes(final String element, final String attribute) throws Exception {
        final var elements = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(bundle.getInputStream(bundle.getEntry("plugin.xml"))).getElementsByTagName(element);
        final var values = new ArrayList<String>();
        for (var i = 0; i < elements.getLength(); i++) {
            values.add(((Element)elements.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static void addIfTooNew(final String name, final byte[] content, final List<String> tooNew)
        throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            in.readInt(); // the magic number
            in.readUnsignedShort(); // the minor version
            if (in.readUnsignedShort() > JAVA_17) {
                tooNew.add(name);
            }
        }
    }

    private static void eachNested(final String jar, final EntryVisitor visitor) throws IOException {
        try (var nested = new ZipInputStream(bundle.getInputStream(bundle.getEntry(jar)))) {
            for (var entry = nested.getNextEntry(); entry != null; entry = nested.getNextEntry()) {
                visitor.visit(entry.getName(), nested.readAllBytes());
            }
        }
    }

    private interface EntryVisitor {
        void visit(String name, byte[] content) throws IOException;
    }
}
