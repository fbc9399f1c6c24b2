package org.stride.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.learner.Draft;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.Summary;
import org.stride.report.Joining;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.exercise.UnknownNameException;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.AwayPanel;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;
import org.stride.ui.part.Times;

/**
 * Everything that a learner has done in a step. The address holds what is listed, what is open and what that is compared with:
 * {@code /exercise/zero_pad/history?show=code&entry=…&with=draft}.
 */
@Route(value = "exercise/:name/history", layout = MainLayout.class)
@AnonymousAllowed
public class HistoryView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Archive archive;
    private final transient LearnerId learner;
    private final transient Times times;
    private String exerciseName = "";
    /** Kept as long as it would come out the same: most clicks only open another entry. */
    private transient @Nullable Listed listed;

    private record Listed(
            Exercise exercise, Filter filter, List<Summary> entries, List<Draft> elsewhere, EntryList list) {
        boolean is(Exercise exercise, Filter filter, List<Summary> entries, List<Draft> elsewhere) {
            return this.exercise.equals(exercise)
                    && this.filter == filter
                    && this.entries.equals(entries)
                    && this.elsewhere.equals(elsewhere);
        }
    }

    HistoryView(Archive archive, CurrentLearner learner) {
        this.archive = archive;
        this.learner = learner.id();
        times = Times.now(this::getTranslation, archive.clock());
        addClassName("stride-history");
    }

    /** A link to the history of an exercise, still without a text. */
    public static RouterLink link(String exercise) {
        return new RouterLink(HistoryView.class, new RouteParameters(Place.NAME, exercise));
    }

    /** A link to one of its entries. */
    public static RouterLink link(String exercise, UUID entry) {
        return new Place(exercise, Filter.ALL, entry, null, null).link();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        exerciseName = event.getRouteParameters().get(Place.NAME).orElse("");
        Optional<Exercise> exercise = archive.catalogue().find(exerciseName);
        if (exercise.isEmpty()) {
            event.rerouteToError(UnknownNameException.exercise(exerciseName), "");
            return;
        }
        try {
            enter(event, exercise.get());
        } catch (StoreUnavailableException e) {
            listed = null;
            removeAll();
            add(new AwayPanel());
        }
    }

    private void enter(BeforeEnterEvent event, Exercise exercise) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String entry = query.getSingleParameter(Place.ENTRY).orElse(null);
        UUID id = entry == null ? null : id(entry);
        Place place = new Place(
                exercise.name(),
                query.getSingleParameter(Place.SHOW).flatMap(Filter::of).orElse(Filter.ALL),
                id,
                query.getSingleParameter(Place.ELSEWHERE).orElse(null),
                query.getSingleParameter(Place.WITH).orElse(null));
        List<Summary> entries = archive.entries(learner, exercise);
        List<Draft> elsewhere = archive.undecided(learner, exercise);
        Opening opening = new Opening(archive, learner, exercise, entries, place, times, this::getTranslation);
        if (entry != null && (id == null || opening.summary(id).isEmpty())) {
            event.rerouteToError(UnknownNameException.entry(entry, exercise.name()), "");
        } else if (place.with() != null && !opening.hasText(place.with())) {
            event.rerouteToError(UnknownNameException.entry(place.with(), exercise.name()), "");
        } else {
            show(exercise, place, entries, elsewhere, opening);
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void show(Exercise exercise, Place place, List<Summary> entries, List<Draft> elsewhere, Opening opening) {
        List<Summary> shown = entries.stream().filter(place.filter()::lets).toList();
        Optional<Draft> waiting = elsewhere.stream()
                .filter(draft -> draft.editor().equals(place.elsewhere()))
                .findFirst();
        // With room for both, the newest is open beside the list
        Optional<Summary> open = place.entry() != null
                ? opening.summary(place.entry())
                : shown.stream().findFirst();
        Listed current = listed;
        if (current == null || !current.is(exercise, place.filter(), entries, elsewhere)) {
            EntryList list = new EntryList(shown, place.list(), times);
            current = new Listed(exercise, place.filter(), entries, elsewhere, list);
            listed = current;
            removeAll();
            add(header(exercise, entries));
            if (!elsewhere.isEmpty()) {
                add(elsewhere(elsewhere, place));
            }
            if (!entries.isEmpty()) {
                add(filters(place, entries), desk(list, shown.isEmpty()));
            }
        }
        current.list()
                .select(
                        waiting.isPresent() || open.isEmpty()
                                ? null
                                : open.get().id());
        Optional<EntryPanel> panel = waiting.map(opening::openElsewhere).or(() -> open.flatMap(opening::open));
        getChildren().filter(EntryPanel.class::isInstance).toList().forEach(this::remove);
        if (panel.isPresent()) {
            add(panel.get());
        }
        setClassName("stride-history-open", place.opensSomething());
        if (place.opensSomething()) {
            panel.ifPresent(EntryPanel::focusIfAlone);
        }
    }

    private Component header(Exercise exercise, List<Summary> entries) {
        RouterLink back = ExerciseView.link(exercise.name());
        back.setText(getTranslation("history.back", exercise.number(), exercise.name()));
        back.addClassName("stride-back");
        H1 title = new H1(new Span(getTranslation("history.title")), new Code(exercise.name()));
        Header header = new Header(back, title);
        header.addClassName("stride-page-head");
        if (entries.isEmpty()) {
            RouterLink begin = ExerciseView.link(exercise.name());
            begin.setText(getTranslation("history.empty.begin", exercise.name()));
            begin.addClassName("stride-call");
            Div call = new Div(begin);
            header.add(Texts.paragraph(getTranslation("history.empty")), call);
        } else {
            header.add(lead(entries));
        }
        return header;
    }

    private Paragraph lead(List<Summary> entries) {
        long code = entries.stream().filter(Summary::ofCode).count();
        long cards = entries.stream().filter(Summary::ofCard).count();
        Optional<Summary> pass =
                entries.reversed().stream().filter(EntryWords::passed).findFirst();
        String counts = getTranslation("history.counts", code, cards);
        Paragraph lead = new Paragraph(Joining.sentences(
                this::getTranslation,
                counts,
                pass.map(first -> getTranslation("history.first_pass", times.text(first.at())))
                        .orElseGet(() -> getTranslation("history.no_pass"))));
        lead.addClassName("stride-lead");
        return lead;
    }

    /** What was typed elsewhere waits above everything else. */
    private Component elsewhere(List<Draft> drafts, Place place) {
        OrderedList list = new OrderedList();
        for (Draft draft : drafts) {
            RouterLink link = place.openingElsewhere(draft.editor()).link();
            link.setText(getTranslation("history.elsewhere.link", times.text(draft.savedAt())));
            list.add(new ListItem(link));
        }
        Section section = new Section(new H2(getTranslation("history.elsewhere.title")), list);
        section.addClassNames("stride-notice", "stride-elsewhere");
        return section;
    }

    private Component filters(Place place, List<Summary> entries) {
        Div filters = new Div();
        filters.addClassNames("stride-segments", "stride-ways", "stride-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", getTranslation("history.filter.label"));
        for (Filter filter : Filter.values()) {
            long count = entries.stream().filter(filter::lets).count();
            NativeButton button = new NativeButton(
                    getTranslation(filter.key(), count),
                    event -> place.listing(filter).go());
            button.setId("show-" + filter.word());
            button.getElement().setAttribute("aria-pressed", String.valueOf(filter == place.filter()));
            filters.add(button);
        }
        return filters;
    }

    private Component desk(EntryList list, boolean empty) {
        return empty ? new Paragraph(getTranslation("history.filter.nothing")) : list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("history.page_title", exerciseName);
    }
}
