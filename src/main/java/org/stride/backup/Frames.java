package org.stride.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What goes over the socket, either way: frames of a kind, a length and so many bytes. A conversation that has no clear end has failed,
 * whatever came before.
 */
final class Frames {
    private static final int LONGEST = 1 << 16;

    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** What a frame is, and the letter that says so. */
    enum Kind {
        /** From the client: it wants a backup. */
        BACKUP('B'),
        /** From the client: a backup to restore follows, as data. */
        RESTORE('R'),
        DATA('d'),
        /** After the last data. */
        END_OF_DATA('e'),
        /** Two numbers: rows done, and of how many. */
        PROGRESS('p'),
        /** From the server: five lines, as {@link Keeper.Question} has them. */
        QUESTION('?'),
        YES('y'),
        NO('n'),
        /** From the server: all is done; lines say what. */
        DONE('D'),
        /** From the server: nothing was done; a sentence says why. */
        FAILED('F');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** One of them. */
    static final class Frame {
        private final Kind kind;
        private final byte[] bytes;

        private Frame(Kind kind, byte[] bytes) {
            this.kind = kind;
            this.bytes = bytes;
        }

        Kind kind() {
            return kind;
        }

        byte[] bytes() {
            return bytes;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        List<String> lines() {
            return text().lines().toList();
        }
    }

    void send(Kind kind, byte[] bytes, int length) throws IOException {
        out.writeByte(kind.letter);
        out.writeInt(length);
        out.write(bytes, 0, length);
        out.flush();
    }

    void send(Kind kind, String... lines) throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        send(kind, bytes, Math.min(bytes.length, LONGEST));
    }

    /** @throws EOFException if the other side has gone */
    Frame next() throws IOException {
        int letter = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("The other side does not speak as this version of Stride does");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IOException("The other side does not speak as this version of Stride does"));
        return new Frame(kind, bytes);
    }

    void progress(long rows, long of) {
        try {
            send(Kind.PROGRESS, String.valueOf(rows), String.valueOf(of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream whose bytes go out as data. Closing it leaves the conversation open. */
    OutputStream data() {
        return new OutputStream() {
            private final byte[] buffer = new byte[LONGEST];
            private int length;

            @Override
            public void write(int b) throws IOException {
                if (length == LONGEST) {
                    flush();
                }
                buffer[length++] = (byte) b;
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                for (int at = from, left = count; left > 0; ) {
                    if (length == LONGEST) {
                        flush();
                    }
                    int some = Math.min(left, LONGEST - length);
                    System.arraycopy(bytes, at, buffer, length, some);
                    length += some;
                    at += some;
                    left -= some;
                }
            }

            @Override
            public void flush() throws IOException {
                if (length > 0) {
                    send(Kind.DATA, buffer, length);
                    length = 0;
                }
            }
        };
    }
}
