package org.stride.ui.learner;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.ObjectProvider;

/** Sees to it that with each page that opens the browser has its learner's cookie. */
@SpringComponent
class Acquaintance implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<CurrentLearner> learner;

    Acquaintance(ObjectProvider<CurrentLearner> learner) {
        this.learner = learner;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(
                        page -> learner.getObject().meet(VaadinRequest.getCurrent(), VaadinResponse.getCurrent()));
    }
}
