package org.stride.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants to know of a runner.
 *
 * @param greeting of the server that started last; {@code null} if none ever did
 * @param limits of submissions that bring none of their own
 * @param busy how many slots are running something
 * @param waiting how many submissions wait
 * @param restarts how many servers were replaced
 * @param outcomes how many submissions ended in which way, by the outcome’s name; {@code Finished} if nothing stopped them
 * @param refused how often the sandbox kept something from code
 */
public record Status(
        State state,
        Mode mode,
        @Nullable Greeting greeting,
        Limits limits,
        int slots,
        int busy,
        int waiting,
        long restarts,
        Map<String, Long> outcomes,
        Map<Forbidden, Long> refused) {
    public Status {
        outcomes = Map.copyOf(outcomes);
        refused = Map.copyOf(refused);
    }
}
