package org.stride.learner;

/**
 * One run of a card.
 *
 * @param predictedPass what the learner expected
 * @param passed what came
 */
public record Attempt(String exercise, String letter, boolean predictedPass, boolean passed) {
    public boolean predictionCameTrue() {
        return predictedPass == passed;
    }
}
