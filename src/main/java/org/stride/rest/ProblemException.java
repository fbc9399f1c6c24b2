package org.stride.rest;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that gets no answer but a problem. */
final class ProblemException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** One without words yet; {@link Problems} has them. */
    ProblemException(ProblemType type, String title, String detail) {
        super(type.status(), body(type, title, detail), null);
    }

    /** The same, with the time after which another try is worth it. */
    ProblemException retryAfter(Duration time) {
        long seconds = time.plusSeconds(1).minusNanos(1).toSeconds();
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
        return this;
    }

    private static ProblemDetail body(ProblemType type, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(title);
        return body;
    }
}
