package org.stride.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;

/** A learner's tab, in which one card after another is run. */
final class ExercisePage {
    /** From the click to the second frame after the verdict is there: the first is painted with it, the second begins after. */
    private static final String WATCH = """
            () => {
              const verdict = document.getElementById('verdict');
              const click = new Promise((resolve) => {
                const listener = () => resolve(performance.now());
                document.getElementById('run').addEventListener('click', listener, { capture: true, once: true });
              });
              const paint = new Promise((resolve) => {
                const observer = new MutationObserver(() => {
                  if (verdict.querySelector('.stride-banner')) {
                    observer.disconnect();
                    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
                  }
                });
                observer.observe(verdict, { childList: true, subtree: true });
              });
              window.clickToPaint = Promise.all([click, paint]).then(([clicked, painted]) => painted - clicked);
            }
            """;

    private final Page page;
    private final Server server;

    ExercisePage(Page page, Server server) {
        this.page = page;
        this.server = server;
    }

    /** Opens the page by its address, as after a reload. */
    ExercisePage open(Choice card) {
        page.navigate(server.address() + "exercise/" + card.exercise() + "?strategy=" + card.letter());
        page.waitForSelector("#run");
        return this;
    }

    /** Walks through the course with one verdict for each exercise. */
    void runFirstCards() {
        Catalogue.load()
                .exercises()
                .forEach(exercise -> open(exercise.deck().getFirst()).run());
    }

    /**
     * Predicts that the open card passes, and runs it.
     *
     * @return milliseconds from the click to the painted verdict
     */
    double run() {
        page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("It passes"))
                .check();
        page.evaluate(WATCH);
        page.click("#run");
        return ((Number) page.evaluate("() => window.clickToPaint")).doubleValue();
    }
}
