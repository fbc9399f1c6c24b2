package org.stride.cli;

import org.stride.backup.Keeper;

/** How much there is, in words. */
final class Counts {
    private Counts() {}

    static String of(Keeper.Kept kept) {
        return of(kept.learners(), "learner") + ", " + of(kept.attempts(), "attempt");
    }

    private static String of(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
