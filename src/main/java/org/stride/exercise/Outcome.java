package org.stride.exercise;

import org.stride.array.Value;

/** How a run ended. What a learner can cause is a value here, never an exception. */
public sealed interface Outcome {
    /** The function came back with a value, which may be {@link Value#NONE}. */
    record Returned(Value value) implements Outcome {}

    /** The function raised, as Python names it: {@code ValueError} and its message. */
    record Raised(String type, String message) implements Outcome {}
}
