package org.stride.ui.error;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouterLink;
import org.junit.jupiter.api.Test;
import org.stride.ui.ViewTest;

class NotFoundViewTest extends ViewTest {
    @Test
    void anUnknownExerciseIsNamedWithTheWayBack() {
        open("exercise/conv_sideways");

        assertThat(textOf(_get(NotFoundView.class))).contains("No exercise is named conv_sideways.");
        assertThat(_find(_get(NotFoundView.class), RouterLink.class))
                .extracting(RouterLink::getHref)
                .containsExactly("");
    }

    @Test
    void anUnknownCardLeadsBackToItsExercise() {
        open("exercise/zero_pad?strategy=QQ");

        assertThat(textOf(_get(NotFoundView.class))).contains("This exercise has no card QQ.");
        assertThat(_find(_get(NotFoundView.class), RouterLink.class))
                .extracting(RouterLink::getHref)
                .containsExactly("exercise/zero_pad", "");
    }

    @Test
    void anUnknownCardToCompareWithIsNamedToo() {
        open("exercise/zero_pad?strategy=A&with=%3Cb%3E");

        assertThat(textOf(_get(NotFoundView.class))).contains("This exercise has no card <b>.");
    }
}
