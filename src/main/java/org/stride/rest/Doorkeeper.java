package org.stride.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come at all, and what a browser may do with an answer. On a machine of one's own nobody else may, also not a web page that
 * has its name changed to this machine's address; anywhere, no page of another site may.
 */
final class Doorkeeper extends OncePerRequestFilter {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    /** Answers are data: nothing in them is to be loaded or run. */
    private static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";
    /** The page of the description brings its scripts along, and pictures within its styles. */
    private static final String OF_THE_PAGE = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Problems problems;
    private final boolean thisMachineOnly;

    Doorkeeper(Problems problems, boolean thisMachineOnly) {
        this.problems = problems;
        this.thisMachineOnly = thisMachineOnly;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean page = request.getServletPath().startsWith("/api/v1/swagger-ui/");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", page ? OF_THE_PAGE : OF_DATA);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ProblemException refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            problems.answer(response, refusal);
        }
    }

    private @Nullable ProblemException refusal(HttpServletRequest request) {
        if (thisMachineOnly && !Caller.of(request).onThisMachine()) {
            return problems.of(ProblemType.THIS_MACHINE_ONLY, "api.this_machine_only.address", request.getRemoteAddr());
        }
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        if (thisMachineOnly && !THIS_MACHINE.contains(name)) {
            return problems.of(ProblemType.THIS_MACHINE_ONLY, "api.this_machine_only.name", name);
        }
        return fromAnotherSite(request) ? problems.of(ProblemType.CROSS_SITE, "api.cross_site.detail") : null;
    }

    /** Browsers say where a request comes from, and no script can make them say anything else. Programs need not. */
    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null
                ? !OWN_PAGES.contains(site) && !followsLink(request)
                : origin != null && !isOwn(origin, request);
    }

    /** Somebody clicks on a link to what can only be looked at: that changes nothing, and the other site sees none of it. */
    private static boolean followsLink(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            URI uri = URI.create(origin);
            String authority = uri.getRawAuthority();
            return authority != null
                    && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST)) || isOwn(uri, request));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Behind a proxy that tells how the server is called from outside. */
    private static boolean isOwn(URI origin, HttpServletRequest request) {
        int port = origin.getPort() >= 0 ? origin.getPort() : "https".equals(origin.getScheme()) ? 443 : 80;
        return request.getServerName().equalsIgnoreCase(origin.getHost()) && request.getServerPort() == port;
    }
}
