package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.stride.exercise.Exercise;
import org.stride.exercise.HintLadder;
import org.stride.learner.CheckAllowance;
import org.stride.python.Unavailable;
import org.stride.report.PuzzleWording;
import org.stride.report.Wording;
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
    private final transient PuzzleWording wording;
    private final OrderedList lines = new OrderedList();
    private final Div news = new Div();
    private final ProgressLine line = new ProgressLine("cancel-puzzle");

    PuzzlePanel(Workshop workshop, Exercise exercise, CheckAllowance allowance, Wording wording) {
        this.workshop = workshop;
        this.exercise = exercise;
        this.allowance = allowance;
        this.wording = new PuzzleWording(this::getTranslation, wording);
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
        if (line.isRunning()) {
            // What it would say is of another order
            line.say(getTranslation("run.cancelled"));
        } else {
            line.end();
        }
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
        List<String> chosen = chosen();
        if (workshop.runner().status().state() instanceof Unavailable) {
            line.say(wording.compared(ladder, chosen));
            return;
        }
        if (line.tooSoon(allowance)) {
            return;
        }
        String source = ladder.assembled(chosen);
        String owner = VaadinSession.getCurrent().getSession().getId();
        line.start(
                workshop.code(),
                told -> workshop.codeGrader().grade(exercise, source, owner, told),
                code -> line.say(wording.told(code)));
    }

    /** Ends what runs; nobody waits for it any more. */
    void cancel() {
        line.end();
    }
}
