package org.stride.ui.learner;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;
import org.springframework.web.context.support.HttpRequestHandlerServlet;

/** Where the {@link DraftHandler} is reached. It is looked up with the first request: servlets are set up before the database is. */
@Component
class DraftAddress extends ServletRegistrationBean<HttpRequestHandlerServlet> {
    DraftAddress() {
        super(new HttpRequestHandlerServlet(), "/drafts/*");
        setName(DraftHandler.NAME);
    }
}
