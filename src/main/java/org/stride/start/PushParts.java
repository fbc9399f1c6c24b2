package org.stride.start;

import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps small what the server holds for the connection on which it tells a page what is new. There is one for each open page, and hardly anything
 * comes in on it: what a page has to say comes by requests.
 */
@Configuration(proxyBeanMethods = false)
class PushParts {
    private static final String PATH = "/VAADIN/push";
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    /** Of each of two buffers; Tomcat's own are set in application.properties. */
    private static final int CHARACTERS = 1024;

    /** The framework makes them for 16,384 characters, and takes no setting for it before it has begun. */
    @Bean
    VaadinServiceInitListener smallPushBuffers() {
        return event -> {
            if (event.getSource() instanceof VaadinServletService service) {
                VaadinServlet servlet = service.getServlet();
                String name = JSR356WebsocketInitializer.getAttributeName(servlet.getServletName());
                if (servlet.getServletContext().getAttribute(name) instanceof AtmosphereFramework push) {
                    push.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, String.valueOf(CHARACTERS));
                }
            }
        };
    }

    /** As if no browser could compress there: what that needs for each connection is as much as the page itself. */
    @Bean
    FilterRegistrationBean<Filter> plainPush() {
        FilterRegistrationBean<Filter> plain = new FilterRegistrationBean<>((request, response, chain) ->
                chain.doFilter(new WithoutExtensions((HttpServletRequest) request), response));
        plain.addUrlPatterns(PATH);
        return plain;
    }

    private static final class WithoutExtensions extends HttpServletRequestWrapper {
        WithoutExtensions(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
