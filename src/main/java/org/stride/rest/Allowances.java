package org.stride.rest;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How often each caller may have something checked: so many times at once, and as many again each minute. Whoever has not called for
 * longest is forgotten first, and begins anew.
 */
final class Allowances implements HandlerInterceptor {
    private static final int MOST_CALLERS = 10_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final String name;
    private final int aMinute;
    private final TimeMeter clock;
    private final Problems problems;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /** @param name that tells this allowance from others */
    Allowances(String name, int aMinute, TimeMeter clock, Problems problems) {
        this.name = name;
        this.aMinute = aMinute;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true; // The answer to a request that has been counted
        }
        ConsumptionProbe probe = bucket(Caller.of(request).key()).tryConsumeAndReturnRemaining(1);
        Duration next = Duration.ofNanos(probe.getNanosToWaitForRefill());
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, aMinute, PERIOD.toSeconds()));
        response.setHeader("RateLimit", "\"%s\";r=%d".formatted(name, probe.getRemainingTokens()));
        if (!probe.isConsumed()) {
            throw problems.of(ProblemType.TOO_MANY_REQUESTS, "api.too_many_requests.detail", aMinute)
                    .retryAfter(next);
        }
        return true;
    }

    private Bucket bucket(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    caller,
                    key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, PERIOD))
                            .withCustomTimePrecision(clock)
                            .build());
        }
    }
}
