package org.stride.ui.learner;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;
import org.stride.exercise.Catalogue;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.Forgotten;
import org.stride.learner.store.Stopwatch;

/** Puts the {@link DraftServlet} in its place. */
@Component
class DraftAddress extends ServletRegistrationBean<DraftServlet> {
    DraftAddress(LearnerCookie cookies, Catalogue catalogue, Drafts drafts, Stopwatch stopwatch, Forgotten forgotten) {
        super(new DraftServlet(cookies, catalogue, drafts, stopwatch, forgotten), "/drafts/*");
    }
}
