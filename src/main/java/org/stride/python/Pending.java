package org.stride.python;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that have come in and wait for the rest of their message. */
final class Pending {
    private byte[] bytes = new byte[1 << 12];
    private int start;
    private int end;

    int size() {
        return end - start;
    }

    int intAt(int offset) {
        return ByteBuffer.wrap(bytes).getInt(start + offset);
    }

    void add(byte[] more) {
        if (end + more.length > bytes.length) {
            byte[] target = size() + more.length > bytes.length
                    ? new byte[Math.max(2 * bytes.length, size() + more.length)]
                    : bytes;
            System.arraycopy(bytes, start, target, 0, size());
            end = size();
            start = 0;
            bytes = target;
        }
        System.arraycopy(more, 0, bytes, end, more.length);
        end += more.length;
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
        start += count;
        return taken;
    }
}
