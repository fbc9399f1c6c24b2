package org.stride.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.stride.learner.store.Backlog;
import org.stride.learner.store.Durability;
import org.stride.learner.store.Stopwatch;

/** What has to be written down again and again, whatever the pages do. */
@Component
class Housekeeping implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WHILE = Duration.ofSeconds(30);

    private final Backlog backlog;
    private final Durability durability;
    private final Stopwatch stopwatch;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    Housekeeping(Backlog backlog, Durability durability, Stopwatch stopwatch) {
        this.backlog = backlog;
        this.durability = durability;
        this.stopwatch = stopwatch;
    }

    @Override
    public void afterPropertiesSet() {
        every(SECOND, backlog::writeDown);
        every(MOMENT, durability::handOver);
        every(SECOND, durability::forceWhatWasWritten);
        every(WHILE, durability::compact);
        every(WHILE, stopwatch::flush);
    }

    private void every(Duration pause, Runnable work) {
        // What throws would never be called again.
        var unused = clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("Housekeeping failed, it is tried again", e);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        // An interrupt in mid-write would close the database's file
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Housekeeping is still at work; the rest is written down meanwhile");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        backlog.writeDown();
        stopwatch.flush();
    }
}
