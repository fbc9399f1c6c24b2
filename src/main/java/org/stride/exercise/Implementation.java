package org.stride.exercise;

/** Something that can be run on cases: a strategy, a flaw, or a learner's own code. */
public interface Implementation {
    /** Runs once; the arguments are the implementation's own, to change as it likes. */
    Outcome run(Arguments arguments);
}
