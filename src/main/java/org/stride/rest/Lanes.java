package org.stride.rest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Jobs that have not ended, in a lane for each caller: a few of a lane run, the others wait in order. Callers never wait for each other
 * here; their jobs take turns call by call, in the queue for Python.
 */
final class Lanes {
    private final int most;
    private final Executor executor;
    private final Consumer<Job> work;
    private final Map<String, Lane> lanes = new HashMap<>();

    /**
     * @param most how many of a lane run at once
     * @param work that comes back when the job has ended
     */
    Lanes(int most, Executor executor, Consumer<Job> work) {
        this.most = most;
        this.executor = executor;
        this.work = work;
    }

    private static final class Lane {
        private final Deque<Job> waiting = new ArrayDeque<>();
        private final Set<Job> running = new LinkedHashSet<>();
    }

    synchronized void add(Job job) {
        Lane lane = lanes.computeIfAbsent(job.caller(), key -> new Lane());
        lane.waiting.add(job);
        advance(lane);
    }

    /** Takes out a job that waits; one that runs leaves by itself when it has ended. */
    synchronized void remove(Job job) {
        Lane lane = lanes.get(job.caller());
        if (lane != null && lane.waiting.remove(job)) {
            settle(job.caller(), lane);
        }
    }

    /** How many jobs of a caller there are. */
    synchronized int count(String caller) {
        Lane lane = lanes.get(caller);
        return lane == null ? 0 : lane.waiting.size() + lane.running.size();
    }

    synchronized List<Job> all() {
        List<Job> all = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            all.addAll(lane.running);
            all.addAll(lane.waiting);
        }
        return all;
    }

    private void run(Job job) {
        try {
            work.accept(job);
        } finally {
            done(job);
        }
    }

    private synchronized void done(Job job) {
        Lane lane = lanes.get(job.caller());
        if (lane != null) {
            lane.running.remove(job);
            settle(job.caller(), lane);
        }
    }

    private void settle(String caller, Lane lane) {
        advance(lane);
        if (lane.waiting.isEmpty() && lane.running.isEmpty()) {
            lanes.remove(caller);
        }
    }

    private void advance(Lane lane) {
        while (lane.running.size() < most && !lane.waiting.isEmpty()) {
            Job next = lane.waiting.remove();
            lane.running.add(next);
            executor.execute(() -> run(next));
        }
        int place = 0;
        for (Job job : lane.waiting) {
            job.moveTo(place++);
        }
    }
}
