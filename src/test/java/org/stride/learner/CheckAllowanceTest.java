package org.stride.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckAllowanceTest {
    /** A clock that stands until it is moved. */
    private static final class Clock implements TimeMeter {
        private long nanoseconds;

        @Override
        public long currentTimeNanos() {
            return nanoseconds;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private final Clock clock = new Clock();
    private final CheckAllowance allowance = new CheckAllowance(clock);

    @Test
    void aMinutesWorthOfChecksIsFreeAndTheNextHasToWait() {
        takeAll();

        assertThat(allowance.take()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whoWaitsMayCheckAgain() {
        takeAll();
        clock.nanoseconds += Duration.ofSeconds(2).toNanos();

        assertThat(allowance.take()).isZero();
        assertThat(allowance.take()).isPositive();
    }

    private void takeAll() {
        for (int check = 0; check < CheckAllowance.CHECKS_A_MINUTE; check++) {
            assertThat(allowance.take()).isZero();
        }
    }
}
