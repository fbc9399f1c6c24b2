package org.stride.ui.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stride.exercise.Catalogue;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.Durability;
import org.stride.learner.store.Forgotten;
import org.stride.learner.store.Stopwatch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where editors send what is typed, by themselves: it must work while the page's own connection is busy or broken, and as the page
 * goes. Whoever asks is known by their cookie, so there is no id to guess. Another site's page can neither send the cookie along nor
 * the header {@value #HEADER}.
 */
@RestController
@RequestMapping(path = "/drafts/{exercise}", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftController {
    static final String HEADER = "X-Stride-Draft";
    /** Whose page it is: after everything of them was deleted, one that is still open must not bring it to the next learner. */
    static final String TAG = "X-Stride-Learner";

    private static final String REVISION = "X-Stride-Revision";

    /** Half of a surrogate pair has no bytes of its own; written as an escape it arrives. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final LearnerCookie cookies;
    private final Catalogue catalogue;
    private final Drafts drafts;
    private final Durability durability;
    private final Stopwatch stopwatch;
    private final Forgotten forgotten;

    DraftController(
            LearnerCookie cookies,
            Catalogue catalogue,
            Drafts drafts,
            Durability durability,
            Stopwatch stopwatch,
            Forgotten forgotten) {
        this.cookies = cookies;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.durability = durability;
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

    @GetMapping
    ResponseEntity<String> find(
            @PathVariable String exercise,
            @RequestHeader(name = REVISION, required = false) @Nullable Long known,
            HttpServletRequest request) {
        Optional<LearnerId> learner = learner(exercise, request);
        if (learner.isEmpty()) {
            return answer(HttpStatus.UNAUTHORIZED, Answer.NOTHING);
        }
        Optional<Draft> draft = drafts.find(learner.get(), exercise);
        long revision = draft.map(Draft::revision).orElse(0L);
        return known != null && known == revision
                ? ResponseEntity.noContent()
                        .cacheControl(CacheControl.noStore())
                        .build()
                : answer(HttpStatus.OK, draft.map(Answer::of).orElse(Answer.NO_DRAFT));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE, headers = HEADER)
    ResponseEntity<String> save(@PathVariable String exercise, @RequestBody byte[] body, HttpServletRequest request) {
        return change(exercise, body, request, (learner, sent) -> {
            Saving saving = drafts.save(learner, exercise, sent.edit());
            return switch (saving) {
                case Saving.Saved saved -> answer(HttpStatus.OK, Answer.saved(saved.draft()));
                case Saving.Conflict conflict -> answer(HttpStatus.CONFLICT, Answer.of(conflict.draft()));
            };
        });
    }

    @PostMapping(path = "/choice", consumes = MediaType.APPLICATION_JSON_VALUE, headers = HEADER)
    ResponseEntity<String> choose(@PathVariable String exercise, @RequestBody byte[] body, HttpServletRequest request) {
        return change(exercise, body, request, (learner, sent) -> {
            if (sent.mine() == null) {
                throw new IllegalArgumentException("mine: expected true or false");
            }
            Saving saving = drafts.choose(learner, exercise, sent.edit(), sent.mine());
            return answer(
                    saving instanceof Saving.Saved ? HttpStatus.OK : HttpStatus.CONFLICT, Answer.of(saving.draft()));
        });
    }

    /** What is to be done with what was sent. */
    private interface Change {
        ResponseEntity<String> apply(LearnerId learner, Sent sent);
    }

    private ResponseEntity<String> change(String exercise, byte[] body, HttpServletRequest request, Change change) {
        Optional<LearnerId> learner = learner(exercise, request);
        if (learner.isEmpty()) {
            return answer(HttpStatus.UNAUTHORIZED, Answer.NOTHING);
        }
        Sent sent = JSON.readValue(body, Sent.class);
        if (sent == null) {
            throw new IllegalArgumentException("body: expected an object, got null");
        }
        if (sent.text().length() > Edit.MAX_LENGTH) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, Answer.TOO_LONG);
        }
        ResponseEntity<String> answer = change.apply(learner.get(), sent);
        durability.written();
        stopwatch.touch(learner.get(), exercise);
        return answer;
    }

    private Optional<LearnerId> learner(String exercise, HttpServletRequest request) {
        if (catalogue.find(exercise).isEmpty()) {
            throw new IllegalArgumentException("exercise: there is none of that name");
        }
        String tag = request.getHeader(TAG);
        return cookies.read(request.getCookies())
                .filter(learner -> !forgotten.contains(learner))
                .filter(learner -> tag == null || tag.equals(CurrentLearner.tag(learner)));
    }

    @ExceptionHandler(StoreUnavailableException.class)
    ResponseEntity<String> away() {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, Answer.NOTHING);
    }

    @ExceptionHandler({IllegalArgumentException.class, HttpMessageNotReadableException.class, JacksonException.class})
    ResponseEntity<String> broken() {
        return answer(HttpStatus.BAD_REQUEST, Answer.NOTHING);
    }

    private static ResponseEntity<String> answer(HttpStatus status, Answer answer) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(answer));
    }
}
