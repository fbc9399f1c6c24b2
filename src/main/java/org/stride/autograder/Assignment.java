package org.stride.autograder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.stride.exercise.Catalogue;

/** Which functions are asked for, in the order of the course, and what each is worth. */
public record Assignment(SequencedMap<String, Task> tasks) {
    /** The half of the course that may be left out. */
    private static final Set<String> BACKWARD =
            Set.of("conv_backward", "create_mask_from_window", "distribute_value", "pool_backward");

    public Assignment {
        tasks = new LinkedHashMap<>(tasks);
    }

    /**
     * One function of an assignment.
     *
     * @param points 0 or more
     * @param optional whether it may be left out
     */
    public record Task(double points, boolean optional) {
        public Task {
            if (!(points >= 0) || Double.isInfinite(points)) {
                throw new IllegalArgumentException("points must be 0 or more, got " + points);
            }
        }
    }

    /** All eight, one point each, the backward half optional. */
    public static Assignment usual(Catalogue catalogue) {
        SequencedMap<String, Task> tasks = new LinkedHashMap<>();
        catalogue
                .exercises()
                .forEach(exercise -> tasks.put(exercise.name(), new Task(1, BACKWARD.contains(exercise.name()))));
        return new Assignment(tasks);
    }

    /** Only these functions, each of which must then be there. */
    public Assignment only(List<String> names) {
        SequencedMap<String, Task> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, Task> task : tasks.entrySet()) {
            if (names.contains(task.getKey())) {
                chosen.put(task.getKey(), new Task(task.getValue().points(), false));
            }
        }
        return new Assignment(chosen);
    }

    /** The most that the score can be. */
    double possible() {
        return tasks.values().stream()
                .filter(task -> !task.optional())
                .mapToDouble(Task::points)
                .sum();
    }

    @Override
    public SequencedMap<String, Task> tasks() {
        return new LinkedHashMap<>(tasks);
    }
}
