package org.stride.ui.learner;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.learner.LearnerId;

class LearnerCookieTest {
    private static final LearnerId LEARNER =
            LearnerId.parse("01234567-89ab-4cde-8f01-23456789abcd").orElseThrow();

    private final LearnerCookie cookies =
            new LearnerCookie(() -> "a secret of sixteen bytes".getBytes(StandardCharsets.UTF_8));
    private final Cookie cookie = cookies.write(LEARNER, "/", false);

    @Test
    void whoeverGotACookieIsKnownAgain() {
        assertThat(cookies.read(new Cookie[] {new Cookie("other", "x"), cookie}))
                .contains(LEARNER);
    }

    @Test
    void noScriptReadsItAndNoOtherSiteSendsItAlongWithAChange() {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getSecure()).isFalse();
        assertThat(cookies.write(LEARNER, "/stride", true).getSecure()).isTrue();
        assertThat(cookie.getMaxAge()).isGreaterThan(365 * 24 * 3600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "01234567-89ab-4cde-8f01-23456789abcd", "01234567-89ab-4cde-8f01-23456789abcd.", "x.y"})
    void nobodyIsKnownWithoutASignature(String value) {
        assertThat(cookies.read(new Cookie[] {new Cookie(LearnerCookie.NAME, value)}))
                .isEmpty();
    }

    @Test
    void nobodyIsKnownWithTheSignatureOfAnother() {
        String signature = cookie.getValue().substring(cookie.getValue().indexOf('.'));
        String forged = LearnerId.random() + signature;
        String changed = cookie.getValue().replace("01234567", "01234568");
        String upper = LEARNER.toString().toUpperCase(Locale.ROOT) + signature;

        for (String value : new String[] {forged, changed, upper, cookie.getValue() + "0"}) {
            assertThat(cookies.read(new Cookie[] {new Cookie(LearnerCookie.NAME, value)}))
                    .as(value)
                    .isEmpty();
        }
    }

    @Test
    void nobodyIsKnownWithACookieOfAnotherInstallation() {
        LearnerCookie elsewhere = new LearnerCookie(() -> "another secret, as long".getBytes(StandardCharsets.UTF_8));

        assertThat(elsewhere.read(new Cookie[] {cookie})).isEmpty();
        assertThat(elsewhere.read(null)).isEmpty();
    }
}
