package org.stride.exercise;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.stride.array.Value;

/** What the code of one exercise says of it; the rest stands in its {@code exercise.yaml} and its listings. */
interface Definition {
    /** The function's name in the notebook; also the name of the exercise's folder. */
    String name();

    /** The specification: what the function returns. */
    Value reference(Arguments arguments);

    /** The right ways by their ids. */
    SequencedMap<String, Right> strategies();

    /** The named wrong ways by their ids. */
    Map<String, Kernel> flaws();

    /** Small mistakes without a name, the likelier ones first. */
    List<Slip> slips();

    /** The flaws that are wrong only in what the published text leaves open. */
    default Set<String> advisoryFlaws() {
        return Set.of();
    }

    /** Every case; those that are held out take their seeds from the installation. */
    List<Case> cases(Seeds seeds);

    /**
     * How one cell of the right result comes about.
     *
     * @param part the name of the part that it lies in, such as {@code dW}
     * @param index the cell's index within it; empty for a scalar
     */
    Working working(Arguments arguments, String part, int[] index);

    /** A strategy's kernel and its count of multiplications. */
    record Right(Kernel kernel, ToLongFunction<Arguments> multiplications) {}
}
