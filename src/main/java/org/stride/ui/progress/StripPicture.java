package org.stride.ui.progress;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.stride.learner.Strip;
import org.stride.learner.Summary;

/** Attempts in a row, the newest at the right: a dot for each that passed, a cross for each that did not. */
final class StripPicture extends Div {
    private static final long serialVersionUID = 1L;

    /** So many fit on a telephone. */
    static final int MOST = 24;

    private static final int STEP = 10;
    private static final int HEIGHT = 12;

    StripPicture(Strip strip) {
        addClassName("stride-strip");
        if (strip.earlier() > 0) {
            Span earlier = new Span(getTranslation("progress.strip.earlier", strip.earlier()));
            earlier.addClassName("stride-muted");
            add(earlier);
        }
        long passed = strip.shown().stream().filter(StripPicture::passed).count();
        Div picture = new Div(new Svg(svg(strip)));
        picture.addClassName("stride-strip-picture");
        picture.getElement().setAttribute("role", "img");
        picture.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "progress.strip.label",
                                strip.shown().size(),
                                passed,
                                passed(strip.shown().getLast()) ? 1 : 0));
        add(picture);
    }

    private static boolean passed(Summary attempt) {
        return Boolean.TRUE.equals(attempt.passed());
    }

    private static String svg(Strip strip) {
        StringBuilder dots = new StringBuilder();
        StringBuilder crosses = new StringBuilder();
        int x = STEP / 2;
        for (Summary attempt : strip.shown()) {
            if (passed(attempt)) {
                dots.append("M%d 6m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0".formatted(x));
            } else {
                crosses.append("M%d 6m-3 -3l6 6m0 -6l-6 6".formatted(x));
            }
            x += STEP;
        }
        int width = strip.shown().size() * STEP;
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " aria-hidden=\"true\"><path class=\"stride-crosses\" d=\"%s\"/>"
                        + "<path class=\"stride-dots\" d=\"%s\"/></svg>",
                width,
                HEIGHT,
                width,
                HEIGHT,
                crosses,
                dots);
    }
}
