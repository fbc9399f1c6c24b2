package org.stride.rest;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** What can keep a request from its answer (RFC 9457), as {@code docs/rest.md} lists it. */
enum ProblemType {
    MALFORMED(HttpStatus.BAD_REQUEST, "api.malformed"),
    MISSING_FILE(HttpStatus.BAD_REQUEST, "api.missing_file"),
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "api.bad_parameter"),
    THIS_MACHINE_ONLY(HttpStatus.FORBIDDEN, "api.this_machine_only"),
    CROSS_SITE(HttpStatus.FORBIDDEN, "api.cross_site"),
    UNKNOWN_PATH(HttpStatus.NOT_FOUND, "api.unknown_path"),
    UNKNOWN_EXERCISE(HttpStatus.NOT_FOUND, "api.unknown_exercise"),
    UNKNOWN_JOB(HttpStatus.NOT_FOUND, "api.unknown_job"),
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "api.wrong_method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "api.not_acceptable"),
    NO_REPORT(HttpStatus.CONFLICT, "api.no_report"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "api.too_large"),
    WRONG_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "api.wrong_media_type"),
    UNREADABLE(HttpStatus.UNPROCESSABLE_CONTENT, "api.unreadable"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "api.too_many_requests"),
    TOO_MANY_JOBS(HttpStatus.TOO_MANY_REQUESTS, "api.too_many_jobs"),
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR, "api.fault"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "api.unavailable"),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "api.busy");

    private static final String PREFIX = "api.";

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    /** The key of the title. */
    String title() {
        return title;
    }

    /** What programs know it by. */
    URI uri() {
        return URI.create("/problems/" + title.substring(PREFIX.length()).replace('_', '-'));
    }
}
