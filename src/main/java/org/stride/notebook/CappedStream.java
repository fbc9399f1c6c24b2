package org.stride.notebook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off once more has come than may come. */
final class CappedStream extends FilterInputStream {
    private long left;

    /** More came than may come. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    CappedStream(InputStream stream, long most) {
        super(stream);
        left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    /** Counted too, as if it had been read. */
    @Override
    public long skip(long most) throws IOException {
        long count = super.skip(most);
        count(count);
        return count;
    }

    /** Otherwise a reader could go back. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws TooLargeException {
        left -= bytes;
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}
