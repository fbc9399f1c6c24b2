package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stride.report.Translations;
import tools.jackson.databind.json.JsonMapper;

class AllowancesTest {
    private final Clock clock = new Clock();
    private final Allowances allowances =
            new Allowances("uploads", 10, clock, new Problems(new Translations(), JsonMapper.shared()));

    private static final class Clock implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private MockHttpServletResponse call(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        allowances.preHandle(request, response, this);
        return response;
    }

    @Test
    void asManyAsAllowedMayComeAtOnce() {
        for (int left = 9; left >= 0; left--) {
            assertThat(call("192.0.2.1").getHeader("RateLimit")).isEqualTo("\"uploads\";r=" + left);
        }

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> call("192.0.2.1"));

        assertThat(refusal.getStatusCode().value()).isEqualTo(429);
        assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("6");
        call("192.0.2.2");
    }

    @Test
    void whoeverWaitsAsLongAsToldMayGoOn() {
        for (int time = 0; time < 10; time++) {
            call("192.0.2.1");
        }
        clock.nanos += Duration.ofMillis(500).toNanos();
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> call("192.0.2.1"));
        assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("6");

        clock.nanos += Duration.ofSeconds(6).toNanos();

        assertThat(call("192.0.2.1").getHeader("RateLimit")).isEqualTo("\"uploads\";r=0");
    }

    @Test
    void aMinuteGivesAllBack() {
        for (int time = 0; time < 10; time++) {
            call("192.0.2.1");
        }

        clock.nanos += Duration.ofMinutes(1).toNanos();

        assertThat(call("192.0.2.1").getHeader("RateLimit")).isEqualTo("\"uploads\";r=9");
    }

    @Test
    void oneHostHasManyAddressesOfIpv6AndOneAllowance() {
        for (int host = 0; host < 10; host++) {
            call("2001:db8:1:2::" + host);
        }

        assertThat(catchThrowableOfType(ProblemException.class, () -> call("2001:db8:1:2:ffff::1")))
                .isNotNull();
        call("2001:db8:1:3::1");
    }

    @Test
    void callersWithoutNumberTakeNoMemoryWithoutEnd() {
        for (int time = 0; time < 10; time++) {
            call("192.0.2.1");
        }
        for (int number = 0; number < 10_000; number++) {
            call("10.%d.%d.1".formatted(number / 250, number % 250));
        }

        // The one who has not called for longest is forgotten.
        assertThat(call("192.0.2.1").getHeader("RateLimit")).isEqualTo("\"uploads\";r=9");
    }
}
