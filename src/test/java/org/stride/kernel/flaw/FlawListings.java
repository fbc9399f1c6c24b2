package org.stride.kernel.flaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import org.stride.PythonListings;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.python.Outcome;

/** Holds what a flaw's kernel gives against what its listing gives in a real Python: the same numbers, or the same exception. */
final class FlawListings {
    private FlawListings() {}

    static void assertSame(
            PythonListings python, String exercise, String id, Arguments arguments, Supplier<Value> kernel) {
        Outcome expected = python.run(exercise, PythonListings.listing(exercise, id), arguments);
        assertSame(id + " on " + shapes(arguments), outcome(kernel), expected);
    }

    /** What a kernel gives, an exception included. */
    static Outcome outcome(Supplier<Value> kernel) {
        try {
            return new Outcome.Returned(kernel.get());
        } catch (NumpyError error) {
            return new Outcome.Raised(error.type(), String.valueOf(error.getMessage()));
        }
    }

    private static void assertSame(String where, Outcome actual, Outcome expected) {
        if (actual instanceof Outcome.Returned got && expected instanceof Outcome.Returned wanted) {
            assertSame(where, got.value(), wanted.value());
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    private static void assertSame(String where, Value actual, Value expected) {
        assertThat(actual.typeName()).as(where).isEqualTo(expected.typeName());
        if (actual instanceof NdArray got && expected instanceof NdArray wanted) {
            assertThat(got.shape()).as(where).isEqualTo(wanted.shape());
            assertThat(got.dtype()).as(where).isEqualTo(wanted.dtype());
            assertThat(got.toArray()).as(where).containsExactly(wanted.toArray(), within(1e-9));
        } else if (actual instanceof Value.Scalar got && expected instanceof Value.Scalar wanted) {
            assertThat(got.value()).as(where).isCloseTo(wanted.value(), within(1e-9));
        } else if (actual instanceof Value.Tuple got && expected instanceof Value.Tuple wanted) {
            assertThat(got.parts()).as(where).hasSameSizeAs(wanted.parts());
            for (int part = 0; part < got.parts().size(); part++) {
                assertSame(
                        where + ", part " + part,
                        got.parts().get(part),
                        wanted.parts().get(part));
            }
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    private static String shapes(Arguments arguments) {
        StringBuilder text = new StringBuilder();
        arguments
                .values()
                .forEach((name, value) -> text.append(name)
                        .append(' ')
                        .append(value instanceof NdArray array ? array.shape() + " " + array.dtype() : value)
                        .append("; "));
        return text.toString();
    }
}
