package org.stride.grading.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;
import org.stride.python.RunListener;
import org.stride.python.Submission;
import org.stride.python.Ticket;

/**
 * Holds a backward function against central differences of a forward function: of the learner's own, right or wrong, so that it
 * tells whether the two fit each other. Nothing is judged. Safe for use by many threads.
 *
 * <p>The two run one after the other in processes of their own, so that neither finds the helpers of the other. The backward function gets
 * the cache as the forward function left it.
 */
public final class GradientCheck {
    private static final int PATIENCE = 50;
    private static final String PROGRAM = program();

    private final Catalogue catalogue;
    private final PythonRunner runner;

    public GradientCheck(Catalogue catalogue, PythonRunner runner) {
        this.catalogue = catalogue;
        this.runner = runner;
    }

    /** Whether there is anything to nudge: for the two functions that go back through a layer. */
    public static boolean possible(Exercise exercise) {
        return GradientCase.of(exercise.name()).isPresent();
    }

    /** The function whose gradient the exercise's computes. */
    public Exercise forward(Exercise backward) {
        return catalogue.get(first(backward).forward());
    }

    /**
     * Runs both.
     *
     * @param ownForward the learner's text of the forward function; {@code null} if there is none. Where it does not run, ours does
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public GradientComparison compare(
            Exercise backward, String source, @Nullable String ownForward, String owner, CheckListener listener) {
        Exercise forward = forward(backward);
        Two two = new Two(backward, source, forward, owner, listener);
        GradientComparison withOwn = ownForward == null ? null : compare(two, ownForward, true);
        if (withOwn != null) {
            return withOwn;
        }
        GradientComparison withOurs =
                compare(two, forward.hints().solution().listing().code(), false);
        return withOurs == null ? GradientComparison.ended(false, new Outcome.Fault("no differences")) : withOurs;
    }

    private record Two(Exercise backward, String source, Exercise forward, String owner, CheckListener listener) {}

    /** {@code null} where the forward function does not come back with an array and a cache. */
    private @Nullable GradientComparison compare(Two two, String forwardText, boolean own) {
        List<GradientComparison.Part> parts = new ArrayList<>();
        for (GradientCase one : GradientCase.of(two.backward.name()).orElseThrow()) {
            Report nudging = run(one.submission(forwardText, before(two.forward), PROGRAM), two.owner, two.listener);
            List<Value> wanted = returned(nudging);
            if (nudging.stopped() instanceof Outcome.Fault fault) {
                return GradientComparison.ended(own, fault);
            }
            if (wanted.size() != 1 + one.nudged().size()
                    || !(wanted.getFirst() instanceof Value.Tuple start)
                    || !known(start)) {
                return null;
            }
            Submission back = Submission.of(two.source)
                    .between(before(two.backward), "")
                    .calling(
                            two.backward.name(),
                            List.of(one.backwardArguments(
                                    start.parts().getFirst(), start.parts().getLast())));
            Report answer = run(back, two.owner, two.listener);
            List<Value> got = returned(answer).stream()
                    .flatMap(value -> parts(value).stream())
                    .toList();
            if (got.size() != one.nudged().size()) {
                return GradientComparison.ended(own, fault(answer));
            }
            for (int part = 0; part < got.size(); part++) {
                parts.add(GradientComparison.Part.of(
                        one.parts().get(part), one.mode(), got.get(part), (NdArray) wanted.get(1 + part)));
            }
        }
        return new GradientComparison(own, parts, null);
    }

    /** Whether a cache can be handed on as it is. */
    private static boolean known(Value value) {
        return switch (value) {
            case Value.Other other -> false;
            case Value.Tuple tuple -> tuple.parts().stream().allMatch(GradientCheck::known);
            case Value.Dictionary dictionary ->
                dictionary.entries().values().stream().allMatch(GradientCheck::known);
            default -> true;
        };
    }

    private static GradientCase first(Exercise backward) {
        return GradientCase.of(backward.name()).orElseThrow().getFirst();
    }

    private static String before(Exercise exercise) {
        return CodeGrader.before(exercise, Set.of());
    }

    private static List<Value> parts(Value value) {
        return value instanceof Value.Tuple tuple ? tuple.parts() : List.of(value);
    }

    /** What the calls returned, up to the first one that did not. */
    private static List<Value> returned(Report report) {
        List<Value> values = new ArrayList<>();
        for (var call : report.calls()) {
            if (!(call.outcome() instanceof Outcome.Returned returned)) {
                break;
            }
            values.add(returned.value());
        }
        return values;
    }

    /** What kept a run from its end; that nothing fitting was returned, if nothing did. */
    private static Outcome fault(Report report) {
        return Stream.concat(
                        Stream.ofNullable(report.stopped()),
                        report.calls().stream().map(call -> call.outcome()))
                .filter(outcome -> !(outcome instanceof Outcome.Returned))
                .findFirst()
                .orElse(new Outcome.Returned(Value.NONE));
    }

    private Report run(Submission submission, String owner, CheckListener listener) {
        Ticket ticket = runner.submit(submission, owner, RunListener.NONE);
        CompletableFuture<Report> end = ticket.report();
        int place = -1;
        while (true) {
            try {
                Report report = end.get(PATIENCE, TimeUnit.MILLISECONDS);
                if (report.stopped() instanceof Outcome.Cancelled) {
                    throw new CheckCancelledException();
                }
                return report;
            } catch (TimeoutException e) {
                if (listener.cancelled()) {
                    ticket.cancel();
                }
                int now = ticket.place();
                if (now != place && now >= 0) {
                    listener.waiting(now);
                }
                place = now;
            } catch (InterruptedException e) {
                ticket.cancel();
                Thread.currentThread().interrupt();
                throw new CheckCancelledException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String program() {
        try (InputStream stream = GradientCheck.class.getResourceAsStream("gradient_check.py")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
