package org.stride.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Streams that note when something last went through. */
final class Watched {
    private Watched() {}

    static final class In extends FilterInputStream {
        private final AtomicLong heard;

        In(InputStream in, AtomicLong heard) {
            super(in);
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            heard.set(System.nanoTime());
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            heard.set(System.nanoTime());
            return read;
        }
    }

    static final class Out extends FilterOutputStream {
        private final AtomicLong heard;

        Out(OutputStream out, AtomicLong heard) {
            super(out);
            this.heard = heard;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            heard.set(System.nanoTime());
        }
    }
}
