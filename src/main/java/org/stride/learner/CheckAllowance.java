package org.stride.learner;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How often one learner may check code. Each check tells a little about the held-out cases, and takes the processor from
 * others; whoever learns from what a check says never comes near the limit.
 */
public final class CheckAllowance {
    /** So many checks at once, and as many again each minute. */
    public static final int CHECKS_A_MINUTE = 30;

    private final Bucket bucket;

    public CheckAllowance() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    CheckAllowance(TimeMeter clock) {
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(CHECKS_A_MINUTE).refillGreedy(CHECKS_A_MINUTE, Duration.ofMinutes(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** Takes one check; zero if there was one, else how long to wait for the next. */
    public Duration take() {
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }
}
