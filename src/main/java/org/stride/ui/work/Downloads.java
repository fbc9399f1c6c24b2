package org.stride.ui.work;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.file.WorkFile;
import org.stride.ui.learner.CurrentLearner;

/** Links to a learner's own files. They are made when they are asked for, and answer only within the learner's own visit. */
final class Downloads {
    static final String NOTEBOOK = "stride-work.ipynb";
    static final String EVERYTHING = "stride-work.json";

    private final WorkDesk desk;
    private final CurrentLearner learner;
    private final String away;

    /** @param away what is said where a file should come and the database does not answer */
    Downloads(WorkDesk desk, CurrentLearner learner, String away) {
        this.desk = desk;
        this.learner = learner;
        this.away = away;
    }

    Anchor notebook(String id, String text) {
        return link(id, text, NOTEBOOK, "application/x-ipynb+json", desk::notebook);
    }

    Anchor everything(String id, String text) {
        return link(id, text, EVERYTHING, "application/json", this::everything);
    }

    private byte[] everything(LearnerId whose) throws IOException {
        Instant now = Objects.requireNonNull(desk.clock().instant()).truncatedTo(ChronoUnit.SECONDS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkFile.write(desk.archive().of(whose), now, bytes);
        return bytes.toByteArray();
    }

    /** Makes the file of a learner. */
    private interface Making {
        byte[] of(LearnerId whose) throws IOException;
    }

    private Anchor link(String id, String text, String name, String type, Making making) {
        DownloadHandler handler = event -> send(event, name, type, making);
        Anchor link = new Anchor(handler, text);
        link.setId(id);
        link.addClassName("stride-download");
        link.getElement().setAttribute("download", name);
        return link;
    }

    private void send(DownloadEvent event, String name, String type, Making making) throws IOException {
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        byte[] content;
        try {
            content = making.of(learner.id());
        } catch (StoreUnavailableException e) {
            event.getResponse().sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, away);
            return;
        }
        event.setFileName(name);
        event.setContentType(type);
        event.setContentLength(content.length);
        event.getOutputStream().write(content);
    }
}
