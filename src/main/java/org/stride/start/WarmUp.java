package org.stride.start;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stride.exercise.Catalogue;
import org.stride.grading.Grader;
import org.stride.grading.Progress;

/** Runs each exercise's first cards once the application is up, so that the first learner does not wait for the compiler. */
@Component
class WarmUp {
    private static final int CARDS = 4;

    private final Catalogue catalogue;
    private final Grader grader;

    WarmUp(Catalogue catalogue, Grader grader) {
        this.catalogue = catalogue;
        this.grader = grader;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform()
                .name("warm-up")
                .daemon()
                .start(() -> catalogue
                        .exercises()
                        .forEach(exercise -> exercise.deck().stream()
                                .limit(CARDS)
                                .forEach(card -> grader.grade(exercise, card, Progress.NONE))));
    }
}
