package org.stride.learner;

import java.util.List;

/**
 * What work from elsewhere adds to what is here.
 *
 * @param drafts the exercises that get their draft from it, having none
 * @param putAside the exercises in which another draft is here, so that the one from elsewhere goes to the history
 * @param attempts that are new here
 * @param texts other entries of the history that are new here, drafts that are put aside not counted
 * @param known entries of the history that are here already
 * @param hints that are new here
 * @param days on which more time was spent than is known here, counted by exercise
 */
public record Arrival(
        List<String> drafts, List<String> putAside, int attempts, int texts, int known, int hints, int days) {
    public Arrival {
        drafts = List.copyOf(drafts);
        putAside = List.copyOf(putAside);
    }

    /** Whether it changes anything. */
    public boolean bringsSomething() {
        return !drafts.isEmpty() || !putAside.isEmpty() || attempts + texts + hints + days > 0;
    }
}
