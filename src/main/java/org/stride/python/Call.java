package org.stride.python;

import java.util.List;
import org.stride.array.Value;

/** The arguments of one call, in the order of the parameters, and how their arrays lie in memory. */
public record Call(List<? extends Value> arguments, Layout layout) {
    public Call {
        arguments = List.copyOf(arguments);
    }

    public static Call of(List<? extends Value> arguments) {
        return new Call(arguments, Layout.CONTIGUOUS);
    }
}
