package dev.recalldesk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.recalldesk.memory.MemoryFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The arrows of the house, each with its reason. */
class ArchitectureTest {
    private static final String[] FEATURES = {
        "dev.recalldesk.calls..",
        "dev.recalldesk.profile..",
        "dev.recalldesk.timeline..",
        "dev.recalldesk.recall..",
        "dev.recalldesk.notes..",
        "dev.recalldesk.settings.."
    };
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.recalldesk");

    @Test
    void viewModelsKnowNoScreen() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.animation..")
                .because("a view model is tested without a toolkit"));
    }

    @Test
    void onlyTheAppPostsToTheUiThread() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..app..")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("there is one door to the UI thread, UiThread, and tests pass another"));
    }

    @Test
    void theMemoryPortKnowsNobody() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.recalldesk.memory")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..",
                        "dev.recalldesk.memory.local..",
                        "dev.recalldesk.desk..",
                        "dev.recalldesk.telephony..",
                        "dev.recalldesk.ui..",
                        "dev.recalldesk.app..")
                .because("every memory is built against the port and nothing else"));
    }

    @Test
    void theDeskKnowsNoScreenAndNoParticularMemory() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.recalldesk.desk..", "dev.recalldesk.telephony..", "dev.recalldesk.memory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "dev.recalldesk.ui..", "dev.recalldesk.app..")
                .because("what the desk does without a screen runs in tests and on servers too"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.recalldesk.memory.local..",
                        "dev.recalldesk.server..",
                        "dev.recalldesk.app..",
                        "dev.recalldesk")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.recalldesk.memory.local..")
                .because("a memory is constructed in one place, so that another can take its place"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.recalldesk.memory.twilio..", "dev.recalldesk.app..", "dev.recalldesk")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.recalldesk.memory.twilio..")
                .because("a memory is constructed in one place, so that another can take its place"));
    }

    @Test
    void theMemoryAtTwilioKnowsThePortAndTheWire() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.recalldesk.memory.twilio..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.recalldesk..")
                        .and(not(resideInAnyPackage("dev.recalldesk.memory", "dev.recalldesk.memory.twilio.."))))
                .because("it is tried against servers that know nothing of the desk"));
    }

    @Test
    void archivesKnowThePortAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.recalldesk.memory.archive..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.recalldesk..")
                        .and(not(resideInAnyPackage("dev.recalldesk.memory", "dev.recalldesk.memory.archive.."))))
                .because("a store goes from any memory into any other"));
    }

    @Test
    void theServerKnowsNoScreenAndNoDesk() {
        check(classes()
                .that()
                .resideInAPackage("dev.recalldesk.server..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "javafx..", "dev.recalldesk.ui..", "dev.recalldesk.app..", "dev.recalldesk.desk..")
                .because("the memory is served on machines that have no screen and no agent"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.recalldesk.server..", "dev.recalldesk")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.recalldesk.server..")
                .because("only the command line starts a server"));
    }

    @Test
    void whatIsWrittenDownOfACallerNeedsNoScreen() {
        check(classes()
                .that()
                .resideInAPackage("dev.recalldesk.context..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("javafx..", "dev.recalldesk.app..", "dev.recalldesk.memory.local..")
                .andShould()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(FEATURES)
                .because("the command line tells it where there is no screen"));
    }

    @Test
    void sharedControlsKnowNoFeature() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.recalldesk.ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "dev.recalldesk.app..",
                                "dev.recalldesk.desk..",
                                "dev.recalldesk.memory..",
                                "dev.recalldesk.calls..",
                                "dev.recalldesk.profile..",
                                "dev.recalldesk.timeline..",
                                "dev.recalldesk.recall..",
                                "dev.recalldesk.notes..",
                                "dev.recalldesk.settings..")
                        .and(not(belongToAnyOf(MemoryFailure.class))))
                .because("a control that knows a feature cannot serve the next one; why a memory failed is said in the"
                        + " same words everywhere"));
    }

    @Test
    void featuresDoNotKnowEachOtherNorTheApp() {
        for (String feature : FEATURES) {
            String[] others = Stream.concat(
                            Stream.of(FEATURES).filter(other -> !other.equals(feature)),
                            Stream.of("dev.recalldesk.app.."))
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("the app carries what one feature tells another"));
        }
    }

    @Test
    void noCircles() {
        check(slices().matching("dev.recalldesk.(*)..").should().beFreeOfCycles());
    }

    @Test
    void forbiddenParts() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene.web..", "java.awt..", "javax.swing..", "java.util.logging..")
                .because("a browser or a second toolkit costs a second at every start"));
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .because("there is one log, and workers come from one executor"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .because("the null check reads only what is marked"));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws Exception {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/dev"))) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("dev"))
                    .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                    .toList();
            Assertions.assertThat(silent).isEmpty();
        }
    }

    @Test
    void noClassIsTooLargeToRead() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> large = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 300)
                    .toList();
            Assertions.assertThat(large).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
