package org.stride.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.stride.ui.ViewTest;
import org.stride.ui.error.NotFoundView;

@TestPropertySource(properties = {"stride.mode=hosted", "stride.python=no/such/python"})
class HostedSandboxViewTest extends ViewTest {
    @Test
    void onAServerForManyThereIsNoSuchPage() {
        open("admin/sandbox");
        assertThat(textOf(_get(NotFoundView.class))).contains("No page has the address admin/sandbox.");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).doesNotContain("admin/sandbox");
    }
}
