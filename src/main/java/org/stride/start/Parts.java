package org.stride.start;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stride.autograder.Autograder;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Seeds;
import org.stride.grading.Grader;
import org.stride.grading.code.CodeGrader;
import org.stride.installation.CurrentSecret;
import org.stride.installation.DataFolder;
import org.stride.learner.CheckAllowance;
import org.stride.python.PythonRunner;
import org.stride.report.Translations;
import org.stride.report.Translator;
import org.stride.ui.learner.LearnerCookie;

/** The parts that the rims share. */
@Configuration(proxyBeanMethods = false)
class Parts {
    @Bean
    Catalogue catalogue() {
        return Catalogue.load();
    }

    @Bean
    DataFolder dataFolder(@Value("${stride.data}") String folder) {
        return new DataFolder(Path.of(folder));
    }

    /** Known once it is known whether a restore that was interrupted has brought another. */
    @Bean
    @DependsOnDatabaseInitialization
    CurrentSecret currentSecret(DataFolder folder) {
        return new CurrentSecret(folder);
    }

    /** What is held out stays the same for as long as this process lives: checks may be under way at any time. */
    @Bean
    Seeds seeds(CurrentSecret secret) {
        return new Seeds(secret.get());
    }

    @Bean
    LearnerCookie learnerCookie(CurrentSecret secret) {
        return new LearnerCookie(secret);
    }

    @Bean
    Grader grader(Seeds seeds) {
        return new Grader(seeds);
    }

    /** Runs checks; as many at once as there are processors, the others wait in order. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService checkExecutor() {
        int processors = Runtime.getRuntime().availableProcessors();
        return Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().name("check-", 1).daemon().factory());
    }

    /** Waits for checks of typed code, which run elsewhere: any number of threads that do next to nothing. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService codeExecutor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    CodeGrader codeGrader(Grader grader, Catalogue catalogue, PythonRunner runner) {
        return new CodeGrader(grader, catalogue, runner);
    }

    @Bean
    Translator translator() {
        return new Translations();
    }

    @Bean
    Autograder autograder(Catalogue catalogue, Seeds seeds, PythonRunner runner, CodeGrader grader, Translator texts) {
        return new Autograder(catalogue, seeds, runner, grader, texts);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    @VaadinSessionScope
    CheckAllowance checkAllowance() {
        return new CheckAllowance();
    }
}
