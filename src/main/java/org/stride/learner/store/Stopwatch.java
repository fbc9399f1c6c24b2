package org.stride.learner.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.TimeSpent;

/**
 * How long learners work on an exercise: the time between two signs of life, as long as it is no pause. It is measured by a clock
 * that nobody sets, summed up here and written down now and then.
 */
public final class Stopwatch {
    /** Whoever does nothing for so long is doing something else. */
    static final Duration PAUSE = Duration.ofMinutes(2);

    private final Store store;
    private final LearnerRepository learners;
    private final TimeRepository times;
    private final Forgotten forgotten;
    private final Clock clock;
    private final LongSupplier nanoseconds;
    private final Map<Work, Run> running = new HashMap<>();

    Stopwatch(
            Store store,
            LearnerRepository learners,
            TimeRepository times,
            Forgotten forgotten,
            Clock clock,
            LongSupplier nanoseconds) {
        this.store = store;
        this.learners = learners;
        this.times = times;
        this.forgotten = forgotten;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** The learner does something in an exercise, right now. */
    public synchronized void touch(LearnerId learner, String exercise) {
        if (forgotten.contains(learner)) {
            return;
        }
        long now = nanoseconds.getAsLong();
        running.computeIfAbsent(new Work(learner, exercise), work -> new Run(now))
                .touch(now);
    }

    /** Writes down what has come together; what cannot be written stays for the next time. */
    public void flush() {
        flush(work -> !forgotten.contains(work.learner()));
    }

    private void flush(Predicate<Work> which) {
        Map<Work, Long> spent = take(which);
        if (spent.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        try {
            store.change(() -> spent.forEach((work, millis) -> {
                UUID learner = work.learner().value();
                if (times.add(learner, work.exercise(), today, millis) == 0) {
                    learners.insertIfNew(learner, clock.instant());
                    times.insertIfNew(learner, work.exercise(), today);
                    times.add(learner, work.exercise(), today, millis);
                }
            }));
        } catch (StoreUnavailableException e) {
            putBack(spent);
        }
    }

    /** By day and exercise, the oldest first. */
    public List<TimeSpent> all(LearnerId learner) {
        flush(work -> work.learner().equals(learner));
        return store.read(
                () -> times.all(learner.value()).stream().map(TimeRow::spent).toList());
    }

    synchronized void forget(LearnerId learner) {
        running.keySet().removeIf(work -> work.learner().equals(learner));
    }

    private synchronized Map<Work, Long> take(Predicate<Work> which) {
        long now = nanoseconds.getAsLong();
        Map<Work, Long> spent = new HashMap<>();
        for (Iterator<Map.Entry<Work, Run>> runs = running.entrySet().iterator(); runs.hasNext(); ) {
            Map.Entry<Work, Run> run = runs.next();
            if (!which.test(run.getKey())) {
                continue;
            }
            long millis = run.getValue().takeMillis();
            if (millis > 0) {
                spent.put(run.getKey(), millis);
            } else if (now - run.getValue().latest > PAUSE.toNanos()) {
                runs.remove();
            }
        }
        return spent;
    }

    private synchronized void putBack(Map<Work, Long> spent) {
        spent.forEach((work, millis) -> {
            if (!forgotten.contains(work.learner())) {
                running.computeIfAbsent(work, w -> new Run(nanoseconds.getAsLong())).sum +=
                        Duration.ofMillis(millis).toNanos();
            }
        });
    }

    private record Work(LearnerId learner, String exercise) {}

    /** Signs of life without a pause between them. */
    private static final class Run {
        private long latest;
        private long sum;

        Run(long now) {
            latest = now;
        }

        void touch(long now) {
            long since = now - latest;
            sum += since > PAUSE.toNanos() ? 0 : Math.max(0, since);
            latest = now;
        }

        /** Whole milliseconds; the rest stays. */
        long takeMillis() {
            long millis = Duration.ofNanos(sum).toMillis();
            sum -= Duration.ofMillis(millis).toNanos();
            return millis;
        }
    }
}
