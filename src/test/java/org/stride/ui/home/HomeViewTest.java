package org.stride.ui.home;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.RouterLink;
import org.junit.jupiter.api.Test;
import org.stride.Cards;
import org.stride.ui.ViewTest;

class HomeViewTest extends ViewTest {
    @Test
    void eightStepsAreShownAndTheFirstIsWhereToBegin() {
        open("");

        assertThat(_find(_get(HomeView.class), ListItem.class)).hasSize(8);
        RouterLink begin = _get(RouterLink.class, spec -> spec.withClasses("stride-call"));
        assertThat(begin.getText()).isEqualTo("Begin with zero_pad");
        assertThat(begin.getHref()).isEqualTo("exercise/zero_pad");
    }

    @Test
    void aPassedStepIsMarkedAndTheNextOneIsWhereToGoOn() {
        open("exercise/zero_pad");
        pick(letterOf("zero_pad", "np_pad"));
        run(false);

        open("");

        assertThat(_find(ListItem.class, spec -> spec.withClasses("stride-step-passed")))
                .hasSize(1);
        assertThat(_get(RouterLink.class, spec -> spec.withClasses("stride-call"))
                        .getText())
                .isEqualTo("Go on with conv_single_step");
        assertThat(page()).contains("0 of 1 predictions came true.");
    }

    @Test
    void aFailedRunMarksTheStepAsTriedOnly() {
        open("exercise/zero_pad");
        pick(letterOf("zero_pad", "height_only"));
        run(false);

        open("");

        assertThat(_find(ListItem.class, spec -> spec.withClasses("stride-step-tried")))
                .hasSize(1);
        assertThat(page()).contains("1 of 1 predictions came true.");
    }

    private String letterOf(String exercise, String id) {
        return Cards.card(catalogue.get(exercise), id).letter();
    }
}
