package org.stride.grading.file;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which functions a file defines, as {@code outline.py} finds them without running anything.
 *
 * @param functions those that are exercises, each by its last definition
 * @param others functions of other names
 * @param broken what is no Python
 * @param remarks what was done with the file, and what in it tells something
 */
public record Outline(List<Function> functions, List<Other> others, List<Broken> broken, List<Remark> remarks) {
    /** Of a file without any code. */
    public static final Outline EMPTY = new Outline(List.of(), List.of(), List.of(), List.of());

    public Outline {
        functions = List.copyOf(functions);
        others = List.copyOf(others);
        broken = List.copyOf(broken);
        remarks = List.copyOf(remarks);
    }

    /**
     * A place in a file.
     *
     * @param cell which of the file's code cells, from 0
     * @param line in that cell, from 1; 0 if none is known
     */
    public record Origin(int cell, int line) {}

    /**
     * An exercise's function.
     *
     * @param unsolved whether it is as the exercise hands it out; it then has no program
     * @param program the function with what it needs
     */
    public record Function(String name, Origin origin, boolean unsolved, Program program) {}

    /** A function of another name. */
    public record Other(String name, Origin origin) {}

    /**
     * A stretch that is no Python.
     *
     * @param function the one that it is in; empty if it is in none
     */
    public record Broken(Origin origin, int column, String message, String function) {}

    /** Something about one place; the detail is a name, a text or nothing, by its kind. */
    public record Remark(Kind kind, Origin origin, String detail) {}

    /** What there is to remark. */
    public enum Kind {
        /** A line for IPython or a shell was left out. */
        COMMAND,
        /** A cell in another language was left out. */
        OTHER_LANGUAGE,
        /** A {@code print} of Python 2 was read as one of Python 3. */
        PYTHON_2_PRINT,
        /** There is a later definition of the same function, which counts. */
        REDEFINED,
        /** A function of a class has an exercise's name; the checks call functions by themselves. */
        IN_CLASS,
        /** A function is defined inside of another statement, which was not run. */
        IN_BLOCK,
        /** What draws was not run. */
        DRAWING,
        /** What reads files was not run. */
        FILES,
        /** A function needs a value that is no constant, so it was not taken along. */
        VALUE_NOT_TAKEN,
        /** A function uses a value that is set outside of it. */
        VALUE_FROM_OUTSIDE
    }

    /** Whether a place lies in an exercise's function other than this one, as far as where they begin tells. */
    public boolean inAnother(Function function, Origin place) {
        return functions.stream()
                .filter(f -> f.origin().cell() == place.cell() && f.origin().line() <= place.line())
                .max(Comparator.comparingInt(f -> f.origin().line()))
                .filter(f -> !f.name().equals(function.name()))
                .isPresent();
    }

    public Optional<Function> find(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }
}
