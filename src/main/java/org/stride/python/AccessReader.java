package org.stride.python;

import java.util.ArrayList;
import java.util.List;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.python.Access.Kind;
import org.stride.python.Access.Range;

/** An access as {@code watch.py} writes it: (name, kind, line, array of a start, a stop and a step for each axis). */
final class AccessReader {
    private static final int MAX_NAME = 100;

    private AccessReader() {}

    static Access read(List<Value> parts) throws BrokenMessageException {
        String name = ChildReport.text(parts.get(0));
        int line = ChildReport.number(parts.get(2));
        if (name.codePointCount(0, name.length()) > MAX_NAME || line < 0) {
            throw new BrokenMessageException("no access");
        }
        return new Access(name, kind(ChildReport.text(parts.get(1))), ranges(parts.get(3)), line);
    }

    private static Kind kind(String word) throws BrokenMessageException {
        return switch (word) {
            case "read" -> Kind.READ;
            case "write" -> Kind.WRITE;
            default -> throw new BrokenMessageException("no such kind of access");
        };
    }

    private static List<Range> ranges(Value value) throws BrokenMessageException {
        if (!(value instanceof NdArray array)
                || array.dtype() != DType.INT64
                || array.rank() != 2
                || array.length(0) > Access.MAX_AXES
                || array.length(1) != 3) {
            throw new BrokenMessageException("no ranges");
        }
        List<Range> ranges = new ArrayList<>();
        try {
            for (int axis = 0; axis < array.length(0); axis++) {
                ranges.add(new Range(
                        Math.toIntExact((long) array.flat(3 * axis)),
                        Math.toIntExact((long) array.flat(3 * axis + 1)),
                        Math.toIntExact((long) array.flat(3 * axis + 2))));
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new BrokenMessageException(String.valueOf(e.getMessage()));
        }
        return ranges;
    }
}
