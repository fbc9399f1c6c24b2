package org.stride.python;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;

/** Values as the bytes that {@code values.py} describes. */
final class ValueWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private ValueWriter() {}

    /** The request for a submission, all of it one tuple. */
    static byte[] write(Submission submission) {
        List<Value> calls = submission.calls().stream()
                .<Value>map(call -> Value.Tuple.of(
                        new Value.Text(call.layout().word()), new Value.Tuple(List.copyOf(call.arguments()), false)))
                .toList();
        return write(Value.Tuple.of(
                new Value.Text(submission.before()),
                new Value.Text(submission.source()),
                new Value.Text(submission.after()),
                textOrNone(submission.function()),
                new Value.Tuple(calls, false),
                textOrNone(submission.cell()),
                new Value.Scalar(submission.watched() ? 1 : 0, Value.Scalar.Type.PYTHON_BOOL)));
    }

    static byte[] write(Value value) {
        ValueWriter writer = new ValueWriter();
        try {
            writer.value(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.bytes.toByteArray();
    }

    private static Value textOrNone(@Nullable String text) {
        return text == null ? Value.NONE : new Value.Text(text);
    }

    private void value(Value value) throws IOException {
        switch (value) {
            case Value.None none -> out.writeByte('N');
            case Value.Scalar scalar -> {
                out.writeByte('S');
                out.writeByte(letter(scalar.type()));
                out.writeDouble(scalar.value());
            }
            case NdArray array -> array(array);
            case Value.Text text -> {
                out.writeByte('U');
                text(text.value());
            }
            case Value.Tuple tuple -> {
                out.writeByte(tuple.list() ? '[' : '(');
                out.writeInt(tuple.parts().size());
                for (Value part : tuple.parts()) {
                    value(part);
                }
            }
            case Value.Dictionary dictionary -> {
                out.writeByte('{');
                out.writeInt(dictionary.entries().size());
                for (Map.Entry<String, Value> entry : dictionary.entries().entrySet()) {
                    text(entry.getKey());
                    value(entry.getValue());
                }
            }
            case Value.Other other ->
                throw new IllegalArgumentException("python: a " + other.typeName() + " cannot be an argument");
        }
    }

    private void array(NdArray array) throws IOException {
        out.writeByte('A');
        out.writeByte(letter(array.dtype()));
        out.writeByte(array.rank());
        for (int axis = 0; axis < array.rank(); axis++) {
            out.writeInt(array.length(axis));
        }
        for (int place = 0; place < array.size(); place++) {
            double element = array.flat(place);
            switch (array.dtype()) {
                case BOOL -> out.writeByte((int) element);
                case INT64 -> out.writeLong((long) element);
                case FLOAT32 -> out.writeFloat((float) element);
                case FLOAT64 -> out.writeDouble(element);
            }
        }
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static char letter(DType dtype) {
        return switch (dtype) {
            case BOOL -> 'b';
            case INT64 -> 'i';
            case FLOAT32 -> 'f';
            case FLOAT64 -> 'd';
        };
    }

    static char letter(Value.Scalar.Type type) {
        return switch (type) {
            case PYTHON_FLOAT -> 'f';
            case PYTHON_INT -> 'i';
            case PYTHON_BOOL -> 'b';
            case NUMPY_FLOAT -> 'F';
            case NUMPY_INT -> 'I';
            case NUMPY_BOOL -> 'B';
        };
    }
}
