package org.stride.ui.learner;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All visits that are under way. */
@SpringComponent
public class Visits implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient Set<VaadinSession> underWay = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> underWay.add(begun.getSession()));
        event.getSource().addSessionDestroyListener(ended -> underWay.remove(ended.getSession()));
    }

    /** Ends them, so that each page that is open comes again, and asks again who is there and what they have done. */
    public void endAll() {
        underWay.forEach(session -> {
            var unused = session.access(session::close);
        });
    }
}
