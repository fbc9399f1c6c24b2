package org.stride.exercise;

import org.stride.kernel.flaw.NumpyError;
import org.stride.python.Outcome;

/** A ready-made way that a learner can pick: a right one or a flawed one, told apart only after the run. */
public sealed interface Choice extends Implementation permits Strategy, Flaw {
    String exercise();

    /** Unique within the exercise, in snake_case; also the name of its listing's file. Tells what it is: never shown before a run. */
    String id();

    /** The card's letter, which tells nothing: {@code A}, {@code B}, … */
    String letter();

    Listing listing();

    Kernel kernel();

    @Override
    default Outcome run(Arguments arguments) {
        try {
            return new Outcome.Returned(kernel().apply(arguments));
        } catch (NumpyError error) {
            return new Outcome.Raised(error.type(), String.valueOf(error.getMessage()));
        }
    }
}
