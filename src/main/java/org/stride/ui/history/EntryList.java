package org.stride.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stride.learner.Summary;
import org.stride.ui.part.Texts;
import org.stride.ui.part.Times;

/** Entries by day, the newest first, a page of them at a time. */
final class EntryList extends Div {
    private static final long serialVersionUID = 1L;

    /** More of them are neither read nor quickly drawn. */
    static final int PAGE = 50;

    private final transient List<Summary> entries;
    private final transient Place place;
    private final transient Times times;
    private final transient EntryWords words = new EntryWords(this::getTranslation);
    private final transient Map<UUID, RouterLink> links = new HashMap<>();
    private final Button more = new Button();
    private OrderedList day = new OrderedList();
    private transient @Nullable LocalDate date;
    private int shown;

    EntryList(List<Summary> entries, Place place, Times times) {
        this.entries = entries;
        this.place = place;
        this.times = times;
        addClassName("stride-entries");
        more.setId("more-entries");
        more.addClickListener(event -> show(shown + PAGE));
        show(PAGE);
    }

    /** Marks the entry that is open, and lists as many as it takes to get there. */
    void select(@Nullable UUID open) {
        for (int i = shown; i < entries.size(); i++) {
            if (entries.get(i).id().equals(open)) {
                show(Math.ceilDiv(i + 1, PAGE) * PAGE);
            }
        }
        links.forEach((id, link) -> {
            if (id.equals(open)) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private void show(int until) {
        remove(more);
        for (Summary entry : entries.subList(shown, Math.min(until, entries.size()))) {
            LocalDate of = times.date(entry.at());
            if (!of.equals(date)) {
                date = of;
                day = new OrderedList();
                add(new Section(new H2(times.day(of)), day));
            }
            day.add(new ListItem(link(entry)));
        }
        shown = Math.min(until, entries.size());
        int left = entries.size() - shown;
        if (left > 0) {
            more.setText(getTranslation("history.more", Math.min(PAGE, left), left));
            add(more);
        }
    }

    private RouterLink link(Summary entry) {
        RouterLink link = place.opening(entry.id()).link();
        link.addClassNames("stride-entry", EntryWords.style(entry));
        link.add(
                hidden(span(EntryWords.sign(entry), "stride-mark")),
                span(words.whatAndHow(entry), "stride-entry-what"),
                span(times.time(entry.at()), "stride-entry-time"));
        if (entry.attempt()) {
            if (entry.mistakeName() != null) {
                link.add(inline(Objects.requireNonNull(entry.mistakeName()), "stride-entry-mistake"));
            }
            link.add(inline(entry.text(), "stride-entry-summary"));
        } else {
            link.add(span(words.reason(entry), "stride-entry-summary"));
        }
        links.put(entry.id(), link);
        return link;
    }

    private static Span inline(String text, String style) {
        // Most have no code in them, and there are many
        Span span = new Span(text.contains("`") ? "" : text);
        if (text.contains("`")) {
            span.add(Texts.inline(text));
        }
        span.addClassName(style);
        return span;
    }

    static Span span(String text, String style) {
        Span span = new Span(text);
        span.addClassName(style);
        return span;
    }

    static <C extends Component> C hidden(C sign) {
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }
}
