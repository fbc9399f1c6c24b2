package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stride.exercise.Flaw;
import org.stride.report.Translations;
import org.stride.report.Wording;

/** How a learner sees the course: on which screen, in which colours, in which language. */
record Look(int width, ColorScheme scheme, Locale language, Translations texts) {
    static final Locale CHINESE = Locale.forLanguageTag("zh-Hans");

    /** Its two languages are English and Chinese. */
    static Look of(int width, ColorScheme scheme, Locale language) {
        return new Look(width, scheme, language, new Translations(language));
    }

    boolean chinese() {
        return language.equals(CHINESE);
    }

    String text(String key, Object... parameters) {
        return texts.text(key, parameters);
    }

    /** Such as: Your code: Fails. */
    String labelled(String label, String key) {
        return text("join.labelled", text(label), text(key));
    }

    /** As a pattern for what is seen, whichever of the texts it is; the browser knows no other quotation. */
    Pattern oneOf(String... keys) {
        StringBuilder pattern = new StringBuilder();
        for (String key : keys) {
            pattern.append(pattern.isEmpty() ? "" : "|").append(text(key).replaceAll("[.?()]", "\\\\$0"));
        }
        return Pattern.compile(pattern.toString());
    }

    /** The sentence on a mistake, as a page shows it. */
    String sentence(Flaw flaw) {
        return new Wording(texts).sentence(flaw).replace("`", "");
    }

    /** The first page of all, in this language; whoever wants Chinese chooses it there. */
    void open(Page page, Server server) {
        page.navigate(server.address() + "/");
        if (chinese()) {
            page.locator("stride-language button[lang=zh-Hans]").click();
        }
        speaks(page);
    }

    private void speaks(Page page) {
        String tag = language.toLanguageTag();
        assertThat(page.locator("html")).hasAttribute("lang", tag);
        assertThat(page.locator("stride-language button[lang=" + tag + "]")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("footer")).containsText(text("layout.footer"));
    }

    /** A picture, and what can be measured at once: nothing too wide, nothing too small for a finger, no other language. */
    void glance(Page page, String name) {
        String named = language.getLanguage() + "-" + name;
        speaks(page);
        Inspection.photograph(page, named, width, scheme);
        if (width == Inspection.NARROW) {
            assertThat(Inspection.tooSmall(page)).as("targets of %s", named).isEmpty();
        }
        if (chinese()) {
            assertThat(Inspection.english(page)).as("English in %s", named).isEmpty();
        }
    }

    /** The same, and no accessibility violation. */
    void inspect(Page page, String name) {
        glance(page, name);
        Inspection.accessible(page, language.getLanguage() + "-" + name, width, scheme);
    }

    @Override
    public String toString() {
        return width + " px, " + scheme.name().toLowerCase(Locale.ROOT) + ", "
                + language.getDisplayLanguage(Locale.ENGLISH);
    }
}
