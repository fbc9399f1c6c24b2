package org.stride.autograder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.file.Outline.Other;

/** Finds the function that somebody may have meant by another name. */
final class Renamed {
    private Renamed() {}

    static Optional<Other> find(String wanted, List<Other> others) {
        return others.stream()
                .filter(other -> CodeProblem.Renamed.mayBeMeant(wanted, other.name()))
                .min(Comparator.comparingInt(other -> Math.abs(other.name().length() - wanted.length())));
    }
}
