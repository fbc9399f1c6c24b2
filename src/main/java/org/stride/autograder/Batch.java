package org.stride.autograder;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.stride.grading.file.FileListener;
import org.stride.notebook.SourceFiles;
import org.stride.notebook.UnreadableFileException;
import org.stride.report.FileReport;

/** Judges many files, several at once. The memory that it takes does not grow with their number. */
public final class Batch {
    /** Files that may be done, for each job, before the one whose turn it is. */
    private static final int AHEAD = 16;

    private final Autograder autograder;
    private final Assignment assignment;
    private final int jobs;

    /** @param jobs how many files are judged at once */
    public Batch(Autograder autograder, Assignment assignment, int jobs) {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs: expected 1 or more, got " + jobs);
        }
        this.autograder = autograder;
        this.assignment = assignment;
        this.jobs = jobs;
    }

    /**
     * Judges the files, and hands on each report, in the order of the files. Whatever is in a file, it has a report.
     *
     * @throws InterruptedException if the thread was interrupted; what was begun is given up
     */
    public void grade(List<Path> files, Consumer<FileReport> reports) throws InterruptedException {
        Deque<Future<FileReport>> begun = new ArrayDeque<>();
        Iterator<Path> left = files.iterator();
        ExecutorService executor = Executors.newFixedThreadPool(
                jobs, Thread.ofPlatform().name("file-", 1).daemon().factory());
        try {
            while (left.hasNext() || !begun.isEmpty()) {
                while (left.hasNext() && begun.size() < jobs * AHEAD) {
                    Path file = left.next();
                    begun.add(executor.submit(() -> grade(file)));
                }
                reports.accept(begun.remove().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A file was judged without a report", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private FileReport grade(Path file) {
        String name = file.toString();
        try {
            return autograder.grade(name, SourceFiles.read(file), assignment, "", FileListener.NONE);
        } catch (UnreadableFileException e) {
            return autograder.unreadable(name, String.valueOf(e.getMessage()), assignment);
        } catch (RuntimeException | StackOverflowError e) {
            // No file may end the batch; that this is our mistake is told
            return autograder.faulty(name, e.toString(), assignment);
        }
    }
}
