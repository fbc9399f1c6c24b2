package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.stride.exercise.Flaw;
import org.stride.grading.CaseResult;
import org.stride.grading.Diagnosis;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.report.CodeWording;
import org.stride.report.Joining;
import org.stride.report.Wording;
import org.stride.ui.history.HistoryView;
import org.stride.ui.part.Printed;
import org.stride.ui.part.Texts;

/** What a run gave: both halves, the cause, the first wrong cell, and what the prediction teaches. */
final class VerdictPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;
    private final transient CodeWording codeWording = new CodeWording(this::getTranslation);
    private final Div outcome = new Div();
    private final Div details = new Div();

    VerdictPanel(Wording wording) {
        this.wording = wording;
        addClassName("stride-verdict");
        setId("verdict");
        // A screen reader hears the outcome at once; the details wait until somebody goes there.
        outcome.getElement().setAttribute("role", "status");
        details.addClassName("stride-verdict-details");
        add(outcome, details);
    }

    /** Puts something between the outcome and its details. */
    void accompany(Component companion) {
        addComponentAtIndex(1, companion);
    }

    void clear() {
        outcome.removeAll();
        details.removeAll();
    }

    /** @param heading names what was run, such as "Card C" */
    void show(String heading, Verdict verdict, boolean predictedPass) {
        clear();
        outcome.add(banner(heading, verdict));
        details.add(prediction(verdict, predictedPass));
        Diagnosis diagnosis = verdict.diagnosis();
        if (diagnosis != null) {
            details.add(cause(verdict, diagnosis));
        }
        verdict.firstShownFailure()
                .ifPresent(failure -> details.add(new EvidencePanel(verdict.exercise(), failure, wording)));
        told(verdict).map(result -> new MovingCase(verdict.exercise(), result)).ifPresent(details::add);
        addNotesAndHalves(verdict, List.of());
    }

    /** The check whose numbers are told: the first that failed, or else the first. */
    private static Optional<CaseResult> told(Verdict verdict) {
        return verdict.firstShownFailure()
                .or(() -> verdict.shown().results().stream().findFirst());
    }

    /**
     * @param goTo leads to a line of the code
     * @param watching runs the code again on a check, and hands on the windows that it takes
     */
    void show(CodeVerdict code, SerializableConsumer<Integer> goTo, WatchPanel.Maker watching) {
        clear();
        Verdict verdict = code.verdict();
        outcome.add(banner(getTranslation("write.heading"), verdict));
        String blame = codeWording.blame(code);
        if (blame != null) {
            details.add(section("blame.title", blame, "stride-cause"));
        }
        CodeProblem problem = code.problem();
        if (problem != null) {
            details.add(problem(problem, goTo));
        }
        code.cause().ifPresent(cause -> details.add(cause(verdict, cause)));
        code.evidence().ifPresent(failure -> details.add(new EvidencePanel(verdict.exercise(), failure, wording)));
        told(verdict)
                .map(result -> new MovingCase(verdict.exercise(), result).watched(watching))
                .ifPresent(details::add);
        String printed = printed(code);
        if (!printed.isBlank()) {
            details.add(new Section(
                    new H3(getTranslation("write.printed")), new Printed(getTranslation("write.printed"), printed)));
        }
        addNotesAndHalves(
                verdict,
                code.warnings().stream()
                        .map(codeWording::warning)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private void addNotesAndHalves(Verdict verdict, List<String> warnings) {
        List<String> notes = Stream.concat(verdict.notes().stream().map(wording::note), warnings.stream())
                .toList();
        if (!notes.isEmpty()) {
            details.add(notes(notes));
        }
        if (!verdict.results().isEmpty()) {
            addHalves(verdict);
        }
        RouterLink history = HistoryView.link(verdict.exercise().name());
        history.setText(getTranslation("history.link.verdict"));
        details.add(new Div(history));
    }

    private void addHalves(Verdict verdict) {
        Div halves = new Div(
                half("verdict.shown.title", verdict.shown()), half("verdict.held_out.title", verdict.heldOut()));
        halves.addClassName("stride-halves");
        details.add(halves);
        if (!verdict.advisory().isEmpty()) {
            details.add(half("verdict.advisory.title", new Verdict.Half(verdict.advisory(), 0)));
        }
    }

    /** What was printed while loading and in the first check that may be seen. */
    private static String printed(CodeVerdict code) {
        return code.output()
                + code.verdict().shown().results().stream()
                        .map(result -> result.run().output())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private Component problem(CodeProblem problem, SerializableConsumer<Integer> goTo) {
        Section section = section("problem.title", codeWording.problem(problem), "stride-cause");
        if (problem.line() > 0) {
            Button there =
                    new Button(getTranslation("problem.go_to", problem.line()), event -> goTo.accept(problem.line()));
            there.setId("go-to-line");
            section.add(new Div(there));
        }
        return section;
    }

    private Section section(String titleKey, String text, String style) {
        Section section = new Section(new H3(getTranslation(titleKey)), Texts.paragraph(text));
        section.addClassName(style);
        return section;
    }

    private Component banner(String heading, Verdict verdict) {
        String key = verdict.passed() ? "verdict.passed.title" : "verdict.failed.title";
        H2 title = new H2(Joining.labelled(this::getTranslation, heading, getTranslation(key)));
        Div banner = new Div(mark(verdict.passed()), title, new Paragraph(wording.summary(verdict)));
        banner.addClassNames("stride-banner", verdict.passed() ? "stride-good" : "stride-bad");
        return banner;
    }

    private static Span mark(boolean good) {
        Span mark = new Span(good ? "✓" : "✗");
        mark.addClassName("stride-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        return mark;
    }

    private Component prediction(Verdict verdict, boolean predictedPass) {
        boolean cameTrue = predictedPass == verdict.passed();
        String key = "prediction." + (predictedPass ? "pass." : "fail.") + whatCame(verdict);
        Paragraph line = Texts.paragraph(getTranslation(key));
        line.addClassNames("stride-prediction", cameTrue ? "stride-prediction-right" : "stride-prediction-wrong");
        return line;
    }

    /** A mistake that only some checks see teaches something else than one that all see. */
    private static String whatCame(Verdict verdict) {
        if (verdict.passed()) {
            return verdict.diagnosis() == null ? "passed" : "passed_advisory";
        }
        return verdict.shown().passed() ? "failed_held_out" : "failed";
    }

    private Component cause(Verdict verdict, Diagnosis diagnosis) {
        Section cause = new Section(new H3(getTranslation("diagnosis.title")));
        List<Flaw> named = diagnosis.flaws();
        if (!named.isEmpty()) {
            Paragraph name = new Paragraph(
                    String.join(" / ", named.stream().map(wording::name).toList()));
            name.addClassName("stride-flaw-name");
            cause.add(name);
        }
        cause.add(Texts.paragraph(wording.diagnosis(verdict, diagnosis)));
        cause.addClassName("stride-cause");
        return cause;
    }

    private Component notes(List<String> notes) {
        Section section = new Section(new H3(getTranslation("note.title")));
        notes.forEach(note -> section.add(Texts.paragraph(note)));
        section.addClassName("stride-notes");
        return section;
    }

    private Component half(String titleKey, Verdict.Half results) {
        long passed = results.results().stream().filter(CaseResult::passed).count();
        UnorderedList list = new UnorderedList();
        results.results().forEach(result -> list.add(row(result)));
        Section half = new Section(new H3(getTranslation(titleKey, passed, results.total())), list);
        if (results.notRun() > 0) {
            half.add(new Paragraph(getTranslation("verdict.not_run", results.notRun())));
        }
        half.addClassName("stride-half");
        return half;
    }

    private ListItem row(CaseResult result) {
        Span state = new Span(getTranslation(result.passed() ? "case.passed" : "case.failed"));
        state.addClassName("stride-visually-hidden");
        Span traits = new Span(wording.traits(result.testCase().traits()));
        traits.addClassName("stride-case-traits");
        // Typed code may take as long as it likes: the time of a held-out check could tell its numbers
        boolean told = !result.testCase().heldOut() && !result.time().isZero();
        Span time = new Span(told ? Durations.text(getLocale(), result.time()) : "");
        time.addClassName("stride-case-time");
        ListItem row = new ListItem(mark(result.passed()), state, traits, time);
        row.addClassName(result.passed() ? "stride-good" : "stride-bad");
        if (!result.passed()) {
            Paragraph reason = Texts.paragraph(wording.reason(result));
            reason.addClassName("stride-case-reason");
            row.add(reason);
        }
        return row;
    }
}
