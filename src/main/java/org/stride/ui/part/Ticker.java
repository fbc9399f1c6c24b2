package org.stride.ui.part;

import com.vaadin.flow.shared.Registration;

/** Calls pages that show what changes by itself. */
@FunctionalInterface
public interface Ticker {
    /** Calls every other second, in a thread of its own, until the registration is removed. */
    Registration start(Runnable tick);
}
