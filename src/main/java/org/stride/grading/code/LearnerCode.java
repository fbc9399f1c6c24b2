package org.stride.grading.code;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Arguments;
import org.stride.exercise.Case;
import org.stride.exercise.Implementation;
import org.stride.exercise.Run;
import org.stride.exercise.RunMonitor;
import org.stride.python.Call;
import org.stride.python.CallResult;
import org.stride.python.Layout;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.RunListener;
import org.stride.python.Submission;
import org.stride.python.Ticket;

/** A learner's function as an implementation: all cases in one submission, told one by one as they end. */
final class LearnerCode implements Implementation {
    /** Milliseconds between two looks at whether somebody has cancelled, and at the place in the queue. */
    private static final int PATIENCE = 50;

    private final PythonRunner runner;
    private final String function;
    private final Submission submission;
    private final String owner;
    private @Nullable Report report;

    /**
     * @param submission the code; its calls are those of the cases
     * @param owner whose turn in the queue it takes
     */
    LearnerCode(PythonRunner runner, String function, Submission submission, String owner) {
        this.runner = runner;
        this.function = function;
        this.submission = submission;
        this.owner = owner;
    }

    /**
     * What was said beside the results: what the first run printed while loading, which functions there are, and how the last
     * one ended.
     */
    Report report() {
        return requireNonNull(report);
    }

    @Override
    public Outcome run(Arguments arguments) {
        Submission once = submission.making(function, List.of(call(arguments, Layout.CONTIGUOUS)));
        Report done = runner.submit(once, owner, RunListener.NONE).await();
        Outcome stopped = done.stopped();
        return done.calls().isEmpty() && stopped != null
                ? stopped
                : done.calls().getFirst().outcome();
    }

    @Override
    public @Nullable Outcome runAll(List<Case> cases, RunMonitor monitor) {
        BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
        Submission all = cases.isEmpty()
                ? submission
                : submission.making(
                        function,
                        cases.stream().map(c -> call(c.arguments(), c.layout())).toList());
        Ticket ticket = runner.submit(all, owner, new RunListener() {
            @Override
            public void called(CallResult result) {
                news.add(() -> tell(result, monitor));
            }
        });
        follow(ticket, news, monitor);
        Report latest = ticket.await();
        news.forEach(Runnable::run);
        report = report == null ? latest : report.endedLike(latest);
        return latest.stopped();
    }

    /** Hands on what comes, in this thread: the runner's own has other submissions to serve. */
    private static void follow(Ticket ticket, BlockingQueue<Runnable> news, RunMonitor monitor) {
        CompletableFuture<Report> end = ticket.report();
        var unused = end.thenRun(() -> news.add(() -> {})); // The end is news too: nobody waits beyond it
        int place = -1;
        try {
            while (!end.isDone()) {
                Runnable next = news.poll(PATIENCE, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
                if (monitor.cancelled()) {
                    ticket.cancel();
                }
                int now = ticket.place();
                if (now != place && now >= 0) {
                    monitor.waiting(now);
                }
                place = now;
            }
        } catch (InterruptedException e) {
            ticket.cancel();
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(CallResult result, RunMonitor monitor) {
        monitor.ran(new Run(result.outcome(), result.output(), result.warnings(), result.time()));
    }

    private static Call call(Arguments arguments, Layout layout) {
        return new Call(List.copyOf(arguments.values().values()), layout);
    }
}
