package org.stride.ui.learner;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import org.stride.learner.Attempt;
import org.stride.learner.Keeping;
import org.stride.learner.LearnerId;
import org.stride.learner.Progress;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.store.Backlog;
import org.stride.learner.store.Forgotten;
import org.stride.learner.store.History;
import org.stride.learner.store.Stopwatch;

/** The learner of this visit: whom the cookie names, or somebody new, who gets one. */
@SpringComponent
@VaadinSessionScope
public class CurrentLearner {
    private static final int TAG_LENGTH = 8;

    private final LearnerCookie cookies;
    private final Forgotten forgotten;
    private final History history;
    private final Backlog backlog;
    private final Stopwatch stopwatch;
    private volatile LearnerId id;
    private volatile Progress latest = Progress.NONE;

    CurrentLearner(LearnerCookie cookies, History history, Backlog backlog, Stopwatch stopwatch, Forgotten forgotten) {
        this.history = history;
        this.backlog = backlog;
        this.stopwatch = stopwatch;
        this.cookies = cookies;
        this.forgotten = forgotten;
        id = LearnerId.random();
        meet(VaadinRequest.getCurrent(), VaadinResponse.getCurrent());
    }

    /**
     * Gives the browser its cookie: with each page, since the answer with the first one may never have arrived. Whom a cookie names
     * is who is there, also if two pages of a first visit met two learners.
     */
    void meet(VaadinRequest request, VaadinResponse response) {
        id = cookies.read(request.getCookies())
                .filter(learner -> !forgotten.contains(learner))
                .orElse(id);
        response.addCookie(cookies.write(id, path(request), request.isSecure()));
    }

    private static String path(VaadinRequest request) {
        String path = request.getContextPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** Tells those apart who share a browser, and nothing else of them. */
    public String tag() {
        return tag(id);
    }

    static String tag(LearnerId learner) {
        return learner.toString().substring(0, TAG_LENGTH);
    }

    public LearnerId id() {
        return id;
    }

    /** How far the learner is; while the database is away, how far they were when it last answered. */
    public Progress progress() {
        try {
            latest = history.progress(id);
        } catch (StoreUnavailableException e) {
            // It stays
        }
        return latest;
    }

    /** Writes an attempt down. May be called by any thread. */
    public Keeping record(Attempt attempt) {
        stopwatch.touch(id, attempt.exercise());
        return backlog.record(id, attempt);
    }
}
