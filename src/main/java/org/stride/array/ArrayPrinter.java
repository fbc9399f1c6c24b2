package org.stride.array;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Arrays as text, to the character as NumPy 2.3 prints them with its default options: eight digits after the point,
 * lines of 75 characters, and only the corners of arrays of more than 1000 elements.
 *
 * <pre>{@code
 * NdArray x = new LegacyRandom(1).randn(2, 3);
 * ArrayPrinter.print(x);   // [[ 1.62434536 -0.61175641 -0.52817175]
 *                          //  [-1.07296862  0.86540763 -2.3015387 ]]
 * ArrayPrinter.repr(x);    // array([[ 1.62434536, -0.61175641, -0.52817175],
 *                          //        [-1.07296862,  0.86540763, -2.3015387 ]])
 * }</pre>
 */
public final class ArrayPrinter {
    private static final int LINE_WIDTH = 75;
    private static final int MOST_ELEMENTS = 1000;
    private static final int EDGE = 3;
    private static final String GAP = "...";
    private static final String PREFIX = "array(";

    private final NdArray array;
    private final boolean summarised;
    private final String separator;
    private final String margin;
    private final int lineWidth;
    private final ElementFormat format;

    private ArrayPrinter(NdArray array, String separator, String margin, int lineWidth) {
        this.array = array;
        this.summarised = array.size() > MOST_ELEMENTS;
        this.separator = separator;
        this.margin = margin;
        this.lineWidth = lineWidth;
        this.format =
                ElementFormat.of(array.dtype(), array.rank(), visible(0, 0).toArray());
    }

    /** What Python’s {@code print(array)} shows; an array of rank 0 looks like its number, with all its digits. */
    public static String print(NdArray array) {
        if (array.rank() == 0) {
            return ElementFormat.scalar(array.dtype(), array.get());
        }
        return array.size() == 0 ? "[]" : new ArrayPrinter(array, " ", "", LINE_WIDTH).text(0, 0);
    }

    /**
     * What {@code repr(array)} gives: the values within {@code array(...)}, with the dtype where they do not tell it.
     */
    public static String repr(NdArray array) {
        // The closing parenthesis needs a place on the last line.
        String values = array.size() == 0
                ? "[]"
                : new ArrayPrinter(array, ", ", " ".repeat(PREFIX.length()), LINE_WIDTH - 1).text(0, 0);
        List<String> extras = extras(array);
        if (extras.isEmpty()) {
            return PREFIX + values + ")";
        }
        String text = PREFIX + values + ",";
        String extra = String.join(", ", extras) + ")";
        int lastLine = text.length() - (text.lastIndexOf('\n') + 1);
        boolean fits = lastLine + 1 + extra.length() <= LINE_WIDTH;
        return text + (fits ? " " : "\n" + " ".repeat(PREFIX.length())) + extra;
    }

    /**
     * A number as Python prints a float: the fewest digits that read back as the same number, such as {@code 1e-05}.
     */
    public static String scalar(double value) {
        return ElementFormat.scalar(DType.FLOAT64, value);
    }

    private static List<String> extras(NdArray array) {
        List<String> extras = new ArrayList<>();
        boolean plain = array.size() > 0 || array.rank() == 1;
        if (!plain || array.size() > MOST_ELEMENTS) {
            extras.add("shape=" + array.shape());
        }
        if (array.dtype() == DType.FLOAT32 || array.size() == 0) {
            extras.add("dtype=" + array.dtype().numpyName());
        }
        return extras;
    }

    /**
     * What lies below one place of the first {@code axis} axes; {@code offset} counts such places in row-major order.
     */
    private String text(int axis, int offset) {
        if (axis == array.rank()) {
            return format.text(array.flat(offset));
        }
        List<String> parts = new ArrayList<>();
        for (int position : positions(axis).toArray()) {
            if (isAbridged(axis) && position == array.length(axis) - EDGE) {
                parts.add(GAP);
            }
            parts.add(text(axis + 1, offset * array.length(axis) + position));
        }
        String indent = margin + " ".repeat(axis + 1);
        int blankLines = array.rank() - axis - 1;
        String text = blankLines == 0
                ? wrapped(parts, indent)
                : String.join(separator.stripTrailing() + "\n".repeat(blankLines) + indent, parts);
        return "[" + text + "]";
    }

    /** The elements of one row on as many lines as they need. */
    private String wrapped(List<String> parts, String indent) {
        int width = lineWidth - array.rank();
        StringBuilder text = new StringBuilder();
        String line = indent;
        for (String part : parts) {
            if (line.length() + part.length() > width && line.length() > indent.length()) {
                text.append(line.stripTrailing()).append('\n');
                line = indent;
            }
            line += part + separator;
        }
        text.append(line, 0, line.length() - separator.length());
        return text.substring(indent.length());
    }

    /** The elements that are shown. Only they decide how wide a column is. */
    private DoubleStream visible(int axis, int offset) {
        return axis == array.rank()
                ? DoubleStream.of(array.flat(offset))
                : positions(axis)
                        .mapToObj(position -> visible(axis + 1, offset * array.length(axis) + position))
                        .flatMapToDouble(values -> values);
    }

    private IntStream positions(int axis) {
        int length = array.length(axis);
        return isAbridged(axis)
                ? IntStream.concat(IntStream.range(0, EDGE), IntStream.range(length - EDGE, length))
                : IntStream.range(0, length);
    }

    private boolean isAbridged(int axis) {
        return summarised && array.length(axis) > 2 * EDGE;
    }
}
