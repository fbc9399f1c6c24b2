package org.stride.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;

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
    private static final String PLAYER = ".stride-moving stride-window-player";

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

    /** Opens the page for writing, with its lesson and the player. */
    void openEverything(Exercise exercise) {
        page.navigate(server.address() + "exercise/" + exercise.name() + "?way=write");
        page.waitForSelector(EDITOR);
        openPlayer();
        page.waitForSelector("stride-formula .katex");
    }

    /** Opens the moving picture of the first check, and puts it into view. */
    void openPlayer() {
        page.click(".stride-moving > summary");
        page.locator(PLAYER).scrollIntoViewIfNeeded();
    }

    /** Milliseconds from the address to the moment when the page is there and nothing is under way to it. */
    double timeToInteractive() {
        return ((Number) page.evaluate("""
                () => new Promise((resolve) => {
                  const look = () => {
                    const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
                    const idle = clients.length > 0 && clients.every((client) => !client.isActive?.());
                    if (idle && document.querySelector('.stride-card')) {
                      setTimeout(() => resolve(performance.now()));
                    } else {
                      setTimeout(look, 5);
                    }
                  };
                  look();
                })""")).doubleValue();
    }

    /**
     * Plays a layer in the open player.
     *
     * @return the milliseconds from each frame to the next
     */
    @SuppressWarnings("unchecked")
    List<Number> play(int size, int channels, int filters, int milliseconds) {
        return (List<Number>) page.evaluate("""
                async ([selector, size, channels, filters, milliseconds]) => {
                  const player = document.querySelector(selector);
                  const array = (...shape) => {
                    const length = shape.reduce((product, axis) => product * axis, 1);
                    return { shape, values: Array.from({ length }, (_, i) => Math.sin(i)) };
                  };
                  player.play = {
                    operation: 'conv_forward',
                    arrays: {
                      A_prev: array(1, size, size, channels),
                      W: array(3, 3, channels, filters),
                      b: array(1, 1, 1, filters),
                    },
                    numbers: { stride: 1, pad: 1 },
                    mode: 'max',
                  };
                  player.speed = 12;
                  await player.updateComplete;
                  player.start();
                  const frames = [];
                  const end = performance.now() + milliseconds;
                  for (let last = await new Promise(requestAnimationFrame); last < end; ) {
                    const now = await new Promise(requestAnimationFrame);
                    frames.push(now - last);
                    last = now;
                  }
                  player.pause();
                  if (player.step < 10) {
                    throw new Error('it did not play');
                  }
                  return frames;
                }""", List.of(PLAYER, size, channels, filters, milliseconds));
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
