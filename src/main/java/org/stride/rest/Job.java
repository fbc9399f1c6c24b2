package org.stride.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.file.FileListener;
import org.stride.report.FileReport;
import org.stride.rest.JobStatus.State;

/** A check on its way, and what came of it. Guarded by its lock, not by its monitor: virtual threads wait here. */
final class Job {
    private static final System.Logger LOG = System.getLogger(Job.class.getName());

    private final String id;
    private final String caller;
    private final String file;
    private final int length;
    private final CompletableFuture<Job> end = new CompletableFuture<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Check check;
    private @Nullable FileReport report;
    private @Nullable ProblemException failure;
    private JobStatus status;

    Job(String id, String caller, Check check) {
        this.id = id;
        this.caller = caller;
        this.file = check.name();
        this.length = check.length();
        this.check = check;
        this.status = new JobStatus(
                id, file, State.QUEUED, 0, check.assignment().tasks().size(), null, 0);
    }

    String id() {
        return id;
    }

    String caller() {
        return caller;
    }

    /** Of what is to be judged, in characters. */
    int length() {
        return length;
    }

    /** Completed with this job when it has ended, never exceptionally. */
    CompletableFuture<Job> end() {
        return end;
    }

    JobStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** {@code null} unless it is done. */
    @Nullable
    FileReport report() {
        lock.lock();
        try {
            return report;
        } finally {
            lock.unlock();
        }
    }

    /** Why it failed; {@code null} unless it did, for a reason that is known. */
    @Nullable
    ProblemException failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the status is another one than that which was seen, but no longer than this. */
    JobStatus awaitOther(@Nullable JobStatus seen, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (status.equals(seen) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Judges, unless somebody has cancelled; comes back when that has ended. */
    void run(Judge judge) {
        Check work = begin();
        if (work == null) {
            return;
        }
        try {
            finish(State.DONE, judge.judge(work, caller, listener()), null);
        } catch (CheckCancelledException e) {
            cancel();
        } catch (ProblemException e) {
            finish(State.FAILED, null, e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "rest: a job failed", e);
            finish(State.FAILED, null, null);
        }
    }

    void cancel() {
        finish(State.CANCELLED, null, null);
    }

    /** Tells how many come before it. */
    void moveTo(int place) {
        lock.lock();
        try {
            if (status.state() == State.QUEUED) {
                become(State.QUEUED, status.done(), null, place);
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Check begin() {
        lock.lock();
        try {
            if (status.state() == State.QUEUED) {
                become(State.RUNNING, 0, null, null);
            }
            return check;
        } finally {
            lock.unlock();
        }
    }

    private FileListener listener() {
        return new FileListener() {
            @Override
            public void judging(Exercise exercise, int done, int total) {
                lock.lock();
                try {
                    if (!status.state().ended()) {
                        become(State.RUNNING, done, exercise.name(), null);
                    }
                } finally {
                    lock.unlock();
                }
            }

            @Override
            public boolean cancelled() {
                return status().state().ended();
            }
        };
    }

    /** The first end counts; what comes later of a check that was cancelled is nobody's any more. */
    private void finish(State state, @Nullable FileReport found, @Nullable ProblemException problem) {
        lock.lock();
        try {
            if (status.state().ended()) {
                return;
            }
            become(state, state == State.DONE ? status.total() : status.done(), null, null);
            report = found;
            failure = problem;
            check = null;
        } finally {
            lock.unlock();
        }
        end.complete(this);
    }

    private void become(State state, int done, @Nullable String function, @Nullable Integer place) {
        status = new JobStatus(id, file, state, done, status.total(), function, place);
        changed.signalAll();
    }
}
