package org.stride.learner.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.stride.learner.LearnerId;

/** What holds of the store on every database. Each test has a learner of its own, and a clock that stands until it is moved. */
@ParameterizedClass(name = "{0}")
@EnumSource(Databases.class)
abstract class StoreTest {
    private static final Map<Databases, ConfigurableApplicationContext> OPEN = new ConcurrentHashMap<>();

    static final MovedClock CLOCK = new MovedClock();

    @Parameter
    Databases database;

    final LearnerId learner = LearnerId.random();
    final LearnerId another = LearnerId.random();

    @BeforeEach
    void resetClock() {
        CLOCK.now = Instant.parse("2026-03-01T12:00:00Z");
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(ConfigurableApplicationContext::close);
        OPEN.clear();
    }

    <T> T part(Class<T> type) {
        return OPEN.computeIfAbsent(database, which -> which.open(CLOCK)).getBean(type);
    }

    /** A clock that stands until it is moved, be it backwards. */
    static final class MovedClock extends Clock {
        Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
