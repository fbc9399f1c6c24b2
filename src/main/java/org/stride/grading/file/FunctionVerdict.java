package org.stride.grading.file;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.grading.code.CodeVerdict;

/**
 * What was found about one function of a file.
 *
 * @param function {@code null} if the file has none of that name that is Python
 * @param asItStands the verdict with the file's own versions of other exercises; {@code null} unless it was run
 * @param withOurs the verdict with the right versions of them; {@code null} unless it was run and calls any
 * @param time that it took
 */
public record FunctionVerdict(
        Exercise exercise,
        Outline.@Nullable Function function,
        @Nullable CodeVerdict asItStands,
        @Nullable CodeVerdict withOurs,
        Duration time) {

    /**
     * Whether the function is right: as it stands, or with the right versions of what it calls. The mistakes of another function
     * are not held against it.
     */
    public boolean passed() {
        return asItStands != null && (asItStands.passed() || (withOurs != null && withOurs.passed()));
    }

    /** Whether there is something to judge. */
    public boolean attempted() {
        return asItStands != null;
    }

    /** The verdict that tells most of the function itself. */
    public @Nullable CodeVerdict telling() {
        return withOurs == null || (asItStands != null && asItStands.passed()) ? asItStands : withOurs;
    }
}
