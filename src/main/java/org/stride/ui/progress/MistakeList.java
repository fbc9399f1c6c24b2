package org.stride.ui.progress;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Objects;
import org.stride.learner.MistakeMet;
import org.stride.ui.history.HistoryView;
import org.stride.ui.part.Texts;
import org.stride.ui.part.Times;

/** Mistakes, each with how often it was met and when it was mended. */
final class MistakeList extends Div {
    private static final long serialVersionUID = 1L;

    /** The others are listed when asked for. */
    private static final int FIRST = 8;

    private final transient Times times;
    private final UnorderedList list = new UnorderedList();

    MistakeList(List<MistakeMet> mistakes, Times times) {
        this.times = times;
        list.addClassName("stride-mistakes");
        add(list);
        mistakes.stream().limit(FIRST).forEach(this::show);
        if (mistakes.size() > FIRST) {
            Button more = new Button(getTranslation("progress.mistakes.more", mistakes.size() - FIRST));
            more.setId("more-mistakes");
            more.addClickListener(event -> {
                mistakes.stream().skip(FIRST).forEach(this::show);
                remove(more);
            });
            add(more);
        }
    }

    private void show(MistakeMet mistake) {
        Paragraph name = new Paragraph();
        name.add(Texts.inline(mistake.name()));
        name.addClassName("stride-mistake-name");
        RouterLink latest =
                HistoryView.link(mistake.exercise(), mistake.latest().id());
        latest.add(new Code(mistake.exercise()));
        Span met = new Span(getTranslation("progress.mistake.met", mistake.times(), times.text(mistake.firstAt())));
        Paragraph where = new Paragraph(latest, met);
        where.addClassNames("stride-mistake-where", "stride-muted");
        Span state = new Span(
                mistake.mended()
                        ? getTranslation(
                                "progress.mistake.mended", times.text(Objects.requireNonNull(mistake.mendedAt())))
                        : getTranslation("progress.mistake.not_yet"));
        state.addClassNames("stride-mistake-state", mistake.mended() ? "stride-good" : "stride-bad");
        list.add(new ListItem(name, where, state));
    }
}
