package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A learner who has nothing but a keyboard: goes from stop to stop with the Tab key, and sees at each where they are.
 * Nothing is focused by a script.
 */
final class Keyboard {
    /** More stops than any page has. */
    private static final int PATIENCE = 500;

    /**
     * What has the focus, whether it is what is looked for, and whether something that can be seen, on it or around it,
     * was different while the stop before had the focus.
     */
    private static final String STOP = """
            async (selector) => {
              const parent = (node) => node.parentElement ?? node.getRootNode().host;
              let active = document.activeElement;
              while (active.shadowRoot?.activeElement) {
                active = active.shadowRoot.activeElement;
              }
              const path = [];
              for (let node = active; node; node = parent(node)) {
                path.push(node);
              }
              const looks = (element) => {
                const style = getComputedStyle(element);
                const outline = style.outlineStyle === 'none' ? '' : style.outline + style.outlineOffset;
                return outline + style.boxShadow + style.borderColor + style.backgroundColor;
              };
              const near = [...path.slice(0, 4), ...path.slice(0, 4)
                .flatMap((element) => [...element.shadowRoot?.querySelectorAll('[part]') ?? []])];
              const seen = (stop) => stop.near.map(looks).join();
              const before = window.strideStop;
              // An editor learns of the focus a little later than the page
              const marked = (element) => element.closest('.cm-editor').matches('.cm-focused');
              const late = () => (active.matches('.cm-content') && !marked(active))
                || (before?.active.isConnected && before.active !== active && before.active.matches('.cm-content')
                  && marked(before.active));
              for (let frame = 0; frame < 60 && late(); frame++) {
                await new Promise(requestAnimationFrame);
              }
              const left = before && before.active !== document.body && before.active !== active
                && before.active.isConnected && before.active.checkVisibility();
              const hidden = left && seen(before) === before.seen ? before.name : '';
              const name = `${active.localName}#${active.id}.${active.className} ${
                active.getAttribute('aria-label') ?? active.textContent.trim().slice(0, 40)}`;
              window.strideStop = { active, near, name, seen: '' };
              window.strideStop.seen = seen(window.strideStop);
              return {
                name,
                hidden,
                body: active === document.body,
                editor: active.matches('.cm-content'),
                found: path.some((element) => element.matches(selector)),
              };
            }""";

    private final Page page;
    private final Set<String> unseen = new TreeSet<>();

    Keyboard(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** The stops that looked the same with the focus as without it. */
    Set<String> unseen() {
        return unseen;
    }

    /** Goes on to what the selector means. */
    Keyboard to(String selector) {
        return search("Tab", selector);
    }

    /** Goes back to it. */
    Keyboard backTo(String selector) {
        return search("Shift+Tab", selector);
    }

    private Keyboard search(String key, String selector) {
        for (int stop = 0; stop < PATIENCE; stop++) {
            page.keyboard().press(key);
            Map<?, ?> there = look(selector);
            if (Boolean.TRUE.equals(there.get("found"))) {
                return this;
            }
            if (Boolean.TRUE.equals(there.get("editor"))) {
                // Else the Tab key indents
                page.keyboard().press("Escape");
            }
        }
        throw new AssertionError("No way leads to " + selector);
    }

    private Map<?, ?> look(String selector) {
        Map<?, ?> stop = (Map<?, ?>) page.evaluate(STOP, selector);
        String hidden = String.valueOf(stop.get("hidden"));
        if (!hidden.isEmpty()) {
            unseen.add(hidden);
        }
        return stop;
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Puts a text in the place of what stands in the editor that has the focus. */
    Keyboard write(String text) {
        press("ControlOrMeta+a");
        page.keyboard().insertText(text);
        return this;
    }

    /** After what was pressed has had its effect, the focus is still somewhere. */
    void isSomewhere() {
        assertThat(look("*").get("body")).as("focus lost to the page").isEqualTo(false);
    }

    /** The focus is on, or within, what the selector means. */
    void isOn(String selector) {
        page.waitForFunction("selector => document.activeElement.closest(selector) !== null", selector);
    }
}
