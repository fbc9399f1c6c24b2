package org.stride.ui.learner;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.stride.learner.LearnerId;

/**
 * The cookie by which a browser is known again: the learner's id, signed with a key that only this installation has. No script can read
 * it, and no other site's page can send it along with a change.
 */
public final class LearnerCookie {
    static final String NAME = "stride-learner";

    private static final String ALGORITHM = "HmacSHA256";
    /** What the key is for, so that a signature serves no other end. */
    private static final String PURPOSE = "learner cookie/";
    /** Browsers keep none for longer; each visit begins it anew. */
    private static final Duration AGE = Duration.ofDays(400);

    private final Supplier<byte[]> secret;

    /** Signs with a key that is drawn from the installation's secret, which may change. */
    public LearnerCookie(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** Who sends these cookies; empty if nobody is named, or the signature is not ours. */
    public Optional<LearnerId> read(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .flatMap(value -> verified(value).stream())
                        .findFirst();
    }

    /**
     * The cookie of a learner.
     *
     * @param secure whether the page came over HTTPS, so that the cookie never goes another way
     */
    public Cookie write(LearnerId learner, String path, boolean secure) {
        Cookie cookie = new Cookie(NAME, learner + "." + signature(learner));
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath(path);
        cookie.setMaxAge((int) AGE.toSeconds());
        // A link on another site leads to one's own work; nothing that changes anything follows a link.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private Optional<LearnerId> verified(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return LearnerId.parse(value.substring(0, dot))
                .filter(learner -> MessageDigest.isEqual(
                        signature(learner).getBytes(StandardCharsets.US_ASCII),
                        value.substring(dot + 1).getBytes(StandardCharsets.US_ASCII)));
    }

    private String signature(LearnerId learner) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((PURPOSE + learner).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
