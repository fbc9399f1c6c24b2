package org.stride.grading.code;

import java.util.SequencedMap;
import org.stride.grading.Verdict;

/**
 * Which function is to blame, where the code brings its own versions of functions of earlier steps.
 *
 * @param withOurs the verdict on the function when it calls the right versions instead
 * @param own the verdict on each of the code's own versions, by its name
 */
public record Blame(Verdict withOurs, SequencedMap<String, Verdict> own) {
    /** Whether every one of its runs told something: a fault of ours accuses nobody. */
    public boolean judged() {
        return withOurs.judged() && own.values().stream().allMatch(Verdict::judged);
    }
}
