package org.stride.ui.work;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.stride.report.FileNames;
import org.stride.report.Joining;
import org.stride.ui.part.Texts;

/** Where a file is dropped or chosen, one after the other, and what is wrong with it if it cannot be taken. */
final class FileBox extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1 << 20;

    private final Div message = new Div();

    /**
     * Reads a file as it arrives, outside of the page's own thread; what cannot be taken is refused.
     *
     * @param <T> what is read
     */
    interface Reading<T> {
        T read(String name, InputStream content) throws IOException, RefusedException;
    }

    /** Tells the learner why. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * A box for files of one kind.
     *
     * @param button the words on the button
     * @param megabytes of the largest file
     * @param arrived called with the page's lock held
     */
    <T> FileBox(
            String id, String button, int megabytes, List<String> endings, Reading<T> reading, Consumer<T> arrived) {
        addClassName("stride-file-box");
        Upload upload = new Upload();
        upload.setUploadHandler(event -> receive(event, upload, reading, arrived), "file");
        upload.setId(id);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(megabytes * MEGABYTE);
        upload.setAcceptedFileExtensions(endings.toArray(String[]::new));
        upload.setUploadButton(new Button(button));
        upload.setDropLabel(new Span(getTranslation("work.file.drop")));
        upload.setI18n(texts());
        upload.addFileRejectedListener(rejected -> {
            String name = shown(rejected.getFileName());
            boolean ending = endings.stream().anyMatch(name::endsWith);
            say(
                    ending
                            ? getTranslation("work.file.too_large", name, megabytes)
                            : getTranslation("work.file.other", name, Joining.list(this::getTranslation, endings)));
        });
        message.addClassName("stride-file-message");
        message.getElement().setAttribute("role", "alert");
        add(upload, message);
    }

    /** Says something in the place of what was said before; nothing if it is empty. */
    void say(String text) {
        message.removeAll();
        if (!text.isEmpty()) {
            message.add(Texts.paragraph(text));
        }
    }

    private <T> void receive(UploadEvent event, Upload upload, Reading<T> reading, Consumer<T> arrived) {
        String name = shown(event.getFileName());
        try {
            T read = reading.read(name, event.getInputStream());
            tell(event, upload, () -> {
                say("");
                arrived.accept(read);
            });
        } catch (RefusedException e) {
            tell(event, upload, () -> say(getTranslation("work.file.refused", name, e.sentence())));
        } catch (IOException e) {
            tell(event, upload, () -> say(getTranslation("work.file.broken_off", name)));
        }
    }

    /** In our texts code stands in backquotes. */
    private static String shown(String name) {
        return FileNames.shown(name).replace('`', '\'');
    }

    private static void tell(UploadEvent event, Upload upload, Runnable message) {
        // Nobody waits for the page's answer
        var unused = event.getUI().access(() -> {
            upload.clearFileList();
            message.run();
        });
    }

    private UploadI18N texts() {
        UploadI18N texts = new UploadI18N();
        texts.setFile(new UploadI18N.File().setRemove(getTranslation("work.file.remove")));
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("work.file.one"))
                .setFileIsTooBig(getTranslation("work.file.big"))
                .setIncorrectFileType(getTranslation("work.file.type")));
        String running = getTranslation("work.file.running");
        texts.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(running)
                        .setStalled(running)
                        .setProcessing(running))
                .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("work.file.failed"))
                        .setUnexpectedServerError(getTranslation("work.file.failed"))
                        .setForbidden(getTranslation("work.file.failed"))));
        texts.setUnits(new UploadI18N.Units().setSize(Arrays.asList("B", "kB", "MB", "GB")));
        return texts;
    }
}
