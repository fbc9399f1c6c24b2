package org.stride.python;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.stride.python.Outcome.Channel;
import org.stride.python.Outcome.Clock;

/**
 * One run of a submission on a server that lived to tell.
 *
 * @param killed whether the child was ended by a signal that nobody here sent
 * @param odd whether the child left something behind
 */
record Attempt(Report report, boolean killed, boolean odd) {
    private static final int SIGKILL = 9;

    /** As {@code runner.py} has it. */
    private static final int NO_MEMORY_TO_TELL = 199;

    /** From the server’s word on how the child ended. */
    static Attempt of(ChildReport report, ByteBuffer ending) throws BrokenMessageException {
        if (ending.remaining() != 1 + Integer.BYTES + 2 * Double.BYTES + Long.BYTES + 1) {
            throw new BrokenMessageException("no ending");
        }
        char why = (char) ending.get();
        int status = ending.getInt();
        Duration cpu = duration(ending.getDouble());
        Duration wall = duration(ending.getDouble());
        long resident = ending.getLong() * 1024;
        boolean odd = ending.get() != 0;
        boolean killed = why == 's' && status == SIGKILL && !report.finished();
        Outcome outcome = switch (why) {
            case 'x' ->
                status == NO_MEMORY_TO_TELL
                        ? new Outcome.OutOfMemory(Traceback.NONE)
                        : new Outcome.Exited(Integer.toString(status), Traceback.NONE);
            // What else ends a process so is the kernel, when the machine has no memory left
            case 's' ->
                status == SIGKILL ? new Outcome.OutOfMemory(Traceback.NONE) : new Outcome.Crashed(Signals.name(status));
            case 't' -> new Outcome.TimedOut(Clock.CPU, Traceback.NONE);
            case 'w' -> new Outcome.TimedOut(Clock.WALL, Traceback.NONE);
            case 'o' -> new Outcome.TooMuchOutput(Channel.PRINTED);
            case 'r' -> new Outcome.TooMuchOutput(Channel.RETURNED);
            case 'c' -> new Outcome.Cancelled();
            default -> throw new BrokenMessageException("no such ending: " + why);
        };
        return new Attempt(report.end(outcome, new Report.Usage(wall, cpu, resident)), killed, odd);
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
