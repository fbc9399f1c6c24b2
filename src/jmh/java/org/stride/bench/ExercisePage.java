package org.stride.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;

/** A learner's tab, in which one card after another is run. */
final class ExercisePage {
    /**
     * From an event to the second frame after the verdict is there: the first is painted with it, the second begins after. The
     * argument names the event and where it is heard.
     */
    private static final String WATCH = """
            ([place, event]) => {
              const verdict = document.getElementById('verdict');
              verdict.querySelectorAll('.stride-banner').forEach((old) => old.classList.add('old'));
              const begin = new Promise((resolve) => {
                const listener = (what) => {
                  if (what.type !== 'keydown' || what.key === 'Enter') {
                    document.querySelector(place).removeEventListener(event, listener, { capture: true });
                    resolve(performance.now());
                  }
                };
                document.querySelector(place).addEventListener(event, listener, { capture: true });
              });
              const paint = new Promise((resolve) => {
                const observer = new MutationObserver(() => {
                  if (verdict.querySelector('.stride-banner:not(.old)')) {
                    observer.disconnect();
                    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
                  }
                });
                observer.observe(verdict, { childList: true, subtree: true });
              });
              window.timeToPaint = Promise.all([begin, paint]).then(([begun, painted]) => painted - begun);
            }
            """;

    private static final String EDITOR = "#editor .cm-content";

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
        page.evaluate(WATCH, List.of("#run", "click"));
        page.click("#run");
        return timeToPaint();
    }

    /** Opens the page for writing by its address, and types. */
    ExercisePage write(TypedCode code) {
        page.navigate(server.address() + "exercise/" + code.exercise().name() + "?way=write");
        page.click(EDITOR);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(code.source());
        return this;
    }

    /**
     * Has the code in the editor checked.
     *
     * @return milliseconds from pressing the keys to the painted verdict
     */
    double check() {
        page.focus(EDITOR);
        page.evaluate(WATCH, List.of("#editor", "keydown"));
        page.keyboard().press("ControlOrMeta+Shift+Enter");
        return timeToPaint();
    }

    /** Whether the verdict on the page is that the code passes. */
    boolean passed() {
        return page.isVisible("#verdict .stride-banner.stride-good");
    }

    private double timeToPaint() {
        return ((Number) page.evaluate("() => window.timeToPaint")).doubleValue();
    }
}
