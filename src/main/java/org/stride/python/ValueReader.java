package org.stride.python;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;

/**
 * Values from bytes that nobody vouches for: only the tags of {@code values.py} are known, no length is believed before
 * the bytes are there, and what the values would take in memory is counted before it is taken.
 */
final class ValueReader {
    /** One level more than {@code values.py} has, for the tuple around a result. */
    private static final int MAX_DEPTH = 22;

    private static final int MAX_RANK = 64;
    private static final int PART = 64;
    private static final int ELEMENT = 8;

    private final ByteBuffer bytes;
    private long budget;

    private ValueReader(byte[] bytes, long budget) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.budget = budget;
    }

    /**
     * The one value that the bytes hold.
     *
     * @param budget how many bytes the value may take, counted as {@code values.py} counts them
     * @throws BrokenMessageException if they hold anything else
     */
    static Value read(byte[] bytes, long budget) throws BrokenMessageException {
        ValueReader reader = new ValueReader(bytes, budget);
        try {
            Value value = reader.value(0);
            if (reader.bytes.hasRemaining()) {
                throw new BrokenMessageException(reader.bytes.remaining() + " bytes after the value");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new BrokenMessageException("the bytes end within a value");
        }
    }

    private Value value(int depth) throws BrokenMessageException {
        if (depth > MAX_DEPTH) {
            throw new BrokenMessageException("nested deeper than " + MAX_DEPTH);
        }
        byte tag = bytes.get();
        return switch (tag) {
            case 'N' -> Value.NONE;
            case 'S' -> scalar();
            case 'A' -> array();
            case 'U' -> new Value.Text(text());
            case '(', '[' -> new Value.Tuple(parts(depth), tag == '[');
            case '{' -> dictionary(depth);
            case '?' -> new Value.Other(text());
            default -> throw new BrokenMessageException("no such tag: " + tag);
        };
    }

    private Value.Scalar scalar() throws BrokenMessageException {
        byte letter = bytes.get();
        double value = bytes.getDouble();
        for (Value.Scalar.Type type : Value.Scalar.Type.values()) {
            if (ValueWriter.letter(type) == letter) {
                return new Value.Scalar(value, type);
            }
        }
        throw new BrokenMessageException("no such number: " + letter);
    }

    private NdArray array() throws BrokenMessageException {
        DType dtype = dtype(bytes.get());
        int rank = Byte.toUnsignedInt(bytes.get());
        if (rank > MAX_RANK) {
            throw new BrokenMessageException("an array of " + rank + " axes");
        }
        int[] lengths = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            lengths[axis] = bytes.getInt();
        }
        NdArray array;
        try {
            Shape shape = Shape.of(lengths);
            spend((long) ELEMENT * shape.size());
            array = NdArray.zeros(dtype, shape);
        } catch (IllegalArgumentException e) {
            throw new BrokenMessageException(String.valueOf(e.getMessage()));
        }
        for (int place = 0; place < array.size(); place++) {
            array.setFlat(element(dtype), place);
        }
        return array;
    }

    private double element(DType dtype) {
        return switch (dtype) {
            case BOOL -> bytes.get();
            case INT64 -> bytes.getLong();
            case FLOAT32 -> bytes.getFloat();
            case FLOAT64 -> bytes.getDouble();
        };
    }

    private static DType dtype(byte letter) throws BrokenMessageException {
        for (DType dtype : DType.values()) {
            if (ValueWriter.letter(dtype) == letter) {
                return dtype;
            }
        }
        throw new BrokenMessageException("no such dtype: " + letter);
    }

    private List<Value> parts(int depth) throws BrokenMessageException {
        int count = count();
        List<Value> parts = new ArrayList<>(count);
        for (int part = 0; part < count; part++) {
            parts.add(value(depth + 1));
        }
        return parts;
    }

    private Value.Dictionary dictionary(int depth) throws BrokenMessageException {
        int count = count();
        SequencedMap<String, Value> entries = new LinkedHashMap<>();
        for (int entry = 0; entry < count; entry++) {
            entries.put(text(), value(depth + 1));
        }
        return new Value.Dictionary(entries);
    }

    private int count() throws BrokenMessageException {
        int count = bytes.getInt();
        if (count < 0) {
            throw new BrokenMessageException("a count of " + count);
        }
        spend((long) PART * count);
        return count;
    }

    private String text() throws BrokenMessageException {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new BrokenMessageException("a text of " + length + " bytes");
        }
        spend(length);
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private void spend(long amount) throws BrokenMessageException {
        budget -= amount;
        if (budget < 0) {
            throw new BrokenMessageException("more than is allowed");
        }
    }
}
