package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.stride.autograder.Assignment;
import org.stride.grading.CheckCancelledException;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.report.FileReport;
import org.stride.report.Translations;
import org.stride.rest.JobStatus.State;
import tools.jackson.databind.json.JsonMapper;

/** Which jobs there are, and for how long. */
class KeptJobsTest {
    private static final int MOST_OF_A_CALLER = 20;

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private final Problems problems = new Problems(new Translations(), JsonMapper.shared());
    private final Jobs jobs =
            new Jobs(MOST_OF_A_CALLER, (check, caller, listener) -> report(check), threads::add, () -> now, problems);

    @BeforeEach
    void start() {
        jobs.start();
    }

    private static Check check(int length) {
        SourceFile file = new SourceFile(SourceFile.Kind.SCRIPT, List.of(new CodeCell(0, "x".repeat(length))));
        return new Check("a.py", file, new Assignment(new LinkedHashMap<>()));
    }

    /** A report that is as long as what it is on. */
    private static FileReport report(Check check) {
        return new FileReport(
                "x".repeat(check.length()),
                FileReport.Status.PASSED,
                null,
                0,
                0,
                List.of(),
                List.of(),
                new FileReport.Environment("", "", "", ""),
                0);
    }

    private Job keep(String caller) {
        return jobs.keep(caller, check(1));
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private static String type(ProblemException problem) {
        return problem.getBody().getType().toString();
    }

    @Test
    void aJobIsKeptForAnHourAfterItsEnd() {
        Job job = keep("a");
        now = now.plus(Duration.ofHours(5));
        runAll();

        now = now.plus(Duration.ofHours(1));
        assertThat(jobs.find(job.id())).contains(job);
        assertThat(job.status().state()).isEqualTo(State.DONE);

        now = now.plusNanos(1);
        assertThat(jobs.find(job.id())).isEmpty();
    }

    @Test
    void aCheckThatSomebodyWaitsForIsNotKept() {
        Job job = jobs.submit("a", check(1));

        assertThat(jobs.find(job.id())).isEmpty();
    }

    @Test
    void aCallerHasNoMoreThanAFewJobsThatHaveNotEnded() {
        for (int number = 0; number < MOST_OF_A_CALLER; number++) {
            keep("a");
        }

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> keep("a"));

        assertThat(type(refusal)).isEqualTo("/problems/too-many-jobs");
        assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        assertThat(catchThrowableOfType(ProblemException.class, () -> jobs.submit("a", check(1))))
                .isNotNull();
        keep("b");
        runAll();
        keep("a");
    }

    @Test
    void noMoreCodeWaitsThanFitsIntoMemory() {
        for (int caller = 0; caller < 16; caller++) {
            jobs.keep("caller " + caller, check(1_000_000));
        }

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> jobs.keep("another", check(1_000_000)));

        assertThat(type(refusal)).isEqualTo("/problems/busy");
        runAll();
        jobs.keep("another", check(1_000_000));
    }

    @Test
    void whoeverHasMostReportsLosesTheOldestForANewOne() {
        Job modest = keep("modest");
        runAll();
        Job first = keep("greedy");
        runAll();
        for (int number = 0; number < 998; number++) {
            keep("greedy");
            runAll();
        }

        Job last = keep("another");

        assertThat(jobs.find(first.id())).isEmpty();
        assertThat(jobs.find(modest.id())).isPresent();
        assertThat(jobs.find(last.id())).isPresent();
    }

    @Test
    void noMoreReportsAreKeptThanFitIntoMemory() {
        Job modest = keep("modest");
        Job first = jobs.keep("greedy", check(1_000_000));
        runAll();
        for (int number = 0; number < 15; number++) {
            jobs.keep("greedy", check(1_000_000));
            runAll();
        }
        assertThat(jobs.find(first.id())).isPresent();

        Job last = jobs.keep("greedy", check(1_000_000));
        runAll();

        assertThat(jobs.find(first.id())).isEmpty();
        assertThat(jobs.find(last.id())).isPresent();
        assertThat(jobs.find(modest.id())).isPresent();
    }

    @Test
    void jobsThatHaveNotEndedAreNeverForgottenForNewOnes() {
        for (int number = 0; number < 1000; number++) {
            keep("caller " + number);
        }

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> keep("another"));

        assertThat(type(refusal)).isEqualTo("/problems/busy");
    }

    @Test
    void theEndOfTheServerIsTheEndOfAllJobs() {
        Job kept = keep("a");
        Job waited = jobs.submit("b", check(1));

        jobs.stop();

        assertThat(kept.status().state()).isEqualTo(State.CANCELLED);
        assertThat(waited.end()).isCompletedWithValue(waited);
        assertThat(type(catchThrowableOfType(ProblemException.class, () -> keep("c"))))
                .isEqualTo("/problems/busy");
        runAll();
        assertThat(kept.status().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatIsFoundAfterACancellationCountsForNothing() {
        Jobs cancelled = new Jobs(
                1,
                (check, caller, listener) -> {
                    jobsOf(caller);
                    return report(check);
                },
                threads::add,
                () -> now,
                problems);
        cancelled.start();
        Job job = cancelled.keep("a", check(1));
        onRun = () -> cancelled.remove(job);

        runAll();

        assertThat(job.status().state()).isEqualTo(State.CANCELLED);
        assertThat(job.report()).isNull();
    }

    private Runnable onRun = () -> {};

    private void jobsOf(String caller) {
        assertThat(caller).isEqualTo("a");
        onRun.run();
    }

    @Test
    void aJudgeThatBreaksDownEndsTheJobAndSaysWhy() {
        Problems words = problems;
        Jobs failing = new Jobs(
                5,
                (check, caller, listener) -> {
                    if (caller.equals("known")) {
                        throw words.of(ProblemType.UNAVAILABLE, "api.unavailable.detail");
                    }
                    throw caller.equals("stopped")
                            ? new CheckCancelledException()
                            : new IllegalStateException("on purpose");
                },
                threads::add,
                () -> now,
                problems);
        failing.start();
        Job unknown = failing.keep("unknown", check(1));
        Job known = failing.keep("known", check(1));
        Job stopped = failing.keep("stopped", check(1));
        runAll();

        Waiting waiting = new Waiting(failing, problems);
        assertThat(unknown.status().state()).isEqualTo(State.FAILED);
        assertThat(type(catchThrowableOfType(ProblemException.class, () -> waiting.report(unknown))))
                .isEqualTo("/problems/fault");
        assertThat(type(catchThrowableOfType(ProblemException.class, () -> waiting.report(known))))
                .isEqualTo("/problems/unavailable");
        assertThat(type(catchThrowableOfType(ProblemException.class, () -> waiting.report(stopped))))
                .isEqualTo("/problems/no-report");
    }
}
