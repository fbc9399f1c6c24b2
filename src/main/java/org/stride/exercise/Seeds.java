package org.stride.exercise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seeds of held-out cases, derived from a secret of the installation, so that hard-coded answers never pass while the same
 * secret always gives the same cases.
 */
public final class Seeds {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret at least 16 bytes that learners do not know */
    public Seeds(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("secret: expected at least 16 bytes, got " + secret.length);
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The seed, 0 to 2^32-1, of one held-out case. */
    public long seed(String exercise, int number) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(hmac(exercise + '/' + number)).getInt());
    }

    /** Sixteen hexadecimal digits that are equal for equal secrets, and tell nothing else of them. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hmac("fingerprint"), 0, 8);
    }

    private byte[] hmac(String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
