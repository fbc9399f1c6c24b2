package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Worksheet.Helper;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.grading.code.GradientCheck;
import org.stride.grading.code.TryOut;
import org.stride.learner.Attempt;
import org.stride.learner.CheckAllowance;
import org.stride.learner.Draft;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.StoreUnavailableException;
import org.stride.python.Confinement;
import org.stride.python.Status;
import org.stride.python.Traceback.Part;
import org.stride.python.Unavailable;
import org.stride.report.CodeWording;
import org.stride.report.Joining;
import org.stride.report.Wording;
import org.stride.ui.history.HistoryView;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.learner.Recorded;
import org.stride.ui.learner.Recorder;
import org.stride.ui.part.CodeEditor;
import org.stride.ui.part.CodeEditor.Served;
import org.stride.ui.part.Mark;
import org.stride.ui.part.ProgressLine;
import org.stride.ui.part.Texts;
import org.stride.ui.part.UnavailableText;

/** Writing the function: the editor, a cell to try it out, and the verdict. */
final class WritePanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Workshop workshop;
    private final transient Exercise exercise;
    private final transient CurrentLearner learner;
    private final transient Recorder recorder;
    private final transient CheckAllowance allowance;
    private final transient CodeWording wording = new CodeWording(this::getTranslation);
    private final SerializableRunnable onAttempt;
    private final Div notice = new Div();
    private final CodeEditor editor = new CodeEditor();
    private boolean offered;
    private final Button check = new Button();
    private final ProgressLine checking = new ProgressLine("cancel");
    private final ProgressLine trying = new ProgressLine("cancel-try-out");
    /** Where the learner looks: beside the button that was pressed last. */
    private ProgressLine line = checking;

    private final ScratchPanel scratch;
    private final HintPanel hints;
    private final VerdictPanel verdict;
    /** Beside the verdict on a backward function; {@code null} at other steps. */
    private final @Nullable GradientPanel gradient;

    WritePanel(
            Workshop workshop,
            Exercise exercise,
            CurrentLearner learner,
            CheckAllowance allowance,
            Wording wording,
            SerializableRunnable onAttempt) {
        this.workshop = workshop;
        this.exercise = exercise;
        this.learner = learner;
        recorder = new Recorder(learner, workshop.clock());
        this.allowance = allowance;
        this.onAttempt = onAttempt;
        addClassName("stride-way");
        notice.addClassName("stride-notice");
        notice.setId("notice");
        scratch = new ScratchPanel(exercise, learner.tag(), trying, this::tryOut, this::check);
        hints = new HintPanel(workshop, exercise, learner, allowance, wording);
        verdict = new VerdictPanel(wording);
        verdict.accompany(hints.offer());
        Div workbench = new Div(sheet(), scratch);
        workbench.addClassName("stride-writing");
        add(notice, workbench, hints, verdict);
        gradient = GradientCheck.possible(exercise)
                ? new GradientPanel(workshop, exercise, learner, allowance, editor::getValue)
                : null;
        if (gradient != null) {
            gradient.setVisible(false);
            add(gradient);
        }
    }

    private Section sheet() {
        editor.setId("editor");
        editor.setLabel(getTranslation("write.label", exercise.name()));
        editor.setDraftKey(learner.tag(), exercise.name());
        editor.addRunListener(text -> tryOut());
        editor.addCheckListener(text -> check());
        check.setText(getTranslation("write.check"));
        check.addThemeVariants(ButtonVariant.PRIMARY);
        check.setId("check");
        check.setTooltipText(getTranslation("write.check.key"));
        check.addClickListener(event -> check());
        Button startOver = new Button(getTranslation("write.start_over"), event -> startOver());
        startOver.setId("start-over");
        startOver.addThemeVariants(ButtonVariant.TERTIARY);
        RouterLink history = HistoryView.link(exercise.name());
        history.setText(getTranslation("history.link"));
        Div controls = new Div(check, startOver, history);
        controls.addClassName("stride-write-controls");
        Section sheet = new Section(new H2(getTranslation("write.title")), helpers(), editor, controls, checking);
        sheet.addClassName("stride-sheet");
        return sheet;
    }

    /** As late as it can be: other tabs may have changed it since this page was made. */
    private void offerDraft() {
        if (!offered) {
            offered = true;
            editor.setDraft(served());
        }
    }

    /** The draft, or the starter code if there is none. */
    private Served served() {
        String starter = exercise.worksheet().starter();
        try {
            return workshop.drafts()
                    .find(learner.id(), exercise.name())
                    .map(Served::of)
                    .orElseGet(() -> Served.none(starter));
        } catch (StoreUnavailableException e) {
            return Served.unknown(starter);
        }
    }

    private Div helpers() {
        String names = Joining.list(
                this::getTranslation,
                exercise.worksheet().helpers().stream()
                        .map(Helper::name)
                        .map(name -> "`" + name + "`")
                        .toList());
        return new Div(Texts.paragraph(
                names.isEmpty()
                        ? getTranslation("write.explanation")
                        : getTranslation("write.explanation.helpers", names)));
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            offerDraft();
            refreshNotice();
            hints.open();
        }
    }

    /** Says what of the sandbox is missing, if anything is. */
    private void refreshNotice() {
        Status status = workshop.runner().status();
        notice.removeAll();
        if (status.state() instanceof Unavailable reason) {
            notice.add(Texts.paragraph(UnavailableText.of(this, reason)));
        } else if (status.greeting() != null && !status.greeting().confinement().complete()) {
            notice.add(Texts.paragraph(getTranslation(
                    "sandbox.ready_without",
                    Joining.list(
                            this::getTranslation,
                            status.greeting().confinement().missing().stream()
                                    .map(Confinement.Layer::name)
                                    .toList()))));
        }
        notice.setVisible(notice.getElement().getChildCount() > 0);
    }

    /** Says something beside the editor. */
    void say(String word) {
        checking.say(word);
    }

    /** Not while the database is away: what was typed could not go to the history. */
    private void startOver() {
        begin(checking);
        if (refused()) {
            return;
        }
        try {
            Draft starter = workshop.drafts()
                    .replace(
                            learner.id(),
                            exercise.name(),
                            exercise.worksheet().starter(),
                            editor.getValue(),
                            Reason.STARTED_OVER);
            editor.setMarks("", List.of());
            editor.setDraft(Served.of(starter));
            verdict.clear();
            hints.judged(null);
            line.say(getTranslation("write.started_over"));
        } catch (StoreUnavailableException e) {
            line.say(getTranslation("store.away_nothing_changed"));
        }
    }

    private void check() {
        begin(checking);
        String source = editor.getValue();
        if (refused()) {
            return;
        }
        if (line.tooSoon(allowance)) {
            return;
        }
        String owner = owner();
        line.start(
                workshop.code(),
                told -> recorder.code(
                        exercise,
                        source,
                        Attempt.Source.TYPED,
                        told,
                        () -> workshop.codeGrader().grade(exercise, source, owner, told)),
                this::judged);
    }

    private void judged(Recorded<CodeVerdict> recorded) {
        CodeVerdict code = recorded.result();
        editor.setMarks(code.source(), Marks.of(code, wording));
        if (!code.verdict().judged()) {
            fault();
            return;
        }
        recorded.trouble(this::getTranslation).ifPresent(line::say);
        verdict.show(
                code,
                editor::goTo,
                (result, onRun) -> new WatchPanel(workshop, exercise, allowance, code.source(), result, onRun));
        hints.judged(code.cause().orElse(null));
        if (gradient != null) {
            gradient.setVisible(true);
        }
        verdict.scrollIntoView();
        onAttempt.run();
    }

    private void tryOut() {
        begin(trying);
        if (refused()) {
            return;
        }
        String source = editor.getValue();
        String cell = scratch.text();
        String owner = owner();
        line.start(
                workshop.code(),
                told -> workshop.codeGrader().tryOut(exercise, source, cell, owner, told),
                tried -> tried(source, cell, tried));
    }

    private void tried(String source, String cell, TryOut tried) {
        if (tried.fault()) {
            fault();
            return;
        }
        scratch.show(tried, cell);
        CodeProblem problem = tried.problem();
        List<Mark> marks = new ArrayList<>(Marks.of(tried.warnings(), wording));
        if (problem != null && tried.part() == Part.CODE) {
            marks.addAll(Marks.of(problem, source, wording));
        }
        editor.setMarks(source, marks);
    }

    /** Ends what runs, and tells what comes now beside the button that was pressed. */
    private void begin(ProgressLine beside) {
        cancel();
        line = beside;
    }

    /** Whether a text is too long to be sent; the page says so. */
    private boolean refused() {
        boolean tooLong = editor.isTooLong() || scratch.isTooLong();
        if (tooLong) {
            line.say(getTranslation("write.too_long", CodeEditor.MAX_LENGTH));
        }
        return tooLong;
    }

    /** Nothing was judged, and it is not the learner's fault. */
    private void fault() {
        refreshNotice();
        line.say(getTranslation(notice.isVisible() ? "write.unavailable" : "run.failed"));
    }

    /** Those who wait take turns, visit by visit. */
    private static String owner() {
        return VaadinSession.getCurrent().getSession().getId();
    }

    /** Ends what runs; nobody waits for it any more. */
    void cancel() {
        hints.cancel();
        if (gradient != null) {
            gradient.cancel();
        }
        line.end();
    }
}
