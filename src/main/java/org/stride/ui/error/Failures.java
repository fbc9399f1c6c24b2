package org.stride.ui.error;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;

/** Hears of whatever fails on a page that is open, after a click or while something is under way. */
@SpringComponent
final class Failures extends DefaultErrorHandler implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(visit -> visit.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = findRelevantThrowable(event.getThrowable());
        // A browser that has gone away is no failure
        if (!shouldHandle(cause)) {
            return;
        }
        Failure failure = Failure.of(cause);
        UI page = UI.getCurrent();
        if (page == null || page.getSession() == null) {
            return;
        }
        if (page.getSession().hasLock()) {
            FailureDialog.show(page, failure);
        } else {
            tellLater(page, failure);
        }
    }

    private static void tellLater(UI page, Failure failure) {
        try {
            var unused = page.access(() -> FailureDialog.show(page, failure));
        } catch (UIDetachedException e) {
            // The page is gone, and the log has it
        }
    }
}
