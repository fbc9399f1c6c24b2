package org.stride.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.stride.rest.LimitedRequest.TooLongException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Answers whatever goes wrong in a request with a problem. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final System.Logger LOG = System.getLogger(ProblemAdvice.class.getName());

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleMultipart(MultipartException e, WebRequest request) {
        return handleExceptionInternal(e, null, new HttpHeaders(), HttpStatusCode.valueOf(400), request);
    }

    /** What nobody has thought of. Outside of the interface it is not ours. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleOther(Exception e, WebRequest request, HttpServletRequest servletRequest)
            throws Exception {
        if (!servletRequest.getServletPath().startsWith("/api/")) {
            throw e;
        }
        LOG.log(System.Logger.Level.ERROR, "rest: a request failed", e);
        return handleExceptionInternal(e, null, new HttpHeaders(), HttpStatusCode.valueOf(500), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ErrorResponseException problem = problem(e, status);
        HttpHeaders all = new HttpHeaders(headers);
        all.putAll(problem.getHeaders());
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, problem.getBody(), all, problem.getStatusCode(), request);
    }

    private ErrorResponseException problem(Exception e, HttpStatusCode status) {
        return switch (e) {
            case ProblemException known -> known;
            case HttpRequestMethodNotSupportedException wrong ->
                problems.of(
                        ProblemType.WRONG_METHOD,
                        "api.wrong_method.detail",
                        listed(wrong.getSupportedHttpMethods()),
                        wrong.getMethod());
            case HttpMediaTypeNotSupportedException wrong ->
                problems.of(
                        ProblemType.WRONG_MEDIA_TYPE,
                        "api.wrong_media_type.detail",
                        listed(wrong.getSupportedMediaTypes()),
                        String.valueOf(wrong.getContentType()));
            case HttpMediaTypeNotAcceptableException wrong ->
                problems.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "api.not_acceptable.detail",
                        listed(wrong.getSupportedMediaTypes()));
            case NoResourceFoundException unknown ->
                problems.of(ProblemType.UNKNOWN_PATH, "api.unknown_path.detail", "/" + unknown.getResourcePath());
            case MaxUploadSizeExceededException tooLarge -> tooLarge(BodyLimit.FILE);
            case MultipartException broken -> problems.of(ProblemType.MALFORMED, "api.malformed.multipart");
            case HttpMessageNotReadableException broken -> unreadable(broken);
            default ->
                status.is4xxClientError()
                        ? problems.of(ProblemType.MALFORMED, "api.malformed.detail")
                        : problems.of(ProblemType.FAULT, "api.fault.detail");
        };
    }

    private ProblemException unreadable(HttpMessageNotReadableException broken) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(broken);
        if (root instanceof TooLongException) {
            return tooLarge(BodyLimit.BODY);
        }
        if (root instanceof StreamConstraintsException) {
            return problems.of(ProblemType.MALFORMED, "api.malformed.nested");
        }
        TokenStreamLocation place = root instanceof JacksonException json ? json.getLocation() : null;
        return place == null
                ? problems.of(ProblemType.MALFORMED, "api.malformed.json")
                : problems.of(ProblemType.MALFORMED, "api.malformed.json.at", place.getLineNr(), place.getColumnNr());
    }

    private ProblemException tooLarge(long most) {
        return problems.of(ProblemType.TOO_LARGE, "api.too_large.body", most);
    }

    private static String listed(@Nullable Collection<?> things) {
        return (things == null ? List.of() : things)
                .stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
