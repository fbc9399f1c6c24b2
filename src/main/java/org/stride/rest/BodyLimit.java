package org.stride.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a request may bring, whether it says so beforehand or not. What is too much is refused without being read; Tomcat then reads
 * a little more, so that the answer arrives, and closes the connection ({@code server.tomcat.max-swallow-size}).
 */
final class BodyLimit extends OncePerRequestFilter {
    /** A file ({@code spring.servlet.multipart.max-file-size}). */
    static final long FILE = 5 << 20;
    /** The same with room for what is around it in its request ({@code spring.servlet.multipart.max-request-size}). */
    static final long UPLOAD = FILE + (64 << 10);
    /** Source code in which every character is escaped. */
    static final long BODY = 1 << 20;
    /** A file that a page sends to its server: a learner's work is the largest. */
    static final long PAGE_UPLOAD = (50 << 20) + (64 << 10);
    /** What a page sends to its server otherwise. */
    static final long PAGE = 2 << 20;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            refuse(response, most);
        } else if (request.getContentLengthLong() >= 0 || !mayHaveBody(request)) {
            chain.doFilter(request, response);
        } else {
            LimitedRequest limited = new LimitedRequest(request, most);
            chain.doFilter(limited, response);
            if (limited.exceeded() && !response.isCommitted()) {
                response.resetBuffer();
                refuse(response, most);
            }
        }
    }

    private static boolean mayHaveBody(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || !WITHOUT_BODY.contains(request.getMethod());
    }

    private void refuse(HttpServletResponse response, long most) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        long told = most == UPLOAD ? FILE : most;
        problems.answer(response, problems.of(ProblemType.TOO_LARGE, "api.too_large.body", told));
    }

    private static long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/VAADIN/dynamic/resource/")) {
            return PAGE_UPLOAD;
        }
        if (!request.getServletPath().startsWith("/api/")) {
            return PAGE;
        }
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") ? UPLOAD : BODY;
    }
}
