package org.stride.grading.code;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.grading.code.WatchedRun.Track;
import org.stride.grading.code.WatchedRun.Window;
import org.stride.python.Access;
import org.stride.python.Access.Kind;
import org.stride.python.Accesses;
import org.stride.python.Outcome;
import org.stride.python.PythonRunner;
import org.stride.python.Report;

/**
 * Runs typed code on one case and finds the windows that it reads of the layer's input, or writes to its gradient. Nothing is judged. Safe
 * for use by many threads.
 */
public final class CodeWatch {
    private static final Set<String> POSSIBLE =
            Set.of("conv_forward", "pool_forward", "conv_backward", "pool_backward");

    private final PythonRunner runner;

    public CodeWatch(PythonRunner runner) {
        this.runner = runner;
    }

    /** Whether there are windows to look at: in the four functions that go through a layer. */
    public static boolean possible(Exercise exercise) {
        return POSSIBLE.contains(exercise.name());
    }

    /**
     * Runs the code once more, slowly.
     *
     * @param testCase one whose numbers may be seen
     * @param owner whose turn it takes where others wait too
     * @throws CheckCancelledException if {@code listener} asked for the end
     */
    public WatchedRun watch(Exercise exercise, Case testCase, String source, String owner, CheckListener listener) {
        LearnerCode code = new LearnerCode(
                runner,
                exercise.name(),
                CodeGrader.submission(exercise, source, "").watching(),
                owner);
        Outcome stopped = code.runAll(List.of(testCase), listener.following(run -> {}));
        if (stopped instanceof Outcome.Cancelled) {
            throw new CheckCancelledException();
        }
        Report report = code.report();
        if (report.calls().isEmpty()) {
            return new WatchedRun(requireNonNull(stopped), false, List.of());
        }
        Accesses accesses = report.calls().getFirst().accesses();
        return new WatchedRun(
                report.calls().getFirst().outcome(),
                accesses.truncated(),
                tracks(Layer.of(exercise.name(), testCase.arguments()), accesses.list()));
    }

    private record Way(String array, Kind kind) {}

    private static List<Track> tracks(Layer layer, List<Access> accesses) {
        Map<Way, List<Window>> found = new LinkedHashMap<>();
        for (Access access : accesses) {
            layer.window(access).ifPresent(window -> {
                List<Window> windows =
                        found.computeIfAbsent(new Way(access.name(), access.kind()), way -> new ArrayList<>());
                // Again for the next filter or channel
                if (windows.isEmpty() || !windows.getLast().samePlace(window)) {
                    windows.add(window);
                }
            });
        }
        // What is added to is read first: that is no news
        found.keySet().removeIf(way -> way.kind() == Kind.READ && found.containsKey(new Way(way.array(), Kind.WRITE)));
        return found.entrySet().stream()
                .map(entry -> new Track(entry.getKey().array(), entry.getKey().kind(), entry.getValue()))
                .filter(layer::isOverInput)
                .sorted(Comparator.comparing(track -> track.kind() == Kind.READ))
                .toList();
    }
}
