package org.stride;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture.md. */
@AnalyzeClasses(packages = "org.stride", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start")
            .definedBy("org.stride.start..")
            .layer("ui")
            .definedBy("org.stride.ui..")
            .layer("rest")
            .definedBy("org.stride.rest..")
            .layer("cli")
            .definedBy("org.stride.cli..")
            .layer("autograder")
            .definedBy("org.stride.autograder..")
            .layer("learner")
            .definedBy("org.stride.learner..")
            .layer("backup")
            .definedBy("org.stride.backup..")
            .layer("report")
            .definedBy("org.stride.report..")
            .layer("grading")
            .definedBy("org.stride.grading..")
            .layer("notebook")
            .definedBy("org.stride.notebook..")
            .layer("exercise")
            .definedBy("org.stride.exercise..")
            .layer("lesson")
            .definedBy("org.stride.lesson..")
            .layer("kernel")
            .definedBy("org.stride.kernel..")
            .layer("python")
            .definedBy("org.stride.python..")
            .layer("array")
            .definedBy("org.stride.array..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("rest")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("autograder")
            .mayOnlyBeAccessedByLayers("ui", "rest", "cli", "start")
            .whereLayer("learner")
            .mayOnlyBeAccessedByLayers("backup", "ui", "cli", "start")
            .whereLayer("backup")
            .mayOnlyBeAccessedByLayers("cli", "start")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("autograder", "ui", "rest", "cli", "start")
            .whereLayer("grading")
            .mayOnlyBeAccessedByLayers("learner", "report", "autograder", "ui", "rest", "cli", "start")
            .whereLayer("notebook")
            .mayOnlyBeAccessedByLayers("grading", "report", "autograder", "ui", "rest", "cli", "start")
            .whereLayer("exercise")
            .mayOnlyBeAccessedByLayers(
                    "lesson", "grading", "notebook", "learner", "report", "autograder", "ui", "rest", "cli", "start")
            .whereLayer("lesson")
            .mayOnlyBeAccessedByLayers("ui", "start")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("exercise", "lesson")
            .whereLayer("python")
            .mayOnlyBeAccessedByLayers(
                    "exercise", "grading", "learner", "report", "autograder", "ui", "rest", "cli", "start");

    @ArchTest
    static final ArchRule arraysNeedTheJdkOnly = classes()
            .that()
            .resideInAPackage("org.stride.array..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.stride.array..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule kernelsNeedArraysOnly = classes()
            .that()
            .resideInAPackage("org.stride.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.stride.kernel..", "org.stride.array..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theRunnerNeedsArraysOnly = classes()
            .that()
            .resideInAPackage("org.stride.python..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.stride.python..", "org.stride.array..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule contentAndVerdictKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.stride.exercise..",
                    "org.stride.lesson..",
                    "org.stride.notebook..",
                    "org.stride.grading..",
                    "org.stride.autograder..",
                    "org.stride.report..",
                    "org.stride.learner")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.vaadin..", "jakarta..");

    @ArchTest
    static final ArchRule theDatabaseIsOfOnePackage = noClasses()
            .that()
            .resideOutsideOfPackages("org.stride.learner.store..", "org.stride.start..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.data..");

    @ArchTest
    static final ArchRule ofTheStoreTheCommandLineKnowsBackupsOnly = noClasses()
            .that()
            .resideInAnyPackage("org.stride.backup..", "org.stride.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stride.learner.store", "org.springframework..");

    @ArchTest
    static final ArchRule theStoreKnowsNoPage = noClasses()
            .that()
            .resideInAPackage("org.stride.learner.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..", "jakarta..");

    @ArchTest
    static final ArchRule partsKnowNoScreen = noClasses()
            .that()
            .resideInAPackage("org.stride.ui.part..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stride.ui.home..", "org.stride.ui.exercise..", "org.stride.ui.error..");

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("org.stride.(*)..").should().beFreeOfCycles();
}
