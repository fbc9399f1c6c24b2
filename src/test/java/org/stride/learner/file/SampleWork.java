package org.stride.learner.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.HintTaken;
import org.stride.learner.KeptText;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Count;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.Telling.Passage;
import org.stride.learner.TimeSpent;
import org.stride.learner.Work;

/** Work in which everything occurs that there is. */
public final class SampleWork {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** What files, databases and pages have to carry, whatever it is. */
    public static final String HOSTILE = "<script>alert(1)</script> & \u0000 \ud800 😀 \u202e\r\n\t\"`\\";

    private SampleWork() {}

    public static Work everything() {
        Telling failed = new Telling(
                false,
                new Count(3, 7),
                new Count(0, 14),
                HOSTILE,
                new Mistake("flaw.bias_left_out|edge_pad", HOSTILE),
                List.of(new Passage(Telling.Kind.CAUSE, HOSTILE), new Passage(Telling.Kind.WORKING, "1\n2")));
        Telling passed = new Telling(true, new Count(7, 7), new Count(14, 14), "All pass.", null, List.of());
        return new Work(
                List.of(draft("conv_forward", "def conv_forward("), draft("zero_pad", HOSTILE)),
                List.of(draft("zero_pad", "typed elsewhere")),
                List.of(
                        new Attempt.OfCard(
                                UUID.randomUUID(), "zero_pad", at(1), Duration.ofMillis(4), failed, "C", true),
                        new Attempt.OfCode(
                                UUID.randomUUID(),
                                "zero_pad",
                                at(3),
                                Duration.ofMillis(123),
                                failed,
                                Attempt.Source.TYPED,
                                HOSTILE),
                        // The clock was set back
                        new Attempt.OfCode(
                                UUID.randomUUID(),
                                "zero_pad",
                                at(2),
                                Duration.ofMillis(99),
                                passed,
                                Attempt.Source.FILE,
                                "right"),
                        new KeptText(UUID.randomUUID(), "zero_pad", at(5), Reason.STARTED_OVER, "old " + HOSTILE)),
                List.of(new HintTaken("zero_pad", "border", at(1))),
                List.of(new TimeSpent("zero_pad", LocalDate.parse("2026-02-28"), Duration.ofMinutes(12))));
    }

    private static Draft draft(String exercise, String text) {
        return new Draft(exercise, text, 0, at(6), "", 0);
    }

    /** So many minutes after the first. */
    public static Instant at(int minute) {
        return NOW.minus(Duration.ofHours(1)).plus(Duration.ofMinutes(minute));
    }
}
