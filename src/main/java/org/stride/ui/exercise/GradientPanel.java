package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.exercise.Exercise;
import org.stride.grading.code.GradientCheck;
import org.stride.grading.code.GradientComparison;
import org.stride.grading.code.GradientComparison.Part;
import org.stride.learner.CheckAllowance;
import org.stride.learner.Draft;
import org.stride.learner.Progress;
import org.stride.learner.StoreUnavailableException;
import org.stride.report.GradientWording;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.ProgressLine;
import org.stride.ui.part.TensorView;
import org.stride.ui.part.Texts;

/** The learner's backward function beside central differences of their own forward function. Never an attempt. */
final class GradientPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Workshop workshop;
    private final transient Exercise exercise;
    private final transient Exercise forward;
    private final transient GradientCheck gradients;
    private final transient GradientWording wording;
    private final transient CurrentLearner learner;
    private final transient CheckAllowance allowance;
    private final SerializableSupplier<String> source;
    private final ProgressLine line = new ProgressLine("cancel-gradient");
    private final Div result = new Div();

    /** @param source the text in the editor */
    GradientPanel(
            Workshop workshop,
            Exercise exercise,
            CurrentLearner learner,
            CheckAllowance allowance,
            SerializableSupplier<String> source) {
        this.workshop = workshop;
        this.exercise = exercise;
        this.learner = learner;
        this.allowance = allowance;
        this.source = source;
        gradients = new GradientCheck(workshop.catalogue(), workshop.runner());
        forward = gradients.forward(exercise);
        wording = new GradientWording(this::getTranslation, exercise, forward);
        setId("gradient");
        addClassName("stride-gradient");
        result.addClassName("stride-gradient-result");
        Button compare = new Button(getTranslation("gradient.button"), event -> compare());
        compare.setId("check-gradient");
        add(new H2(getTranslation("gradient.title")), Texts.paragraph(wording.explanation()), compare, line, result);
    }

    private void compare() {
        if (line.tooSoon(allowance)) {
            return;
        }
        String text = source.get();
        String own = draft();
        String owner = VaadinSession.getCurrent().getSession().getId();
        line.start(workshop.code(), told -> gradients.compare(exercise, text, own, owner, told), this::show);
    }

    private @Nullable String draft() {
        try {
            return workshop.drafts()
                    .find(learner.id(), forward.name())
                    .map(Draft::text)
                    .orElse(null);
        } catch (StoreUnavailableException e) {
            return null;
        }
    }

    private void show(GradientComparison found) {
        result.removeAll();
        line.say(wording.summary(found));
        if (found.ended() == null) {
            boolean passed = learner.progress().state(forward) == Progress.State.PASSED;
            result.add(Texts.paragraph(wording.whose(found, passed)));
            found.parts().forEach(part -> result.add(part(part)));
        }
    }

    private Component part(Part part) {
        Span mark = new Span(part.agrees() ? "✓" : "✗");
        mark.addClassName("stride-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        H3 title = new H3(mark);
        title.add(Texts.inline(wording.title(part)));
        Section section = new Section(title);
        section.addClassName(part.agrees() ? "stride-gradient-agrees" : "stride-gradient-disagrees");
        String advice = wording.advice(part);
        if (advice != null) {
            section.add(Texts.paragraph(advice));
        }
        NdArray got = part.got();
        if (got != null && !part.agrees()) {
            section.add(TensorView.comparing(
                    part.name(),
                    got,
                    part.wanted(),
                    Axes.of(exercise.returns(), part.name(), got.rank()),
                    part.firstWrong(),
                    part.wrong()));
        }
        return section;
    }

    /** Ends what runs; nobody waits for it any more. */
    void cancel() {
        line.end();
    }
}
