package org.stride.python;

import java.util.List;
import org.stride.array.Value;
import org.stride.python.Traceback.Part;

/** How a call ended, or why a whole submission did. What code can cause is a value here, never an exception. */
public sealed interface Outcome {
    /**
     * The function came back.
     *
     * @param value what it returned, {@link Value#NONE} included
     * @param changedInputs the positions of those arguments that it changed in place, counted from 0
     */
    record Returned(Value value, List<Integer> changedInputs) implements Outcome {
        public Returned {
            changedInputs = List.copyOf(changedInputs);
        }

        /** No input was changed. */
        public Returned(Value value) {
            this(value, List.of());
        }
    }

    /** An exception came out, by the name of its type: {@code ValueError}. */
    record Raised(String type, String message, Traceback traceback) implements Outcome {
        /** It came up in code of ours, which has no lines that a learner knows. */
        public Raised(String type, String message) {
            this(type, message, Traceback.NONE);
        }
    }

    /** The code asked for something that the sandbox keeps from it. */
    record Refused(Forbidden what, String detail, Traceback traceback) implements Outcome {}

    /** The time ran out; the traceback says where, if the code was not inside a long step of NumPy’s. */
    record TimedOut(Clock clock, Traceback traceback) implements Outcome {}

    /** Which time ran out. */
    enum Clock {
        WALL,
        CPU
    }

    /** No memory was left. */
    record OutOfMemory(Traceback traceback) implements Outcome {}

    /** More was printed, or returned, than allowed. */
    record TooMuchOutput(Channel channel) implements Outcome {}

    /** Where it was too much. */
    enum Channel {
        PRINTED,
        RETURNED
    }

    /** The interpreter itself broke down, by a signal such as {@code SIGSEGV}. */
    record Crashed(String signal) implements Outcome {}

    /** The code ended the process, or tried to: {@code sys.exit}, {@code os._exit}. */
    record Exited(String status, Traceback traceback) implements Outcome {}

    /**
     * The text is no Python.
     *
     * @param line counted from 1; 0 if none is known
     * @param column counted from 1; 0 if none is known
     */
    record SourceError(Part part, String message, int line, int column) implements Outcome {}

    /** The code has no function of that name; {@code defined} are those that it has. */
    record FunctionMissing(String function, List<FunctionDefinition> defined) implements Outcome {
        public FunctionMissing {
            defined = List.copyOf(defined);
        }
    }

    /** Somebody asked for the end. */
    record Cancelled() implements Outcome {}

    /** The runner failed, not the code; the message is for an administrator. */
    record Fault(String message) implements Outcome {}
}
