package org.stride.ui.work;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.stride.grading.code.CodeVerdict;
import org.stride.grading.file.UnreadableCodeException;
import org.stride.learner.Attempt;
import org.stride.learner.CheckAllowance;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.StoreUnavailableException;
import org.stride.notebook.ReadingLimits;
import org.stride.notebook.SourceFile;
import org.stride.notebook.SourceFiles;
import org.stride.notebook.UnreadableFileException;
import org.stride.python.Unavailable;
import org.stride.report.Joining;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.learner.Recorded;
import org.stride.ui.learner.Recorder;
import org.stride.ui.part.Focus;
import org.stride.ui.part.ProgressLine;
import org.stride.ui.part.UnavailableText;

/** Code from a file: what it brings, the learner's choice, and what the checks say of it. */
final class CodeFilePanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTES = 5;
    private static final ReadingLimits LIMITS = new ReadingLimits(
            (long) MEGABYTES << 20,
            ReadingLimits.USUAL.characters(),
            ReadingLimits.USUAL.cells(),
            ReadingLimits.USUAL.depth());

    private final transient WorkDesk desk;
    private final transient CurrentLearner learner;
    private final transient CheckAllowance allowance;
    private final transient Recorder recorder;
    /** Those who wait take turns, visit by visit. */
    private final String owner = VaadinSession.getCurrent().getSession().getId();

    private final FileBox box;
    private final Div preview = new Div();
    private final ProgressLine line = new ProgressLine("work-cancel", "work.check.cancelled", this::leaveRest);
    private final ResultList results = new ResultList();
    private final transient Queue<Offer> waiting = new ArrayDeque<>();

    CodeFilePanel(WorkDesk desk, CurrentLearner learner, CheckAllowance allowance) {
        this.desk = desk;
        this.learner = learner;
        this.allowance = allowance;
        recorder = new Recorder(learner, desk.clock());
        box = new FileBox(
                "bring-upload",
                getTranslation("work.bring.button"),
                MEGABYTES,
                List.of(".ipynb", ".py"),
                this::read,
                this::show);
        addClassName("stride-code-file");
        preview.setId("work-preview");
        add(box, preview, line, results);
    }

    /** A file that has arrived. */
    private record Arrived(String name, WorkDesk.Opened opened) {}

    private Arrived read(String name, InputStream content) throws IOException, FileBox.RefusedException {
        try {
            SourceFile file = SourceFiles.read(name, content, LIMITS);
            return new Arrived(name, desk.open(file, owner));
        } catch (UnreadableFileException e) {
            throw new FileBox.RefusedException(e.said(this::getTranslation));
        } catch (UnreadableCodeException e) {
            throw new FileBox.RefusedException(getTranslation("work.file.unreadable"));
        }
    }

    private void show(Arrived arrived) {
        line.end();
        leaveRest();
        results.clear();
        preview.removeAll();
        WorkDesk.Opened opened = arrived.opened();
        try {
            Map<String, String> drafts = desk.draftsOf(learner.id());
            List<Offer> offers = Offers.of(opened.file(), opened.parts(), drafts, desk.catalogue());
            OfferList list = new OfferList(
                    arrived.name(),
                    offers,
                    new LeftOut(this::getTranslation).of(opened, offers, desk),
                    opened.plainly(),
                    this::takeOver,
                    this::leave);
            preview.add(list);
        } catch (StoreUnavailableException e) {
            box.say(getTranslation("work.away"));
        }
    }

    private void leave() {
        preview.removeAll();
        Focus.moveTo(box);
    }

    /** Says whether all of it is taken; what is not can be asked for again. */
    private boolean takeOver(List<Offer> chosen) {
        List<Offer> taken = new ArrayList<>();
        try {
            for (Offer offer : chosen) {
                String onScreen = offer.draft() == null ? offer.text() : offer.draft();
                desk.drafts()
                        .replace(
                                learner.id(), offer.exercise().name(), offer.text(), onScreen, Reason.REPLACED_BY_FILE);
                taken.add(offer);
            }
            preview.removeAll();
            Focus.moveTo(results);
        } catch (StoreUnavailableException e) {
            box.say(getTranslation("work.away"));
            Focus.moveTo(box);
        }
        if (!taken.isEmpty()) {
            check(taken);
        }
        return taken.size() == chosen.size();
    }

    private void check(List<Offer> taken) {
        results.begin(taken);
        waiting.clear();
        waiting.addAll(taken);
        if (desk.runner().status().state() instanceof Unavailable reason) {
            stopWith(Joining.sentences(
                    this::getTranslation, getTranslation("work.check.none"), UnavailableText.of(this, reason)));
        } else {
            checkNext();
        }
    }

    private void checkNext() {
        Offer offer = waiting.poll();
        if (offer == null) {
            line.say(results.summary());
            return;
        }
        if (line.tooSoon(allowance)) {
            leaveRest();
            return;
        }
        results.checking(offer);
        line.start(
                desk.code(),
                told -> recorder.code(
                        offer.exercise(),
                        offer.text(),
                        Attempt.Source.FILE,
                        told,
                        () -> desk.codeGrader().grade(offer.exercise(), offer.text(), owner, told)),
                recorded -> checked(offer, recorded));
    }

    private void checked(Offer offer, Recorded<CodeVerdict> recorded) {
        if (recorded.result().verdict().judged()) {
            results.judged(offer, recorded);
            checkNext();
        } else {
            stopWith(getTranslation("work.check.none"));
        }
    }

    private void stopWith(String text) {
        line.say(text);
        leaveRest();
    }

    /** No more is checked; what is taken over stays. */
    private void leaveRest() {
        waiting.clear();
        results.uncheckedRest();
    }
}
