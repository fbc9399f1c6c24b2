package org.stride.learner;

/** What became of an attempt that was to be written down. */
public enum Keeping {
    /** It is in the database: no crash takes it away. */
    KEPT,
    /** It waits, in this process, until the database is back. */
    WAITS,
    /** There is no place for it: it is known to nobody but who has just made it. */
    LOST
}
