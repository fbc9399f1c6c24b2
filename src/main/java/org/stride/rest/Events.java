package org.stride.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever listens how far jobs are, each in a virtual thread of its own. */
@Component
final class Events {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_LISTENERS = 8;
    private static final long FOR_EVER = 0;

    private final Map<String, Integer> listeners = new ConcurrentHashMap<>();
    private final Problems problems;

    Events(Problems problems) {
        this.problems = problems;
    }

    /** @throws ProblemException if too many listen already */
    SseEmitter of(Job job) {
        if (listeners.merge(job.id(), 1, Integer::sum) > MOST_LISTENERS) {
            leave(job);
            throw problems.of(ProblemType.TOO_MANY_JOBS, "api.too_many_jobs.listeners", MOST_LISTENERS)
                    .retryAfter(HEARTBEAT);
        }
        SseEmitter emitter = new SseEmitter(FOR_EVER);
        Thread.ofVirtual().name("events").start(() -> tell(job, emitter));
        return emitter;
    }

    private void tell(Job job, SseEmitter emitter) {
        try {
            JobStatus told = null;
            while (told == null || !told.state().ended()) {
                JobStatus now = job.awaitOther(told, HEARTBEAT);
                emitter.send(event(now, told));
                told = now;
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // Nobody listens any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave(job);
        }
    }

    private static SseEmitter.SseEventBuilder event(JobStatus now, @Nullable JobStatus told) {
        return now.equals(told)
                ? SseEmitter.event().comment("")
                : SseEmitter.event()
                        .name(now.state().ended() ? "end" : "progress")
                        .data(now, MediaType.APPLICATION_JSON);
    }

    private void leave(Job job) {
        listeners.computeIfPresent(job.id(), (id, count) -> count == 1 ? null : count - 1);
    }
}
