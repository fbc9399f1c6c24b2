package org.stride.rest;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import org.springframework.context.SmartLifecycle;

/**
 * All checks, and what came of those that somebody may still ask for: for an hour after their end, and no more than a thousand. They
 * live in memory. They end before the web server does, which would wait for those who wait for them.
 */
final class Jobs implements SmartLifecycle {
    private static final int MOST = 1000;
    /** Of all code that waits, and of all reports that are kept, in characters. */
    private static final long MOST_TEXT = 16 << 20;

    private static final int ID_BYTES = 16;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();
    private final int mostOfACaller;
    private final InstantSource clock;
    private final Problems problems;
    private final Lanes lanes;
    private final Map<String, Job> kept = new HashMap<>();
    /** Of those that are kept and have ended, in the order of their ends. */
    private final SequencedMap<String, End> ends = new LinkedHashMap<>();

    private boolean running;

    Jobs(int mostOfACaller, Judge judge, Executor executor, InstantSource clock, Problems problems) {
        this.mostOfACaller = mostOfACaller;
        this.clock = clock;
        this.problems = problems;
        this.lanes = new Lanes(Runtime.getRuntime().availableProcessors(), executor, job -> job.run(judge));
    }

    /** When a job has ended, and how long its report is, in characters. */
    private record End(Instant time, int length) {}

    /**
     * Has something judged for somebody who waits.
     *
     * @throws ProblemException if there is no room for it
     */
    synchronized Job submit(String caller, Check check) {
        Job job = new Job(newId(), caller, check);
        needRoom(job);
        lanes.add(job);
        return job;
    }

    /**
     * Has something judged for somebody who comes back.
     *
     * @throws ProblemException if there is no room for it
     */
    synchronized Job keep(String caller, Check check) {
        forgetOld();
        if (kept.size() >= MOST && !forgetOne()) {
            throw busy();
        }
        Job job = submit(caller, check);
        kept.put(job.id(), job);
        var unused = job.end().thenAccept(this::ended);
        return job;
    }

    synchronized Optional<Job> find(String id) {
        forgetOld();
        return Optional.ofNullable(kept.get(id));
    }

    /** Ends a job; one that has ended is forgotten. */
    synchronized void remove(Job job) {
        if (job.status().state().ended()) {
            forget(job.id());
        } else {
            cancel(job);
        }
    }

    void cancel(Job job) {
        job.cancel();
        lanes.remove(job);
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        lanes.all().forEach(this::cancel);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    private void needRoom(Job job) {
        if (lanes.count(job.caller()) >= mostOfACaller) {
            throw problems.of(ProblemType.TOO_MANY_JOBS, "api.too_many_jobs.detail", mostOfACaller)
                    .retryAfter(SOON);
        }
        List<Job> others = lanes.all();
        long code = others.stream().mapToLong(Job::length).sum() + job.length();
        if (!running || others.size() >= MOST || code > MOST_TEXT) {
            throw busy();
        }
    }

    private ProblemException busy() {
        return problems.of(ProblemType.BUSY, "api.busy.detail").retryAfter(SOON);
    }

    private synchronized void ended(Job job) {
        if (kept.containsKey(job.id())) {
            ends.putLast(
                    job.id(),
                    new End(clock.instant(), String.valueOf(job.report()).length()));
            while (ends.values().stream().mapToLong(End::length).sum() > MOST_TEXT && forgetOne()) {}
        }
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        while (!ends.isEmpty() && ends.firstEntry().getValue().time().isBefore(oldest)) {
            forget(ends.firstEntry().getKey());
        }
    }

    /** Forgets the oldest end of whoever has most of them, so that nobody can crowd out the others. */
    private boolean forgetOne() {
        Map<String, Integer> counts = new HashMap<>();
        ends.keySet().forEach(id -> counts.merge(caller(id), 1, Integer::sum));
        Optional<String> most =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        most.flatMap(caller -> ends.keySet().stream()
                        .filter(id -> caller(id).equals(caller))
                        .findFirst())
                .ifPresent(this::forget);
        return most.isPresent();
    }

    private String caller(String id) {
        Job job = kept.get(id);
        return job == null ? "" : job.caller();
    }

    private void forget(String id) {
        kept.remove(id);
        ends.remove(id);
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
