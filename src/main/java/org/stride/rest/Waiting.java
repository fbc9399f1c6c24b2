package org.stride.rest;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;
import org.stride.report.FileReport;
import org.stride.rest.JobStatus.State;

/** Answers with a check's report: as soon as it has ended, without a thread that waits for it; or if it has. */
@Component
final class Waiting {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final Problems problems;

    Waiting(Jobs jobs, Problems problems) {
        this.jobs = jobs;
        this.problems = problems;
    }

    /** Judges for somebody who waits. */
    DeferredResult<ResponseEntity<byte[]>> judge(
            Caller caller, Check check, Function<FileReport, ResponseEntity<byte[]>> answer) {
        Job job = jobs.submit(caller.key(), check);
        DeferredResult<ResponseEntity<byte[]>> result = new DeferredResult<>(LONGEST.toMillis());
        result.onTimeout(() -> jobs.cancel(job));
        var unused = job.end().thenAccept(ended -> {
            try {
                result.setResult(answer.apply(reportOrExcuse(ended)));
            } catch (RuntimeException e) {
                result.setErrorResult(e);
            }
        });
        return result;
    }

    /** Nobody but the server itself cancels a check that is waited for. */
    private FileReport reportOrExcuse(Job job) {
        if (job.status().state() == State.CANCELLED) {
            throw problems.of(ProblemType.BUSY, "api.busy.given_up").retryAfter(SOON);
        }
        return report(job);
    }

    /** @throws ProblemException if there is no report yet, or never will be */
    FileReport report(Job job) {
        State state = job.status().state();
        return switch (state) {
            case DONE -> Objects.requireNonNull(job.report());
            case FAILED -> {
                ProblemException failure = job.failure();
                throw failure == null ? problems.of(ProblemType.FAULT, "api.fault.detail") : failure;
            }
            case CANCELLED -> throw problems.of(ProblemType.NO_REPORT, "api.no_report.cancelled");
            case QUEUED, RUNNING ->
                throw problems.of(ProblemType.NO_REPORT, "api.no_report.yet").retryAfter(SOON);
        };
    }
}
