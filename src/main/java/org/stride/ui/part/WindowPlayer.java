package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Arguments;

/** Plays a function on its arguments: the window moves, its cell lights up, and the formula shows the numbers. */
@Tag("stride-window-player")
@JsModule("./window-player/window-player.ts")
@CssImport("./theme/tokens.css")
public final class WindowPlayer extends Component {
    private static final long serialVersionUID = 1L;

    private WindowPlayer(Play play) {
        getElement().setPropertyBean("play", play);
        getElement().setPropertyMap("texts", WindowPlayerTexts.of(this::getTranslation));
    }

    /** Plays an exercise on what it is called with, such as the arguments of a {@link org.stride.exercise.Case}. */
    public static WindowPlayer of(String exercise, Arguments arguments) {
        return new WindowPlayer(Play.of(exercise, arguments));
    }

    /**
     * Draws what the learner's code gave over what is right.
     *
     * @param got by the names of the parts, such as {@code dA_prev}; parts that are no arrays are left out
     */
    public WindowPlayer comparing(Map<String, NdArray> got) {
        Map<String, Given> parts = new LinkedHashMap<>();
        got.forEach((part, array) -> parts.put(part, Given.of(array)));
        getElement().setPropertyMap("got", parts);
        return this;
    }

    /** Draws the windows that the learner's code took over the right ones, and names the first that differs. */
    public WindowPlayer running(Run run) {
        getElement().setPropertyBean("run", run);
        return this;
    }

    /** Leaves sizes and numbers as they are. */
    public WindowPlayer fixed() {
        getElement().setProperty("fixed", true);
        return this;
    }

    /**
     * What the learner's code took, in order.
     *
     * @param windows each once, however many filters or channels it was taken for
     * @param truncated whether there was more
     * @param passed whether what it gave is right
     */
    public record Run(List<Window> windows, boolean truncated, boolean passed) {
        public Run {
            windows = List.copyOf(windows);
        }
    }

    /**
     * What one line took: rows {@code h0} to {@code h1} and columns {@code w0} to {@code w1}, ends excluded, of the input
     * with its padding.
     *
     * @param example null if it was taken of all at once
     */
    public record Window(int line, @Nullable Integer example, int h0, int h1, int w0, int w1) {}

    /** One array as the page takes it. NaN and the infinities, for which JSON has no word, cross by name. */
    private record Given(List<Integer> shape, List<Object> values) {
        static Given of(NdArray array) {
            return new Given(
                    Arrays.stream(array.shape().lengths()).boxed().toList(),
                    Arrays.stream(array.toArray())
                            .mapToObj(value -> Double.isFinite(value) ? (Object) value : Double.toString(value))
                            .toList());
        }
    }

    /** An operation and its arguments, out of the tuples and dictionaries that they came in. */
    private record Play(String operation, Map<String, Given> arrays, Map<String, Integer> numbers, String mode) {
        static Play of(String exercise, Arguments arguments) {
            return switch (exercise) {
                case "conv_backward" ->
                    flat(exercise, arguments, arguments.unpack("cache", "A_prev", "W", "b", "hparameters"));
                case "pool_backward" -> flat(exercise, arguments, arguments.unpack("cache", "A_prev", "hparameters"));
                case "distribute_value" ->
                    flat(
                            exercise,
                            Arguments.none().with("dz", NdArray.full(Shape.of(1, 1), arguments.number("dz"))),
                            arguments.unpack("shape", "n_H", "n_W"));
                default -> flat(exercise, arguments, Arguments.none());
            };
        }

        private static Play flat(String exercise, Arguments outer, Arguments inner) {
            Play play = new Play(exercise, new LinkedHashMap<>(), new LinkedHashMap<>(), outer.text("mode", "max"));
            outer.values().forEach(play::put);
            inner.values().forEach(play::put);
            return play;
        }

        private void put(String name, Value value) {
            switch (value) {
                case NdArray array -> arrays.put(name, Given.of(array));
                case Value.Scalar scalar -> numbers.put(name, (int) scalar.value());
                case Value.Dictionary dictionary -> dictionary.entries().forEach(this::put);
                case Value.None none -> {}
                case Value.Text text -> {}
                case Value.Tuple tuple -> {}
                case Value.Other other -> {}
            }
        }
    }
}
