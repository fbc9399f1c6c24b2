package org.stride.python;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stride.python.Confinement.Layer;

/** Why no code can be run. What is sent meanwhile ends at once, as a fault; whether it still holds is tried now and then. */
public sealed interface Unavailable extends State {
    /** How the name of a Python ends that has no NumPy. */
    String WITHOUT_NUMPY = " without NumPy";

    /**
     * There is no interpreter.
     *
     * @param named the one that was asked for; {@code null} if any on the PATH would have done
     */
    record NoPython(@Nullable Path named) implements Unavailable {}

    /**
     * There is one, but not of the versions that are known to work.
     *
     * @param found such as {@code Python 3.12.3 without NumPy}
     * @param needed such as {@code NumPy 1.26 to 2.3}
     */
    record UnfitPython(String found, String needed) implements Unavailable {}

    /** Strict mode, and not every layer of the sandbox holds. */
    record LayersMissing(List<Layer> layers) implements Unavailable {
        public LayersMissing {
            layers = List.copyOf(layers);
        }
    }

    /** It does not start; the message is for an administrator. */
    record Broken(String message) implements Unavailable {}

    /** The reason in a line for an administrator. */
    default String message() {
        return switch (this) {
            case NoPython(Path named) ->
                named == null ? "there is no python3 and no python on the PATH" : "there is no Python at " + named;
            case UnfitPython(String found, String needed) -> "needs " + needed + ", found " + found;
            case LayersMissing(List<Layer> layers) ->
                layers.stream()
                        .map(layer -> layer.name() + " (" + layer.failure() + ")")
                        .collect(Collectors.joining(
                                ", ",
                                "strict mode runs nothing unless every layer of the sandbox holds; missing: ",
                                ""));
            case Broken(String message) -> message;
        };
    }
}
