package org.stride.ui.exercise;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.HintLadder;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeVerdict;
import org.stride.learner.CheckAllowance;
import org.stride.python.Unavailable;
import org.stride.report.CodeWording;
import org.stride.report.Wording;
import org.stride.ui.part.BackgroundWork;
import org.stride.ui.part.Listing;
import org.stride.ui.part.ProgressLine;
import org.stride.ui.part.Texts;

/** The lines of a solution, shuffled and with wrong ones among them, to put in order: judged as if they had been typed. */
final class PuzzlePanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Workshop workshop;
    private final transient Exercise exercise;
    private final transient HintLadder ladder;
    private final transient CheckAllowance allowance;
    private final transient Wording wording;
    private final transient CodeWording codeWording = new CodeWording(this::getTranslation);
    private final OrderedList lines = new OrderedList();
    private final Div news = new Div();
    private final ProgressLine line = new ProgressLine("cancel-puzzle", this::giveUp);
    private transient @Nullable BackgroundWork<?> work;

    PuzzlePanel(Workshop workshop, Exercise exercise, CheckAllowance allowance, Wording wording) {
        this.workshop = workshop;
        this.exercise = exercise;
        this.allowance = allowance;
        this.wording = wording;
        ladder = exercise.hints();
        setId("puzzle");
        addClassName("stride-puzzle");
        lines.addClassName("stride-puzzle-lines");
        ladder.shuffled().forEach(code -> lines.add(new PuzzleLine(code, this::move, this::moved)));
        rows().forEach(this::renumber);
        news.addClassName("stride-visually-hidden");
        news.getElement().setAttribute("role", "status");
        Button check = new Button(getTranslation("puzzle.check"), event -> check());
        check.setId("check-puzzle");
        add(
                new H3(getTranslation("puzzle.title")),
                Texts.paragraph(
                        getTranslation("puzzle.explanation", ladder.strays().size())),
                new Listing(getTranslation("puzzle.begins"), ladder.statements().getFirst() + "\n", List.of()),
                lines,
                check,
                news,
                line);
    }

    private List<PuzzleLine> rows() {
        return lines.getChildren().map(PuzzleLine.class::cast).toList();
    }

    private void renumber(PuzzleLine row) {
        row.number(rows().indexOf(row) + 1, rows().size());
    }

    private void move(PuzzleLine row, boolean up) {
        int place = rows().indexOf(row) + (up ? -1 : 1);
        if (place < 0 || place >= rows().size()) {
            return;
        }
        lines.remove(row);
        lines.addComponentAtIndex(place, row);
        rows().forEach(this::renumber);
        row.focus(up);
        moved(row);
    }

    private void moved(PuzzleLine row) {
        line.idle();
        news.setText(getTranslation(
                row.isLeftOut() ? "puzzle.left_out" : "puzzle.place", rows().indexOf(row) + 1, rows().size()));
    }

    /** The lines that are not left out, from the top. */
    private List<String> chosen() {
        return rows().stream()
                .filter(row -> !row.isLeftOut())
                .map(PuzzleLine::code)
                .toList();
    }

    private void check() {
        cancel();
        line.idle();
        List<String> chosen = chosen();
        if (workshop.runner().status().state() instanceof Unavailable) {
            line.idle(compared(chosen));
            return;
        }
        if (line.tooSoon(allowance)) {
            return;
        }
        String source = ladder.assembled(chosen);
        String owner = VaadinSession.getCurrent().getSession().getId();
        work = BackgroundWork.start(
                workshop.code(),
                told -> workshop.codeGrader().grade(exercise, source, owner, told),
                UI.getCurrent(),
                line.following(code -> line.idle(told(code))));
    }

    private String told(CodeVerdict code) {
        Verdict verdict = code.verdict();
        if (!verdict.judged()) {
            return getTranslation("run.failed");
        }
        if (code.passed()) {
            return getTranslation("puzzle.right", wording.summary(verdict));
        }
        String why = code.problem() != null
                ? codeWording.problem(code.problem())
                : code.cause()
                        .map(cause -> wording.diagnosis(verdict, cause))
                        .orElseGet(() -> wording.summary(verdict));
        return getTranslation("puzzle.wrong", why);
    }

    /** All that can be said where no Python runs. */
    private String compared(List<String> chosen) {
        List<String> ours = ladder.statements().subList(1, ladder.statements().size());
        int same = 0;
        while (same < Math.min(chosen.size(), ours.size()) && chosen.get(same).equals(ours.get(same))) {
            same++;
        }
        return chosen.equals(ours)
                ? getTranslation("puzzle.same")
                : getTranslation("puzzle.differs", same, ours.size());
    }

    private void giveUp() {
        cancel();
        line.idle(getTranslation("run.cancelled"));
    }

    /** Ends what runs; nobody waits for it any more. */
    void cancel() {
        if (work != null) {
            work.cancel();
            work = null;
            line.idle();
        }
    }
}
