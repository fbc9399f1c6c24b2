package org.stride.learner;

/** One run of something by a learner. */
public sealed interface Attempt {
    /** The exercise's name. */
    String exercise();

    /** What came. */
    boolean passed();

    /**
     * A run of a card.
     *
     * @param predictedPass what the learner expected
     */
    record OfCard(String exercise, String letter, boolean predictedPass, boolean passed) implements Attempt {
        public boolean predictionCameTrue() {
            return predictedPass == passed;
        }
    }

    /** A check of typed code. */
    record OfCode(String exercise, boolean passed) implements Attempt {}
}
