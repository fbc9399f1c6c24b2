package org.stride.learner.store.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file's lines, one after the other, none of them longer than memory can bear. */
final class Lines implements AutoCloseable {
    /** A text and a verdict with it take a hundredth of that. */
    private static final int LONGEST = 1 << 25;

    private final MessageDigest digest = BackupWriter.sha256();
    private final InputStream stream;

    Lines(InputStream stream) {
        this.stream = new BufferedInputStream(new DigestInputStream(stream, digest), 1 << 16);
    }

    /** The next line without its end, or null after the last one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = stream.read(); c >= 0; c = stream.read()) {
            if (c == '\n') {
                return line.toByteArray();
            }
            if (line.size() == LONGEST) {
                throw new BackupException("the backup is damaged: a line of it never ends");
            }
            line.write(c);
        }
        return line.size() == 0 ? null : line.toByteArray();
    }

    /** Of all that was read, in hexadecimal digits; once all was read, of all. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
