package org.stride.python;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stride.array.Value;
import org.stride.python.Outcome.Channel;
import org.stride.python.Outcome.Clock;
import org.stride.python.Traceback.Frame;
import org.stride.python.Traceback.Part;

/**
 * Makes sense of what a child says, message by message as {@code submission.py} lists them. The child is the learner’s to
 * bend, so every message is checked for its form and its turn, and what does not fit ends the reading.
 */
final class ChildReport {
    /** The letter, and the length in 32 bits. */
    private static final int HEAD = 5;

    /** What a message may take beside the values in it. */
    private static final int SLACK = 1 << 20;

    private static final int MAX_WARNINGS = 50;
    private static final int LONGEST = 10_000;

    private final Submission submission;
    /** Told of every call that ended by itself; of one that was cut off, {@link #end} tells. */
    private final Consumer<CallResult> listener;

    private final Pending pending = new Pending();

    private final List<CallResult> calls = new ArrayList<>();
    private final StringBuilder output = new StringBuilder();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();
    private boolean truncated;
    private int accessesLeft = Access.MOST;
    private String loadingOutput = "";
    private List<Warning> loadingWarnings = List.of();
    private List<FunctionDefinition> defined = List.of();
    private Duration time = Duration.ZERO;
    private int printable;

    private boolean begun;
    private boolean loaded;
    private boolean finished;
    private @Nullable Outcome stopped;

    ChildReport(Submission submission, Consumer<CallResult> listener) {
        this.submission = submission;
        this.listener = listener;
        this.printable = submission.limits().output();
    }

    /** Whether something came that no honest child says. */
    boolean forged() {
        return stopped instanceof Outcome.Refused(Forbidden what, String detail, Traceback traceback)
                && what == Forbidden.DESCRIPTOR;
    }

    /** Takes in what the child wrote to its report. */
    void read(byte[] chunk) {
        if (finished) {
            return;
        }
        pending.add(chunk);
        try {
            while (!finished && pending.size() >= HEAD) {
                int length = pending.intAt(1);
                if (length < 0 || length > submission.limits().result() + SLACK) {
                    throw new BrokenMessageException("a message of " + length + " bytes");
                }
                if (pending.size() < HEAD + length) {
                    return;
                }
                byte[] message = pending.take(HEAD + length);
                message((char) message[0], Arrays.copyOfRange(message, HEAD, message.length));
            }
        } catch (BrokenMessageException e) {
            stop(new Outcome.Refused(Forbidden.DESCRIPTOR, String.valueOf(e.getMessage()), Traceback.NONE));
        }
    }

    /** Takes in what the child wrote to descriptors 1 and 2. */
    void readPrinted(String text) {
        append(text);
    }

    /** The whole report, once the child has ended; {@code why} counts only if the child has not told the end itself. */
    Report end(Outcome why, Report.Usage usage) {
        Outcome reason = finished ? stopped : why;
        if (reason != null
                && loaded
                && !(reason instanceof Outcome.Cancelled)
                && calls.size() < submission.expected()) {
            cut(reason);
        }
        if (!loaded) {
            loadingOutput = output.toString();
            loadingWarnings = List.copyOf(warnings);
        }
        return new Report(loadingOutput, loadingWarnings, defined, calls, reason, usage);
    }

    /** Whether the child has said all that it had to say. */
    boolean finished() {
        return finished;
    }

    private void message(char kind, byte[] content) throws BrokenMessageException {
        if (kind == 'B' && !begun && content.length == 0) {
            begun = true;
            return;
        }
        Value value = ValueReader.read(content, submission.limits().result() + SLACK);
        switch (kind) {
            case 'l' -> load(value);
            case 'c' -> time = seconds(value);
            case 'o' -> append(printed(value));
            case 'O' -> stop(new Outcome.TooMuchOutput(Channel.PRINTED));
            case 'w' -> warning(tuple(value, 4));
            case 'a' -> accesses(tuple(value, 2));
            case 'd' -> done();
            case 'F' -> stop(new Outcome.Fault(text(value)));
            case 'f' -> stop(functionMissing(value));
            case 't' -> stop(timedOut(tuple(value, 2)));
            default -> ended(outcome(kind, value));
        }
    }

    private Outcome outcome(char kind, Value value) throws BrokenMessageException {
        return switch (kind) {
            case 'v' -> returned(tuple(value, 2));
            case 'x' -> {
                List<Value> parts = tuple(value, 3);
                yield new Outcome.Raised(text(parts.get(0)), text(parts.get(1)), traceback(parts.get(2)));
            }
            case 'r' -> {
                List<Value> parts = tuple(value, 3);
                yield new Outcome.Refused(
                        Forbidden.of(text(parts.get(0))), text(parts.get(1)), traceback(parts.get(2)));
            }
            case 'm' -> new Outcome.OutOfMemory(traceback(value));
            case 'e' -> {
                List<Value> parts = tuple(value, 2);
                yield new Outcome.Exited(text(parts.get(0)), traceback(parts.get(1)));
            }
            case 'b' -> new Outcome.TooMuchOutput(Channel.RETURNED);
            case 's' -> {
                List<Value> parts = tuple(value, 4);
                yield new Outcome.SourceError(
                        part(parts.get(0)), text(parts.get(1)), number(parts.get(2)), number(parts.get(3)));
            }
            default -> throw new BrokenMessageException("no such message: " + kind);
        };
    }

    private void load(Value value) throws BrokenMessageException {
        if (loaded) {
            throw new BrokenMessageException("loaded twice");
        }
        defined = functions(value);
        loaded = true;
        loadingOutput = output.toString();
        loadingWarnings = List.copyOf(warnings);
        output.setLength(0);
        warnings.clear();
    }

    /** One call has ended; or, before there are any, all has. */
    private void ended(Outcome outcome) throws BrokenMessageException {
        if (!loaded) {
            stop(outcome);
        } else if (calls.size() < submission.expected()) {
            call(outcome);
        } else {
            throw new BrokenMessageException("more results than calls");
        }
    }

    private void call(Outcome outcome) {
        cut(outcome);
        output.setLength(0);
        warnings.clear();
        accesses.clear();
        listener.accept(calls.getLast());
    }

    private void cut(Outcome outcome) {
        calls.add(new CallResult(
                calls.size(), outcome, output.toString(), warnings, time, new Accesses(accesses, truncated)));
        time = Duration.ZERO;
    }

    private void done() throws BrokenMessageException {
        if (!loaded || calls.size() < submission.expected()) {
            throw new BrokenMessageException("done too early");
        }
        finished = true;
    }

    private void stop(Outcome outcome) {
        stopped = outcome;
        finished = true;
    }

    private void append(String text) {
        output.append(text, 0, Math.min(text.length(), printable));
        printable -= Math.min(text.length(), printable);
    }

    private void warning(List<Value> parts) throws BrokenMessageException {
        if (warnings.size() < MAX_WARNINGS) {
            String part = text(parts.get(2));
            warnings.add(new Warning(
                    text(parts.get(0)),
                    text(parts.get(1)),
                    part.equals("cell") ? Part.CELL : Part.CODE,
                    number(parts.get(3))));
        }
    }

    private void accesses(List<Value> parts) throws BrokenMessageException {
        if (!submission.watched()
                || !loaded
                || !(parts.get(0) instanceof Value.Tuple told)
                || told.parts().size() > accessesLeft) {
            throw new BrokenMessageException("no accesses now");
        }
        for (Value access : told.parts()) {
            accesses.add(AccessReader.read(tuple(access, 4)));
        }
        accessesLeft -= told.parts().size();
        truncated |= number(parts.get(1)) != 0;
    }

    private Outcome functionMissing(Value value) throws BrokenMessageException {
        String function = submission.function();
        if (function == null || loaded) {
            throw new BrokenMessageException("no function can be missing");
        }
        return new Outcome.FunctionMissing(function, functions(value));
    }

    private static List<FunctionDefinition> functions(Value value) throws BrokenMessageException {
        List<FunctionDefinition> functions = new ArrayList<>();
        for (Value function : parts(value)) {
            List<Value> parts = tuple(function, 3);
            List<String> parameters = new ArrayList<>();
            for (Value parameter : parts(parts.get(2))) {
                parameters.add(text(parameter));
            }
            functions.add(new FunctionDefinition(text(parts.get(0)), number(parts.get(1)), parameters));
        }
        return functions;
    }

    private static Outcome timedOut(List<Value> parts) throws BrokenMessageException {
        Clock clock = number(parts.get(0)) == 1 ? Clock.CPU : Clock.WALL;
        return new Outcome.TimedOut(clock, traceback(parts.get(1)));
    }

    private static Outcome returned(List<Value> parts) throws BrokenMessageException {
        List<Integer> places = new ArrayList<>();
        for (Value place : parts(parts.get(1))) {
            places.add(number(place));
        }
        return new Outcome.Returned(parts.get(0), places);
    }

    private static Traceback traceback(Value value) throws BrokenMessageException {
        List<Value> parts = tuple(value, 2);
        if (!(parts.get(1) instanceof Value.Dictionary variables)) {
            throw new BrokenMessageException("no traceback");
        }
        List<Frame> frames = new ArrayList<>();
        for (Value line : parts(parts.get(0))) {
            List<Value> frame = tuple(line, 3);
            frames.add(new Frame(part(frame.get(0)), text(frame.get(1)), number(frame.get(2))));
        }
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Value> variable : variables.entries().entrySet()) {
            texts.put(variable.getKey(), text(variable.getValue()));
        }
        return new Traceback(frames, texts);
    }

    private static Part part(Value value) throws BrokenMessageException {
        return switch (text(value)) {
            case "code" -> Part.CODE;
            case "cell" -> Part.CELL;
            default -> throw new BrokenMessageException("no such part");
        };
    }

    private static List<Value> parts(Value value) throws BrokenMessageException {
        if (value instanceof Value.Tuple tuple) {
            return tuple.parts();
        }
        throw new BrokenMessageException("not a list");
    }

    private static List<Value> tuple(Value value, int parts) throws BrokenMessageException {
        if (value instanceof Value.Tuple tuple && tuple.parts().size() == parts) {
            return tuple.parts();
        }
        throw new BrokenMessageException("not a tuple of " + parts);
    }

    private static String printed(Value value) throws BrokenMessageException {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new BrokenMessageException("not a text");
    }

    /** An honest child keeps its texts shorter; of a forged one no more is taken. */
    static String text(Value value) throws BrokenMessageException {
        String text = printed(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Duration seconds(Value value) throws BrokenMessageException {
        if (value instanceof Value.Scalar scalar && scalar.value() >= 0 && scalar.value() < 1e6) {
            return Duration.ofNanos((long) (scalar.value() * 1e9));
        }
        throw new BrokenMessageException("no time");
    }

    static int number(Value value) throws BrokenMessageException {
        if (value instanceof Value.Scalar scalar) {
            return (int) scalar.value();
        }
        throw new BrokenMessageException("not a number");
    }
}
