package org.stride.ui.admin;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import java.time.Duration;
import java.util.Locale;
import org.stride.ui.part.Texts;

/** Names and what goes with them, one line each. */
final class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    Facts() {
        addClassName("stride-facts-list");
    }

    /** Adds a line; both texts may hold code in backticks. */
    Facts with(String name, String text) {
        Term term = new Term();
        term.add(Texts.inline(name));
        Description description = new Description();
        description.add(Texts.inline(text));
        add(term, description);
        return this;
    }

    Facts with(String name, long number) {
        return with(name, number(number));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String time(Duration time) {
        return time.toMillis() % 1000 == 0
                ? number(time.toSeconds()) + " s"
                : String.format(Locale.ROOT, "%,.1f s", time.toMillis() / 1000.0);
    }

    String size(long bytes) {
        long mebibyte = 1 << 20;
        long kibibyte = 1 << 10;
        return bytes >= mebibyte
                ? number(Math.round(bytes / (double) mebibyte)) + " MiB"
                : bytes >= kibibyte && bytes % kibibyte == 0
                        ? number(bytes / kibibyte) + " KiB"
                        : getTranslation("sandbox.bytes", bytes);
    }
}
