package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutageTest {
    private long now;
    private final Outage outage = new Outage(() -> now);

    @Test
    void onlyOneFindsOutWhetherTheDatabaseIsBack() {
        assertThat(outage.mayTry()).isTrue();
        outage.didNotAnswer();
        assertThat(outage.mayTry()).isFalse();

        now += Outage.MEMORY.toNanos();

        assertThat(outage.mayTry()).isTrue();
        assertThat(outage.mayTry()).as("while another one tries").isFalse();
    }

    @Test
    void onceItHasAnsweredEverybodyAsksAgain() {
        outage.didNotAnswer();
        now += Outage.MEMORY.toNanos();
        assertThat(outage.mayTry()).isTrue();
        outage.answered();

        assertThat(outage.mayTry()).isTrue();
        assertThat(outage.mayTry()).isTrue();
    }

    @Test
    void whatStillDoesNotAnswerIsLeftAloneAgain() {
        outage.didNotAnswer();
        now += Outage.MEMORY.toNanos();
        assertThat(outage.mayTry()).isTrue();
        outage.didNotAnswer();

        assertThat(outage.mayTry()).isFalse();
    }
}
