package org.fewlabel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The layers and their allowed dependencies: nodes on port and table, both on learn, learn on device; the stand-in for
 * KNIME may depend on the plug-in, never vice versa.
 */
@AnalyzeClasses(packages = {"org.fewlabel", "org.knime"}, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HEADLESS = "org.fewlabel.headless..";

    private static final String[] FILE_SYSTEM = {"java.nio.file..", "java.util.zip..", "java.util.jar.."};

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.fewlabel.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ARROWS_RUN_ONE_WAY = layeredArchitecture().consideringOnlyDependenciesInLayers()
        .layer("nodes").definedBy("org.fewlabel.nodes..")
        .layer("port").definedBy("org.fewlabel.port..")
        .layer("table").definedBy("org.fewlabel.table..")
        .layer("learn").definedBy("org.fewlabel.learn..")
        .layer("device").definedBy("org.fewlabel.device..")
        .whereLayer("nodes").mayNotBeAccessedByAnyLayer()
        .whereLayer("port").mayOnlyBeAccessedByLayers("nodes", "table")
        .whereLayer("table").mayOnlyBeAccessedByLayers("nodes", "port")
        .whereLayer("learn").mayOnlyBeAccessedByLayers("nodes", "port", "table")
        .whereLayer("device").mayOnlyBeAccessedByLayers("nodes", "port", "table", "learn");

    /** The floors of {@code learn}, from the top; the package's description says what lies on each. */
    private static final List<List<String>> FLOORS = List.of(List.of("compare"), List.of("rounds", "propagation"),
        List.of("model"), List.of("consistency", "probe", "graph"), List.of("supervised"), List.of("encode"),
        List.of("pretext"), List.of("inputs"), List.of("features", "neighbor", "judge"), List.of("data"),
        List.of("net", "text", "audio"));

    /** A folder of {@code learn} with its subfolders depends on lower layers only, not on folders of its own layer. */
    @ArchTest
    static void foldersOfLearnKnowLowerFloorsOnly(final JavaClasses all) {
        final var above = new ArrayList<String>();
        for (final var floor : FLOORS) {
            for (final var folder : floor) {
                final var forbidden = Stream.concat(above.stream(), floor.stream().filter(f -> !f.equals(folder)))
                    .map(ArchitectureTest::folder).toArray(String[]::new);
                if (forbidden.length > 0) {
                    noClasses().that().resideInAPackage(folder(folder)).should().dependOnClassesThat()
                        .resideInAnyPackage(forbidden).check(all);
                }
            }
            above.addAll(floor);
        }
    }

    /** Every folder has a layer; no class is outside the folders. */
    @ArchTest
    static void everyClassOfLearnLiesOnAFloor(final JavaClasses all) {
        final var folders = FLOORS.stream().flatMap(List::stream).map(ArchitectureTest::folder).toArray(String[]::new);
        classes().that().resideInAPackage("org.fewlabel.learn..").and().doNotHaveSimpleName("package-info").should()
            .resideInAnyPackage(folders).check(all);
    }

    private static String folder(final String name) {
        return "org.fewlabel.learn." + name + "..";
    }

    @ArchTest
    static final ArchRule LEARN_KNOWS_NEITHER_KNIME_NOR_OSGI = noClasses()
        .that().resideInAnyPackage("org.fewlabel.learn..", "org.fewlabel.device..")
        .should().dependOnClassesThat().resideInAnyPackage("org.knime..", "org.osgi..", "org.eclipse..");

    @ArchTest
    static final ArchRule LEARN_KNOWS_NO_FILE_SYSTEM = noClasses().that().resideInAPackage("org.fewlabel.learn..")
        .should().dependOnClassesThat().resideInAnyPackage(FILE_SYSTEM)
        .orShould().dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|FileInput.*|FileOutput.*|RandomAccessFile)");

    @ArchTest
    static final ArchRule NETWORK_LIBRARIES_STAY_IN_ONE_ROOM = noClasses()
        .that(not(resideInAnyPackage("org.fewlabel.learn.net..", "org.fewlabel.device..")))
        .should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule THE_PLUG_IN_NEVER_KNOWS_THE_STAND_IN = noClasses()
        .that(resideInAPackage("org.fewlabel..").and(not(resideInAPackage(HEADLESS))))
        .should().dependOnClassesThat().resideInAPackage(HEADLESS);

    @ArchTest
    static final ArchRule ONLY_KNIMES_PUBLIC_API = noClasses()
        .that(resideInAPackage("org.fewlabel..").and(not(resideInAPackage(HEADLESS))))
        .should().dependOnClassesThat().resideInAnyPackage("org.knime.core.webui..", "org.knime..legacy..",
            "org.knime..internal..");

    /** KNIME changes or rejects names; only these classes handle that. */
    @ArchTest
    static final ArchRule COLUMNS_ARE_NAMED_IN_ONE_PLACE = noClasses()
        .that(resideInAPackage("org.fewlabel..").and(not(resideInAPackage(HEADLESS)))
            .and(not(simpleName("NewColumns").or(simpleName("AppendedColumns")).or(simpleName("MaskedTable")))))
        .should().callConstructor(DataColumnSpecCreator.class, String.class, DataType.class)
        .orShould().callMethod(DataColumnSpecCreator.class, "setName", String.class);

    /** The packages above those of the nodes hold what dialogs share. */
    @ArchTest
    static final ArchRule A_NODES_PACKAGE_OPENS_FACTORY_AND_DIALOG_ONLY = classes()
        .that().resideInAPackage("org.fewlabel.nodes.*.*..").and().arePublic().and().areTopLevelClasses()
        .should().haveSimpleNameEndingWith("NodeFactory").orShould().haveSimpleNameEndingWith("Parameters");

    @ArchTest
    static final ArchRule NOBODY_PRINTS_IN_THE_PLUG_IN = noClasses()
        .that(resideInAPackage("org.fewlabel..").and(not(resideInAPackage(HEADLESS))))
        .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
        .orShould().callMethod(Throwable.class, "printStackTrace");
}
