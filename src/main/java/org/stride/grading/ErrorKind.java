package org.stride.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an exception of Python or NumPy is about, as far as its message tells it. */
public enum ErrorKind {
    /** A variable without a value; its name. */
    NO_VALUE(
            "NameError|UnboundLocalError",
            "(?:name|cannot access (?:local|free) variable|(?:local|free) variable) '(\\w+)' .*"),
    /** An index past the end; the index, the axis, and its length. */
    PAST_THE_END("IndexError", "index (-?\\d+) is out of bounds for axis (\\d+) with size (\\d+)"),
    /** An index past the end of a tuple or list. */
    PAST_THE_TUPLE("IndexError", "(?:tuple|list) index out of range"),
    /** More indices than axes; how many axes, how many indices. */
    TOO_MANY_INDICES("IndexError", "too many indices for array: array is (\\d+)-dimensional, but (\\d+) were indexed"),
    /** Something assigned that does not fit into its place; both shapes. */
    PLACE("ValueError", "could not broadcast input array from shape (\\(.*?\\)) into shape (\\(.*?\\))"),
    /** Arithmetic with two shapes that do not fit; both shapes. */
    OPERANDS(
            "ValueError",
            "operands could not be broadcast together with shapes (\\([^()]*\\)) (\\([^()]*\\)) ?(?:\\([^()]*\\) ?)?"),
    /** Something added in place that is larger than its place; the place's shape and the other. */
    IN_PLACE(
            "ValueError",
            "non-broadcastable output operand with shape (\\(.*?\\)) doesn't match the broadcast shape (\\(.*?\\))"),
    /** A sum over pairs of axes that are not equally long. */
    SUMMED_AXES("ValueError", "shape-mismatch for sum"),
    /** A matrix product of matrices that do not fit; the two lengths. */
    MATRICES(
            "ValueError",
            "(?:shapes .* not aligned: |matmul: .*\\(size )(\\d+)(?: \\(dim \\d+\\) != | is different from )(\\d+)"
                    + "(?: \\(dim \\d+\\)|\\))"),
    /** An array that does not hold as many numbers as its new shape; how many it holds, and the shape. */
    RESHAPE("ValueError", "cannot reshape array of size (\\d+) into shape (\\(.*?\\))"),
    /** The greatest or smallest of nothing. */
    EMPTY_WINDOW("ValueError", "zero-size array to reduction operation \\w+ which has no identity"),
    /** Arrays of different shapes stacked. */
    STACKED("ValueError", "all input arrays must have the same shape"),
    /** Arrays put side by side that do not fit; the axis and the two lengths. */
    SIDE_BY_SIDE(
            "ValueError",
            "all the input array dimensions except .* along dimension (\\d+), "
                    + "the array at index \\d+ has size (\\d+) and the array at index \\d+ has size (\\d+)"),
    /** Arrays put side by side that do not have equally many axes; the two numbers. */
    SIDE_BY_SIDE_AXES(
            "ValueError",
            "all the input arrays must have same number of dimensions, "
                    + "but .* has (\\d+) dimension\\(s\\) and .* has (\\d+) dimension\\(s\\)"),
    /** Fewer values than names; how many names, how many values. */
    TOO_FEW_VALUES("ValueError", "not enough values to unpack \\(expected (?:at least )?(\\d+), got (\\d+)\\)"),
    /** More values than names; how many names. */
    TOO_MANY_VALUES("ValueError", "too many values to unpack \\(expected (\\d+).*\\)"),
    /** One thing unpacked into several names; its type. */
    NOT_SEVERAL("TypeError", "cannot unpack non-iterable (\\S+) object"),
    /** A slice from or to a fraction. */
    SLICE_OF_FRACTIONS("TypeError", "slice indices must be integers or None or have an __index__ method"),
    /** A slice with a step of 0. */
    STEP_OF_ZERO("ValueError", "slice step cannot be zero"),
    /** An index that is none. */
    NO_INDEX("IndexError", "only integers, slices .* are valid indices"),
    /** Something where a whole number belongs; its type. */
    NO_INTEGER("TypeError", "'(\\w+)' object cannot be interpreted as an integer"),
    /** A division by 0. */
    DIVIDED_BY_ZERO("ZeroDivisionError", ".*"),
    /** A length below 0. */
    NEGATIVE_LENGTH("ValueError", "negative dimensions are not allowed|index can't contain negative values"),
    /** One axis named twice. */
    AXIS_TWICE("ValueError", "duplicate value in 'axis'|repeated axis in transpose"),
    /** An axis that is not there; its number and how many there are. */
    NO_SUCH_AXIS("AxisError", "axis (-?\\d+) is out of bounds for array of dimension (\\d+)"),
    /** Axes to be put in order that are not all of them. */
    NOT_ALL_AXES("ValueError", "axes don't match array"),
    /** Several numbers where one belongs. The 1 that the message says is what may be converted, not what came. */
    NOT_ONE_NUMBER("ValueError", "can only convert an array of size 1 to a Python scalar"),
    /** Fractions added to an array of integers; the two dtypes. */
    FRACTIONS_INTO_INTEGERS(
            "UFuncTypeError|_UFuncOutputCastingError|TypeError",
            "Cannot cast ufunc '\\w+' output from dtype\\('(\\w+)'\\) to dtype\\('(\\w+)'\\).*"),
    /** An operation on things that it is not made for; the operation and the types. */
    WRONG_OPERANDS("TypeError", "unsupported operand type\\(s\\) for (\\S+): '([\\w.]+)' and '([\\w.]+)'"),
    /** An index on something that has no parts; its type. */
    NO_PARTS("TypeError", "'([\\w.]+)' object is not subscriptable"),
    /** A key that a dictionary does not have. */
    NO_SUCH_KEY("KeyError", "'(\\w+)'"),
    /** Something asked for that a type does not have; the type and what. */
    NO_SUCH_ATTRIBUTE("AttributeError", "'([\\w.]+)' object has no attribute '(\\w+)'"),
    /** Parts of different lengths where an array is made of them. */
    UNEVEN("ValueError", "setting an array element with a sequence.*"),
    /** Pairs of widths, or of axes, of which there are too few or too many. */
    PAIRS(
            "ValueError",
            "operands could not be broadcast together with remapped shapes .*|Must provide matching length window_shape and axis.*"
                    + "|Since axis is .None., must provide window_shape for all dimensions.*"),
    /** A minus before truth values. */
    MINUS_TRUTH("TypeError", "The numpy boolean negative, the .-. operator, is not supported.*"),
    /** Nothing to be stacked. */
    NOTHING_STACKED("ValueError", "need at least one array to (?:stack|concatenate)"),
    /** Windows that are larger than the image. */
    WINDOW_TOO_LARGE("ValueError", "window shape cannot be larger than input array shape");

    /** No message that is known is longer; whoever makes up one to keep these patterns busy has less to do it with. */
    private static final int LONGEST = 400;

    private final Pattern type;
    private final Pattern message;

    ErrorKind(String type, String message) {
        this.type = Pattern.compile(type);
        this.message = Pattern.compile(message, Pattern.DOTALL);
    }

    /** Whether the messages of this kind tell more than the kind. */
    public boolean hasDetails() {
        return message.matcher("").groupCount() > 0;
    }

    /** An exception that is understood: what it is about, and what its message tells of it. */
    public record Explained(ErrorKind kind, List<String> details) {
        public Explained {
            details = List.copyOf(details);
        }
    }

    /** What an exception is about; empty if nobody knows. */
    static Optional<Explained> of(Difference.Raised raised) {
        if (raised.raised().message().length() > LONGEST) {
            return Optional.empty();
        }
        for (ErrorKind kind : values()) {
            Matcher matcher = kind.message.matcher(raised.raised().message());
            if (kind.type.matcher(raised.raised().type()).matches() && matcher.matches()) {
                List<String> details = new ArrayList<>();
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    details.add(matcher.group(group));
                }
                return Optional.of(new Explained(kind, details));
            }
        }
        return Optional.empty();
    }
}
