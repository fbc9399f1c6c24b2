package org.stride.exercise;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stride.python.Layout;

/**
 * One call on which an implementation is judged.
 *
 * @param id unique within the exercise, such as {@code held_out_3}
 * @param required whether it decides pass or fail; an advisory case only teaches
 * @param traits what is special about it, which may be told even where the inputs may not
 */
public record Case(String id, Visibility visibility, boolean required, List<Trait> traits, Arguments arguments) {
    private static final Map<Trait, Layout> LAYOUTS = Map.of(
            Trait.COLUMNS_FIRST, Layout.COLUMNS_FIRST,
            Trait.EVERY_SECOND, Layout.EVERY_SECOND,
            Trait.READ_ONLY, Layout.READ_ONLY);

    /** Who may see a case. */
    public enum Visibility {
        /** Printed in the notebooks that learners come from; inputs and values are shown. */
        PUBLISHED,
        /** Ours; inputs and values are shown. */
        SHOWN,
        /** Seeded from the installation's secret; neither inputs nor values are ever shown. */
        HELD_OUT
    }

    public Case {
        traits = List.copyOf(traits);
    }

    /** Whether the maximum of a window stands there more than once. */
    public boolean tied() {
        return traits.contains(Trait.TIES);
    }

    /** How its arrays lie in memory, where that can be chosen. */
    public Layout layout() {
        return traits.stream()
                .map(LAYOUTS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Layout.CONTIGUOUS);
    }

    public boolean heldOut() {
        return visibility == Visibility.HELD_OUT;
    }
}
