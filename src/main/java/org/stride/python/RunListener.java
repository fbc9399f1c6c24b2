package org.stride.python;

/** Told how a submission gets on, by the thread that runs it: whoever has long work to do hands it on. */
public interface RunListener {
    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** It left the queue. */
    default void started() {}

    /** A call ended; once for each, in order. */
    default void called(CallResult result) {}
}
