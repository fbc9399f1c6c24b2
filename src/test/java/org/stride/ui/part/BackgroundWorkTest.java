package org.stride.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stride.grading.CheckCancelledException;
import org.stride.ui.ManualExecutor;

class BackgroundWorkTest {
    private final ManualExecutor executor = new ManualExecutor();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void openBrowser() {
        MockVaadin.setup();
    }

    @AfterEach
    void closeBrowser() {
        MockVaadin.tearDown();
    }

    @Test
    void workThatEndsUnfinishedThoughNobodyCancelledItIsToldToHaveFailed() {
        start();
        runAll();
        assertThat(told).containsExactly("failed");
    }

    @Test
    void whoeverHasCancelledHearsNothingMore() {
        start().cancel();
        runAll();
        assertThat(told).isEmpty();
    }

    /** Work that something else than the page ends. */
    private BackgroundWork<String> start() {
        return BackgroundWork.start(
                executor,
                listener -> {
                    throw new CheckCancelledException();
                },
                UI.getCurrent(),
                new BackgroundWork.Listener<>() {
                    @Override
                    public void progressed(int done, int total) {
                        told.add(done + " of " + total);
                    }

                    @Override
                    public void finished(String result) {
                        told.add(result);
                    }

                    @Override
                    public void failed() {
                        told.add("failed");
                    }
                });
    }

    private void runAll() {
        executor.runAll();
        MockVaadin.runUIQueue();
    }
}
