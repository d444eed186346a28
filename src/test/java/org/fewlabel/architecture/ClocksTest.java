package org.fewlabel.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import java.util.Set;

import org.junit.jupiter.api.Timeout;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * No test uses a clock or sleeps: on a busy machine it would fail without a bug. Speed is measured in operations, bytes
 * or checks; tests wait for conditions. Tests that hang are ended by Maven.
 */
@AnalyzeClasses(packages = {"org.fewlabel", "org.knime"}, importOptions = ImportOption.OnlyIncludeTests.class)
class ClocksTest {

    /** Measurements are compiled with the tests, and nothing fails by them. */
    private static final DescribedPredicate<
        JavaClass> ARE_NO_MEASUREMENTS = resideOutsideOfPackage("org.fewlabel.bench..");

    /** Of management beans: the CPU time of a thread or a process. */
    private static final Set<String> PROCESSOR_TIME = Set.of("getCurrentThreadCpuTime", "getCurrentThreadUserTime",
        "getThreadCpuTime", "getThreadUserTime",
        "getProcessCpuTime", "getUptime", "getStartTime");

    @ArchTest
    static final ArchRule NOBODY_LOOKS_AT_A_CLOCK = noClasses().that(ARE_NO_MEASUREMENTS)
        .should().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock")
        .orShould().callMethodWhere(target(named("a time of now", "now", "java.time.")))
        .orShould().callMethodWhere(target(nameMatching(String.join("|", PROCESSOR_TIME))));

    /** Whatever takes the time to wait at most takes its unit too: latches, futures, queues, processes. */
    @ArchTest
    static final ArchRule NOBODY_WAITS_FOR_A_WHILE = noClasses().that(ARE_NO_MEASUREMENTS)
        .should().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.TimeUnit")
        .orShould().callMethod(Thread.class, "sleep", long.class)
        .orShould().callMethod(Thread.class, "join", long.class)
        .orShould().callMethod(Object.class, "wait", long.class)
        .orShould().callMethodWhere(target(nameMatching("parkNanos|parkUntil")));

    @ArchTest
    static final ArchRule NO_CLASS_MUST_END_IN_TIME = noClasses().that(ARE_NO_MEASUREMENTS)
        .should().beAnnotatedWith(Timeout.class)
        .orShould().callMethodWhere(target(nameMatching("assertTimeout.*")));

    @ArchTest
    static final ArchRule NO_METHOD_MUST_END_IN_TIME = noMethods().that()
        .areDeclaredInClassesThat(ARE_NO_MEASUREMENTS).should().beAnnotatedWith(Timeout.class);

    private static DescribedPredicate<AccessTarget.CodeUnitAccessTarget> named(final String description,
        final String name, final String ofPackage) {
        return DescribedPredicate.describe(description, target -> target.getName().equals(name)
            && target.getOwner().getFullName().startsWith(ofPackage));
    }
}
