package org.stride.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.stride.autograder.Assignment;
import org.stride.autograder.Autograder;
import org.stride.notebook.ReadingLimits;
import org.stride.notebook.SourceFile;
import org.stride.notebook.SourceFiles;
import org.stride.notebook.UnreadableFileException;
import org.stride.report.FileNames;

/** Reads files that come with requests. Only a few are read at once: each takes memory. */
@Component
final class Uploads {
    private static final ReadingLimits LIMITS = new ReadingLimits(BodyLimit.FILE, 1_000_000, 5_000, 100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Autograder autograder;
    private final Parameters parameters;
    private final Problems problems;

    Uploads(Autograder autograder, Parameters parameters, Problems problems) {
        this.autograder = autograder;
        this.parameters = parameters;
        this.problems = problems;
    }

    /**
     * What is to be judged.
     *
     * @param files the parts of that name, of which there must be one
     * @param exercises the names of those that are asked for; all if there are none
     * @throws ProblemException if there is nothing that can be judged
     */
    Check read(@Nullable List<MultipartFile> files, List<String> exercises) {
        if (files == null || files.size() != 1) {
            throw problems.of(ProblemType.MISSING_FILE, "api.missing_file.count", files == null ? 0 : files.size());
        }
        Assignment all = autograder.usualAssignment();
        Assignment assignment = exercises.isEmpty() ? all : all.only(parameters.exercises(exercises));
        MultipartFile file = files.getFirst();
        String name = FileNames.shown(file.getOriginalFilename());
        return new Check(name, inTurn(name, file), assignment);
    }

    private SourceFile inTurn(String name, MultipartFile file) {
        if (!awaitTurn()) {
            throw problems.of(ProblemType.BUSY, "api.busy.detail").retryAfter(PATIENCE);
        }
        try (InputStream content = file.getInputStream()) {
            return SourceFiles.read(name, content, LIMITS);
        } catch (UnreadableFileException e) {
            throw problems.worded(ProblemType.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw problems.of(ProblemType.MALFORMED, "api.malformed.multipart");
        } finally {
            turns.release();
        }
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
