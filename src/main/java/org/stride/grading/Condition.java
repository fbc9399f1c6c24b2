package org.stride.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;

/**
 * A property of a case's input, or several at once; none holds of every case.
 *
 * @param properties all of which hold
 */
public record Condition(List<Property> properties) {
    /** Holds of every case. */
    public static final Condition ALWAYS = new Condition(List.of());

    public Condition {
        properties = List.copyOf(properties);
    }

    /** Something that is so or not so of an input. */
    public enum Property {
        MODE_LEFT_OUT,
        MAX,
        AVERAGE,
        STRIDE_IS_WINDOW,
        STRIDE_IS_NOT_WINDOW,
        STRIDE_ABOVE_ONE,
        PADDED,
        SEVERAL_EXAMPLES,
        SEVERAL_CHANNELS,
        SEVERAL_FILTERS,
        WINDOW_ABOVE_ONE,
        FRACTIONS,
        NOT_SQUARE;

        private boolean of(Input input) {
            return switch (this) {
                case MODE_LEFT_OUT -> input.modeLeftOut();
                case MAX -> input.mode().equals("max");
                case AVERAGE -> input.mode().equals("average");
                case STRIDE_IS_WINDOW -> input.has("stride", "f") && input.size("stride") == input.size("f");
                case STRIDE_IS_NOT_WINDOW -> input.has("stride", "f") && input.size("stride") != input.size("f");
                case STRIDE_ABOVE_ONE -> input.size("stride") > 1;
                case PADDED -> input.size("pad") > 0;
                case SEVERAL_EXAMPLES -> input.size("m") > 1;
                case SEVERAL_CHANNELS -> input.size("n_C_prev") > 1;
                case SEVERAL_FILTERS -> input.size("n_C") > 1;
                case WINDOW_ABOVE_ONE -> input.size("f") > 1;
                case FRACTIONS -> !input.integers();
                case NOT_SQUARE ->
                    input.size("n_H") != input.size("n_W") || input.size("n_H_prev") != input.size("n_W_prev");
            };
        }
    }

    boolean holds(Input input) {
        return properties.stream().allMatch(property -> property.of(input));
    }

    /** No property, each one, and each two; the simplest first. */
    static List<Condition> all() {
        List<Condition> conditions = new ArrayList<>(List.of(ALWAYS));
        Property[] properties = Property.values();
        for (Property property : properties) {
            conditions.add(new Condition(List.of(property)));
        }
        for (int first = 0; first < properties.length; first++) {
            for (int second = first + 1; second < properties.length; second++) {
                conditions.add(new Condition(List.of(properties[first], properties[second])));
            }
        }
        return conditions;
    }

    /** The sizes and the mode of a case's input. */
    record Input(Map<String, Integer> sizes, String mode, boolean modeLeftOut, boolean integers) {
        static Input of(Exercise exercise, Case testCase) {
            Map<String, Integer> sizes = new TreeMap<>();
            List<String> modes = new ArrayList<>();
            List<DType.Kind> kinds = new ArrayList<>();
            for (Parameter parameter : exercise.parameters()) {
                Value value = testCase.arguments().values().get(parameter.name());
                if (value != null) {
                    read(parameter, value, sizes, modes, kinds);
                }
            }
            boolean pooling =
                    exercise.parameters().stream().anyMatch(p -> p.name().equals("mode"));
            String mode = modes.isEmpty() ? (pooling ? "max" : "") : modes.getFirst();
            return new Input(
                    sizes, mode, pooling && modes.isEmpty(), kinds.stream().allMatch(DType.Kind.INTEGER::equals));
        }

        private static void read(
                Parameter parameter,
                Value value,
                Map<String, Integer> sizes,
                List<String> modes,
                List<DType.Kind> kinds) {
            switch (value) {
                case NdArray array -> {
                    kinds.add(array.dtype().kind());
                    for (int axis = 0;
                            axis < Math.min(array.rank(), parameter.axes().size());
                            axis++) {
                        sizes.putIfAbsent(parameter.axes().get(axis), array.length(axis));
                    }
                }
                case Value.Tuple tuple -> {
                    for (int part = 0;
                            part
                                    < Math.min(
                                            tuple.parts().size(),
                                            parameter.parts().size());
                            part++) {
                        read(parameter.parts().get(part), tuple.parts().get(part), sizes, modes, kinds);
                    }
                }
                case Value.Dictionary dictionary ->
                    dictionary.entries().forEach((key, entry) -> {
                        if (entry instanceof Value.Scalar number) {
                            sizes.putIfAbsent(key, (int) number.value());
                        }
                    });
                case Value.Scalar number -> sizes.putIfAbsent(parameter.name(), (int) number.value());
                case Value.Text text -> modes.add(text.value());
                case Value.None none -> {}
                case Value.Other other -> {}
            }
        }

        private boolean has(String... names) {
            return sizes.keySet().containsAll(List.of(names));
        }

        /** 0 where the exercise has no such size. */
        int size(String name) {
            return sizes.getOrDefault(name, 0);
        }
    }
}
