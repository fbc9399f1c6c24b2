package org.stride.start;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.stride.exercise.Catalogue;
import org.stride.grading.CheckListener;
import org.stride.grading.Grader;

/** Runs each exercise's first cards while the first learner reads, so that nobody waits for the compiler after a click. */
@Component
class WarmUp implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final int CARDS = 4;
    /** By then the first page is there, which needs the processors for itself. */
    private static final Duration FIRST_PAGE = Duration.ofSeconds(3);

    private final transient Catalogue catalogue;
    private final transient Grader grader;
    private final AtomicBoolean begun = new AtomicBoolean();

    WarmUp(Catalogue catalogue, Grader grader) {
        this.catalogue = catalogue;
        this.grader = grader;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> {
            if (begun.compareAndSet(false, true)) {
                Thread.ofPlatform().name("warm-up").daemon().start(this::run);
            }
        });
    }

    private void run() {
        try {
            Thread.sleep(FIRST_PAGE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (var exercise : catalogue.exercises()) {
            exercise.deck().stream().limit(CARDS).forEach(card -> grader.grade(exercise, card, CheckListener.NONE));
        }
    }
}
