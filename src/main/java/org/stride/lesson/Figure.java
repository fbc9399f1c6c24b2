package org.stride.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stride.array.NdArray;
import org.stride.exercise.Arguments;
import org.stride.exercise.Exercise;

/**
 * A few numbers, and what an operation makes of them.
 *
 * @param name unique in its lesson; claims use it
 * @param operation the name of an exercise; or {@code touches}, how many windows touch each cell; or {@code picture}, one array
 * @param exercise the exercise, if the operation is one
 * @param arguments what its function is called with, in full: images with all four axes, a cache as a tuple
 * @param settings plain numbers and words such as {@code stride} and {@code mode}, as the figure writes them
 * @param inputs the arrays that go in, by their NumPy names
 * @param results what the specification makes of them
 * @param caption what to look for
 */
public record Figure(
        String name,
        String operation,
        Optional<Exercise> exercise,
        Arguments arguments,
        Arguments settings,
        List<Part> inputs,
        List<Part> results,
        List<Inline> caption) {
    public static final String TOUCHES = "touches";
    public static final String PICTURE = "picture";

    public Figure {
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
        caption = List.copyOf(caption);
    }

    /**
     * One array of a figure.
     *
     * @param full with every axis that it has in code
     * @param written with those axes only that the figure writes: two for an image, if it has one example and one channel
     * @param axes the names of the written axes
     */
    public record Part(String name, NdArray full, NdArray written, List<String> axes) {
        public Part {
            axes = List.copyOf(axes);
        }
    }

    /** The array of this name, one that goes in before one that comes out. */
    public Optional<Part> part(String array) {
        return Stream.concat(inputs.stream(), results.stream())
                .filter(part -> part.name().equals(array))
                .findFirst();
    }
}
