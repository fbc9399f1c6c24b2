package org.stride.grading;

import org.stride.exercise.EditionFigure;

/** Something worth telling that does not decide pass or fail. */
public sealed interface Note {
    /** The function changed one of its arguments in place. */
    record InputChanged(String argument) implements Note {}

    /** 0 and 1 stand where truth values belong. */
    record NumbersForBooleans(String part) implements Note {}

    /** The maximum stands more than once, and the code treats that otherwise than the reference does. */
    record Tie() implements Note {}

    /** The numbers are those that an older edition of the notebook printed. */
    record OldEdition(EditionFigure figure) implements Note {}
}
