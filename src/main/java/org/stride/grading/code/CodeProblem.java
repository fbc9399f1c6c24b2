package org.stride.grading.code;

import java.util.List;
import java.util.SequencedMap;
import org.stride.python.Forbidden;

/** A problem of typed code that is plainer than wrong numbers, in the terms of whoever typed it. */
public sealed interface CodeProblem {
    /** The learner's line, counted from 1; 0 if none is known. */
    int line();

    /** The code has no function of the exercise's name, but one that may be it. */
    record Renamed(String expected, String found, int line) implements CodeProblem {
        /** Whether somebody may have meant {@code expected} by this name. */
        public static boolean mayBeMeant(String expected, String name) {
            return CodeProblems.distance(expected, name) <= expected.length() / 2;
        }
    }

    /** The code has no function of the exercise's name. */
    record NoFunction(String expected) implements CodeProblem {
        @Override
        public int line() {
            return 0;
        }
    }

    /** The function takes other parameters than the exercise says, in number. */
    record OtherParameters(String signature, List<String> found, int line) implements CodeProblem {
        public OtherParameters {
            found = List.copyOf(found);
        }
    }

    /** The function takes the exercise's parameters in another order. */
    record ParametersReordered(List<String> expected, List<String> found, int line) implements CodeProblem {
        public ParametersReordered {
            expected = List.copyOf(expected);
            found = List.copyOf(found);
        }
    }

    /** Nothing came back from any call; perhaps something was printed instead. */
    record NothingReturned(boolean printed, int line) implements CodeProblem {}

    /** Something outside of all functions raised, so that the function was never called. */
    record OutsideOfFunctions(String type, String message, int line, SequencedMap<String, String> variables)
            implements CodeProblem {}

    /** A module that is not here. */
    record NoModule(String module, int line) implements CodeProblem {}

    /** The text is no Python. */
    record NotPython(Mistake mistake, String message, int line, int column) implements CodeProblem {
        /**
         * What Python says of a line, with what people often leave there.
         *
         * @param text of that line; empty if it is not known
         */
        public static NotPython of(String text, String message, int line, int column) {
            return new NotPython(Mistake.of(text.strip(), message), message, line, column);
        }
    }

    /** What people often leave in code that makes it no Python. */
    enum Mistake {
        /** {@code %matplotlib inline}, {@code !pip install}. */
        NOTEBOOK_COMMAND,
        /** Quotation marks or dashes of a word processor. */
        TYPOGRAPHY,
        PYTHON_2_PRINT,
        INDENTATION,
        OTHER;

        private static Mistake of(String line, String message) {
            if (line.startsWith("%") || line.startsWith("!")) {
                return NOTEBOOK_COMMAND;
            }
            if (message.startsWith("invalid character") || message.startsWith("invalid non-printable character")) {
                return TYPOGRAPHY;
            }
            if (message.startsWith("Missing parentheses in call to 'print'")) {
                return PYTHON_2_PRINT;
            }
            return message.contains("indent") || message.contains("tabs and spaces") ? INDENTATION : OTHER;
        }
    }

    /** Something that code may not have here. */
    record NotAvailable(Forbidden what, String detail, int line) implements CodeProblem {}

    /**
     * An exception came out of a call.
     *
     * @param heldOut whether the call's inputs are hidden; then the message and the variables are left out, and the type may be
     *     told only if it is one of Python's own
     */
    record Raised(String type, String message, int line, SequencedMap<String, String> variables, boolean heldOut)
            implements CodeProblem {}

    /**
     * The time ran out while this line was running.
     *
     * @param waiting whether it was waiting rather than computing
     */
    record OutOfTime(boolean waiting, int line, SequencedMap<String, String> variables) implements CodeProblem {}

    record OutOfMemory(int line, SequencedMap<String, String> variables) implements CodeProblem {}

    record TooMuchPrinted() implements CodeProblem {
        @Override
        public int line() {
            return 0;
        }
    }

    record TooMuchReturned(int line) implements CodeProblem {}

    /** The interpreter itself broke down. */
    record Crashed(String signal) implements CodeProblem {
        @Override
        public int line() {
            return 0;
        }
    }

    /** The code ended the process: {@code sys.exit}. */
    record Exited(int line) implements CodeProblem {}
}
