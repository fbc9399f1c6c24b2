package org.stride.exercise;

import java.util.List;

/**
 * One call on which an implementation is judged.
 *
 * @param id unique within the exercise, such as {@code held_out_3}
 * @param required whether it decides pass or fail; an advisory case only teaches
 * @param traits what is special about it, which may be told even where the inputs may not
 */
public record Case(String id, Visibility visibility, boolean required, List<Trait> traits, Arguments arguments) {
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

    public boolean heldOut() {
        return visibility == Visibility.HELD_OUT;
    }
}
