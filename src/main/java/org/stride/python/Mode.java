package org.stride.python;

/** How much confinement is enough. */
public enum Mode {
    /** Nothing runs unless every layer holds: for code of people whom nobody knows. */
    STRICT,
    /** What layers there are must do: for a learner’s own code on the learner’s own machine. */
    LOCAL
}
