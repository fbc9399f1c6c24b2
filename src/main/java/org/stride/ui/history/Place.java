package org.stride.ui.history;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the address says.
 *
 * @param entry the one that is open; {@code null} if the address names none
 * @param elsewhere the editor whose text waits for a choice and is open, {@code null} likewise
 * @param with what it is compared with: an entry's id, {@link #DRAFT} or {@link #STARTER}; {@code null} for the text before it
 */
record Place(
        String exercise,
        Filter filter,
        @Nullable UUID entry,
        @Nullable String elsewhere,
        @Nullable String with) {
    static final String NAME = "name";
    static final String SHOW = "show";
    static final String ENTRY = "entry";
    static final String ELSEWHERE = "elsewhere";
    static final String WITH = "with";
    /** What is in the editor now. */
    static final String DRAFT = "draft";
    /** What was in the editor first. */
    static final String STARTER = "starter";

    Place list() {
        return new Place(exercise, filter, null, null, null);
    }

    Place listing(Filter other) {
        return new Place(exercise, other, null, null, null);
    }

    Place opening(UUID id) {
        return new Place(exercise, filter, id, null, null);
    }

    Place openingElsewhere(String editor) {
        return new Place(exercise, filter, null, editor, null);
    }

    /** @param opened what is compared, even if the address did not name it */
    Place comparing(UUID opened, String other) {
        return new Place(exercise, filter, opened, null, other);
    }

    boolean opensSomething() {
        return entry != null || elsewhere != null;
    }

    RouterLink link() {
        RouterLink link = new RouterLink(HistoryView.class, parameters());
        link.setQueryParameters(query());
        return link;
    }

    void go() {
        UI.getCurrent().navigate(HistoryView.class, parameters(), query());
    }

    private RouteParameters parameters() {
        return new RouteParameters(NAME, exercise);
    }

    private QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (filter != Filter.ALL) {
            query.put(SHOW, filter.word());
        }
        if (entry != null) {
            query.put(ENTRY, entry.toString());
        }
        if (elsewhere != null) {
            query.put(ELSEWHERE, elsewhere);
        }
        if (with != null) {
            query.put(WITH, with);
        }
        return QueryParameters.simple(query);
    }
}
