package org.stride.python;

import java.util.List;

/**
 * What a watched call read and wrote, in order.
 *
 * @param truncated whether there was more: the code went on, the notes did not
 */
public record Accesses(List<Access> list, boolean truncated) {
    public static final Accesses NONE = new Accesses(List.of(), false);

    public Accesses {
        list = List.copyOf(list);
    }
}
