package org.stride.grading;

import java.util.List;
import org.stride.exercise.Flaw;

/** The cause of a difference, as far as the numbers tell it. */
public sealed interface Diagnosis {
    /**
     * Known mistakes, each of which gives the very results that were seen on every case. There is more than one only where no
     * case tells them apart.
     */
    record KnownFlaw(List<Flaw> flaws) implements Diagnosis {
        public KnownFlaw {
            flaws = List.copyOf(flaws);
        }
    }

    /** No known mistake, but what is wrong stands in a plain relation to what is wanted, in every failing case. */
    record Related(Relation relation) implements Diagnosis {}

    /** Neither: only the first wrong cell, worked out, can tell. */
    record Unknown() implements Diagnosis {}
}
