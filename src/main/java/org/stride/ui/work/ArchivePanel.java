package org.stride.ui.work;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stride.learner.Arrival;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.file.BrokenWorkException;
import org.stride.learner.file.WorkFile;
import org.stride.report.Joining;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.Focus;
import org.stride.ui.part.Texts;
import org.stride.ui.part.Times;

/** Work from another installation: what its file brings, and taking it over. */
final class ArchivePanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTES = (int) (WorkFile.MAX_BYTES >> 20);

    private final transient WorkDesk desk;
    private final transient CurrentLearner learner;
    private final FileBox box;
    private final Div preview = new Div();
    private final Div done = new Div();

    ArchivePanel(WorkDesk desk, CurrentLearner learner) {
        this.desk = desk;
        this.learner = learner;
        box = new FileBox(
                "archive-upload",
                getTranslation("work.archive.button"),
                MEGABYTES,
                List.of(".json"),
                this::read,
                this::show);
        addClassName("stride-code-file");
        preview.setId("archive-preview");
        done.setId("archive-done");
        done.getElement().setAttribute("role", "status");
        add(box, preview, done);
    }

    private record Arrived(String name, WorkFile.Content content) {}

    private Arrived read(String name, InputStream stream) throws IOException, FileBox.RefusedException {
        try {
            return new Arrived(name, WorkFile.read(stream, desk.catalogue()));
        } catch (BrokenWorkException e) {
            throw new FileBox.RefusedException(sentence(e));
        }
    }

    private String sentence(BrokenWorkException problem) {
        return switch (problem.problem()) {
            case NOT_JSON -> getTranslation("work.archive.not_json");
            case NOT_WORK -> getTranslation("work.archive.not_work");
            case OTHER_FORMAT -> getTranslation("work.archive.other_format", problem.place());
            case TOO_LARGE -> getTranslation("work.archive.too_large", MEGABYTES);
            case WRONG -> getTranslation("work.archive.wrong", problem.place());
        };
    }

    private void show(Arrived arrived) {
        preview.removeAll();
        done.removeAll();
        try {
            Arrival arrival =
                    desk.archive().preview(learner.id(), arrived.content().work());
            preview.add(new H3(getTranslation(
                    "work.archive.preview",
                    arrived.name(),
                    Times.now(this::getTranslation, desk.clock())
                            .text(arrived.content().exportedAt()))));
            preview.add(list(sentences(arrival, arrived.content().unknown())));
            if (arrival.bringsSomething()) {
                preview.add(controls(arrived.content()));
            }
        } catch (StoreUnavailableException e) {
            box.say(getTranslation("work.away"));
        }
    }

    private Div controls(WorkFile.Content content) {
        Button take = new Button(
                getTranslation("work.archive.take"), event -> event.getSource().setEnabled(!take(content)));
        take.setId("archive-take");
        take.setDisableOnClick(true);
        take.addThemeVariants(ButtonVariant.PRIMARY);
        Button leave = new Button(getTranslation("work.offer.leave"), event -> leave());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        Div controls = new Div(take, leave);
        controls.addClassName("stride-write-controls");
        return controls;
    }

    private void leave() {
        preview.removeAll();
        Focus.moveTo(box);
    }

    /** Says whether it is taken; otherwise it can be asked for again. */
    private boolean take(WorkFile.Content content) {
        try {
            Arrival arrival = desk.archive().take(learner.id(), content.work());
            preview.removeAll();
            done.add(Texts.paragraph(getTranslation("work.archive.done")));
            if (!arrival.putAside().isEmpty()) {
                done.add(Texts.paragraph(getTranslation("work.archive.aside_done", names(arrival.putAside()))));
            }
            Focus.moveTo(done);
            return true;
        } catch (StoreUnavailableException e) {
            box.say(getTranslation("work.away"));
            Focus.moveTo(box);
            return false;
        }
    }

    private List<String> sentences(Arrival arrival, Collection<String> unknown) {
        List<String> sentences = new ArrayList<>();
        if (!arrival.bringsSomething()) {
            sentences.add(getTranslation("work.archive.nothing"));
        }
        if (!arrival.drafts().isEmpty()) {
            sentences.add(getTranslation("work.archive.drafts", names(arrival.drafts())));
        }
        if (!arrival.putAside().isEmpty()) {
            sentences.add(getTranslation("work.archive.aside", names(arrival.putAside())));
        }
        count(sentences, "work.archive.attempts", arrival.attempts());
        count(sentences, "work.archive.texts", arrival.texts());
        count(sentences, "work.archive.hints", arrival.hints());
        count(sentences, "work.archive.days", arrival.days());
        count(sentences, "work.archive.known", arrival.known());
        if (!unknown.isEmpty()) {
            sentences.add(getTranslation(
                    "work.archive.unknown",
                    names(unknown.stream().sorted().limit(20).toList())));
        }
        return sentences;
    }

    private void count(List<String> sentences, String key, int count) {
        if (count > 0) {
            sentences.add(getTranslation(key, count));
        }
    }

    private String names(Collection<String> names) {
        return Joining.list(
                this::getTranslation,
                names.stream().map(name -> "`" + name + "`").toList());
    }

    private static UnorderedList list(List<String> sentences) {
        UnorderedList list = new UnorderedList();
        sentences.forEach(sentence -> {
            ListItem item = new ListItem();
            item.add(Texts.inline(sentence));
            list.add(item);
        });
        return list;
    }
}
