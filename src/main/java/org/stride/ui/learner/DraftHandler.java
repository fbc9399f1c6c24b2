package org.stride.ui.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.stride.exercise.Catalogue;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.Forgotten;
import org.stride.learner.store.Stopwatch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where editors send what is typed, by themselves: it must work while the page's own connection is busy or broken, and as the page
 * goes. Whoever asks is known by their cookie, so there is no id to guess. Another site's page can neither send the cookie along nor
 * the header {@value #HEADER}. It is no controller since it is asked hundreds of times a second.
 *
 * <pre>
 * GET  drafts/zero_pad         the draft
 * PUT  drafts/zero_pad         saves what was typed
 * POST drafts/zero_pad/choice  makes the learner's choice between two texts
 * </pre>
 */
@Component(DraftHandler.NAME)
final class DraftHandler implements HttpRequestHandler {
    static final String NAME = "draftHandler";
    static final String HEADER = "X-Stride-Draft";
    /** Whose page it is: after everything of them was deleted, one that is still open must not bring it to the next learner. */
    static final String TAG = "X-Stride-Learner";

    private static final String REVISION = "X-Stride-Revision";
    private static final String CHOICE = "/choice";
    private static final String JSON = "application/json";

    /** Half of a surrogate pair has no bytes of its own; written as an escape it arrives. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(Sent.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Answer.class);

    private final LearnerCookie cookies;
    private final Catalogue catalogue;
    private final Drafts drafts;
    private final Stopwatch stopwatch;
    private final Forgotten forgotten;

    DraftHandler(LearnerCookie cookies, Catalogue catalogue, Drafts drafts, Stopwatch stopwatch, Forgotten forgotten) {
        this.cookies = cookies;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.stopwatch = stopwatch;
        this.forgotten = forgotten;
    }

    /** What an editor sends. */
    record Sent(
            String text,
            long base,
            String editor,
            long sequence,
            @Nullable Boolean mine) {
        Sent {
            if (text == null || editor == null) {
                throw new IllegalArgumentException("text and editor: expected, they are missing");
            }
        }

        Edit edit() {
            return new Edit(text, base, editor, sequence);
        }
    }

    /** What it gets to know; times in milliseconds since 1970. */
    record Answer(
            @Nullable Long revision,
            @Nullable Long savedAt,
            @Nullable String text,
            @Nullable Integer most) {
        static final Answer NOTHING = new Answer(null, null, null, null);
        static final Answer NO_DRAFT = new Answer(0L, null, null, null);
        static final Answer TOO_LONG = new Answer(null, null, null, Edit.MAX_LENGTH);

        static Answer saved(Draft draft) {
            return new Answer(draft.revision(), draft.savedAt().toEpochMilli(), null, null);
        }

        static Answer of(Draft draft) {
            return new Answer(draft.revision(), draft.savedAt().toEpochMilli(), draft.text(), null);
        }
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getMethod()) {
                case "GET" -> find(request, response);
                case "PUT" -> save(request, response);
                case "POST" -> choose(request, response);
                default -> answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, Answer.NOTHING);
            }
        } catch (StoreUnavailableException e) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Answer.NOTHING);
        } catch (IllegalArgumentException | JacksonException e) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, Answer.NOTHING);
        }
    }

    private void find(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String exercise = exercise(request, "");
        Optional<LearnerId> learner = learner(request);
        if (learner.isEmpty()) {
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, Answer.NOTHING);
            return;
        }
        Optional<Draft> draft = drafts.find(learner.get(), exercise);
        long revision = draft.map(Draft::revision).orElse(0L);
        if (String.valueOf(revision).equals(request.getHeader(REVISION))) {
            keepNowhere(response);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            answer(response, HttpServletResponse.SC_OK, draft.map(Answer::of).orElse(Answer.NO_DRAFT));
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String exercise = exercise(request, "");
        change(exercise, request, response, (learner, sent) -> {
            Saving saving = drafts.save(learner, exercise, sent.edit());
            switch (saving) {
                case Saving.Saved saved -> answer(response, HttpServletResponse.SC_OK, Answer.saved(saved.draft()));
                case Saving.Conflict conflict ->
                    answer(response, HttpServletResponse.SC_CONFLICT, Answer.of(conflict.draft()));
            }
        });
    }

    private void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String exercise = exercise(request, CHOICE);
        change(exercise, request, response, (learner, sent) -> {
            if (sent.mine() == null) {
                throw new IllegalArgumentException("mine: expected true or false");
            }
            Saving saving = drafts.choose(learner, exercise, sent.edit(), sent.mine());
            answer(
                    response,
                    saving instanceof Saving.Saved ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT,
                    Answer.of(saving.draft()));
        });
    }

    /** What is to be done with what was sent. */
    private interface Change {
        void apply(LearnerId learner, Sent sent) throws IOException;
    }

    private void change(String exercise, HttpServletRequest request, HttpServletResponse response, Change change)
            throws IOException {
        String type = request.getContentType();
        if (request.getHeader(HEADER) == null
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
            answer(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, Answer.NOTHING);
            return;
        }
        Optional<LearnerId> learner = learner(request);
        if (learner.isEmpty()) {
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, Answer.NOTHING);
            return;
        }
        Sent sent = sent(request);
        if (sent.text().length() > Edit.MAX_LENGTH) {
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Answer.TOO_LONG);
            return;
        }
        change.apply(learner.get(), sent);
        stopwatch.touch(learner.get(), exercise);
    }

    private static Sent sent(HttpServletRequest request) {
        byte[] body;
        try {
            body = request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("body: expected all of it", e);
        }
        Sent sent = READER.readValue(body);
        if (sent == null) {
            throw new IllegalArgumentException("body: expected an object, got null");
        }
        return sent;
    }

    /** The one that the path names, whose end must be this. */
    private String exercise(HttpServletRequest request, String end) {
        String path = String.valueOf(request.getPathInfo());
        String name = path.endsWith(end) && path.startsWith("/") ? path.substring(1, path.length() - end.length()) : "";
        if (catalogue.find(name).isEmpty()) {
            throw new IllegalArgumentException("exercise: there is none of that name");
        }
        return name;
    }

    private Optional<LearnerId> learner(HttpServletRequest request) {
        String tag = request.getHeader(TAG);
        return cookies.read(request.getCookies())
                .filter(learner -> !forgotten.contains(learner))
                .filter(learner -> tag == null || tag.equals(CurrentLearner.tag(learner)));
    }

    private static void keepNowhere(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static void answer(HttpServletResponse response, int status, Answer answer) throws IOException {
        byte[] body = WRITER.writeValueAsBytes(answer);
        keepNowhere(response);
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
