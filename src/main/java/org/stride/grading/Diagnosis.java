package org.stride.grading;

import java.util.List;
import org.stride.exercise.Flaw;
import org.stride.exercise.Slip;

/** The cause of a difference, as far as the numbers tell it. */
public sealed interface Diagnosis {
    /** The known mistakes that it names; none for most causes. */
    default List<Flaw> flaws() {
        return List.of();
    }

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

    /**
     * The code is that of a solution in which one expression stands in place of another, as far as its results tell.
     *
     * @param where in which cases; in all others it is right
     */
    record OneLine(Condition where, Slip slip) implements Diagnosis {}

    /**
     * A known mistake under a condition, or one that raises otherwise than ours.
     *
     * @param where in which cases; in all others it is right
     */
    record FlawWhere(Condition where, Flaw flaw) implements Diagnosis {
        @Override
        public List<Flaw> flaws() {
            return List.of(flaw);
        }
    }

    /**
     * It raises, and what it raises tells why.
     *
     * @param kind what the exception is about
     * @param details what its message tells; empty where that may not be shown
     * @param always whether every failing case raises
     */
    record Raises(ErrorKind kind, List<String> details, boolean always) implements Diagnosis {
        public Raises {
            details = List.copyOf(details);
        }
    }

    /** What fails and what does not are told apart by one property of the input. */
    record Where(Condition condition) implements Diagnosis {}

    /** Neither: only the first wrong cell, worked out, can tell. */
    record Unknown() implements Diagnosis {}
}
