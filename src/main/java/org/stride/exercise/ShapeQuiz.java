package org.stride.exercise;

import java.util.List;
import org.stride.array.Shape;

/**
 * A question about shapes, with one right answer among wrong ones that typical mistakes lead to.
 *
 * @param exercise the function that is asked about
 * @param asked what it is that has the shape: the name of a returned part; {@code X} asks which input cannot be
 * @param layer the sizes
 * @param options all different; exactly one is the answer
 */
public record ShapeQuiz(String exercise, String asked, Layer layer, List<Option> options) {
    /** What is asked where one has to find the layer that cannot be. */
    public static final String IMPOSSIBLE = "impossible";

    public ShapeQuiz {
        options = List.copyOf(options);
    }

    public Option answer() {
        return options.stream()
                .filter(option -> option.mistake() == Mistake.NONE)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The sizes of a layer and its input.
     *
     * @param filters 0 where there are none
     */
    public record Layer(int m, int nH, int nW, int nC, int f, int stride, int pad, int filters) {
        /** How many windows fit along a length; not positive if not even one does. */
        public int windows(int length) {
            return Math.floorDiv(length - f + 2 * pad, stride) + 1;
        }

        public boolean possible() {
            return f <= nH + 2 * pad && f <= nW + 2 * pad;
        }

        public Shape input() {
            return Shape.of(m, nH, nW, nC);
        }
    }

    /**
     * One to choose.
     *
     * @param shape what it says; that of the layer's input where a layer is to be chosen
     * @param layer the layer that is spoken of
     */
    public record Option(Shape shape, Layer layer, Mistake mistake) {}

    /** What leads to a wrong answer. */
    public enum Mistake {
        NONE,
        WITHOUT_PLUS_ONE,
        CEIL,
        N_W_FROM_N_H,
        PAD_ONCE,
        PAD_LEFT_OUT,
        STRIDE_LEFT_OUT,
        CHANNELS_OF_THE_INPUT,
        ALL_AXES,
        HEIGHT_ONLY,
        STILL_PADDED,
        OTHER_GRADIENT,
        EXAMPLES_IN_FRONT,
        SWAPPED,
        POSSIBLE
    }
}
