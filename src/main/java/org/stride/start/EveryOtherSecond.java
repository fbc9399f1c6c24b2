package org.stride.start;

import com.vaadin.flow.shared.Registration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.stride.ui.part.Ticker;

/** The one thread that calls all pages; what it calls is short. */
@Component
class EveryOtherSecond implements Ticker, DisposableBean {
    private static final int SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ticker").factory());

    @Override
    public Registration start(Runnable tick) {
        ScheduledFuture<?> ticking = clock.scheduleWithFixedDelay(tick, SECONDS, SECONDS, TimeUnit.SECONDS);
        return () -> ticking.cancel(false);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
