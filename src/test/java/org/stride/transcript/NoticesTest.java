package org.stride.transcript;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.PythonListings;
import org.stride.python.PythonRunner;
import org.stride.report.Translations;
import org.stride.ui.ViewTest;
import org.stride.ui.part.CodeEditor;

/** What the page itself says, beside its buttons and of no verdict, in each language, with the code that brings it about. */
@Timeout(300)
class NoticesTest extends ViewTest {
    private static final Pattern NOTICES =
            Pattern.compile("run\\.(?:cancelled|failed)|scratch\\.(?:silent|problem\\..*)|store\\..*"
                    + "|watch\\.(?:drawn|none|not_finished).*|write\\.(?:slower|started_over|too_long|unavailable)");

    /** Those that no code brings about, and what does. */
    private static final Map<String, String> UNTOLD = Map.of(
            "run.failed", "a fault of ours",
            "write.unavailable", "a server without Python",
            "store.attempt_lost", "a database that does not answer while too many attempts wait, or refuses this one",
            "store.attempt_waits", "a database that does not answer",
            "store.away_nothing_changed", "a database that does not answer");

    /** A pause that depends on how fast the test is. */
    private static final Pattern SECONDS = Pattern.compile("\\d+(?= ?(?:seconds|秒))");

    @Autowired
    private PythonRunner runner;

    @BeforeEach
    void needsPython() {
        PythonListings.assumeInstalled();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyNoticeIsSaidAsItHasAlwaysBeen(String language) throws IOException {
        Translations texts = new Translations(Locale.of(language));
        StringBuilder transcript =
                new StringBuilder("# ").append(texts.text("way.write")).append(" · notices\n");
        TypedCode.entries(TranscriptFiles.FOLDER.resolve("typed/notices.yaml")).forEach((name, entry) -> {
            transcript.append("\n## `").append(name).append("`\n\n");
            tell(name, entry, language, transcript);
        });
        TranscriptFiles.compare(
                "notices_" + language + ".md",
                transcript.toString(),
                Objects.requireNonNull(runner.status().greeting()));

        List<String> said = Files.readAllLines(TranscriptFiles.FOLDER.resolve("notices_" + language + ".md"));
        assertThat(texts.all().stringPropertyNames().stream()
                        .filter(key -> NOTICES.matcher(key).matches())
                        .filter(key -> !Untold.said(texts.all().getProperty(key), said)))
                .containsExactlyInAnyOrderElementsOf(UNTOLD.keySet());
    }

    private void tell(String name, Map<String, Object> entry, String language, StringBuilder transcript) {
        TypedCode code = TypedCode.of(name, entry, catalogue);
        int copies = (Integer) entry.getOrDefault("copies", 1);
        String cell = (String) entry.getOrDefault("cell", "");
        speak(language);
        open("exercise/" + code.exercise().name() + "?way=write");
        type(_get(CodeEditor.class, spec -> spec.withId("editor")), code.source(), copies);
        if (!cell.isEmpty()) {
            type(_get(CodeEditor.class, spec -> spec.withClasses("stride-editor-small")), cell, copies);
        }
        String press = (String) entry.get("press");
        int times = (Integer) entry.getOrDefault("times", 1);
        for (int time = 0; time < times; time++) {
            press(press);
        }
        if (!code.source().isEmpty()) {
            transcript.append(code.shown().stripTrailing()).append("\n\n");
        }
        if (!cell.isEmpty()) {
            transcript.append(TypedCode.fenced("python", cell));
        }
        transcript.append(copies == 1 ? "" : "× " + copies + "\n\n");
        transcript
                .append("`")
                .append(press)
                .append("`")
                .append(times == 1 ? "" : " × " + times)
                .append("\n\n");
        said().forEach(text -> transcript.append("- ").append(text).append("\n"));
        executor.clear();
    }

    private static void type(CodeEditor editor, String text, int copies) {
        editor.setValue(text.repeat(copies));
    }

    private void press(String what) {
        switch (what) {
            case "check", "start-over" -> click(what);
            case "cancel" -> {
                click("check");
                click("cancel");
            }
            case "try" -> {
                click("try-out");
                finishChecks();
            }
            case "watch" -> {
                click("check");
                finishChecks();
                NativeDetails details = (NativeDetails) byId("moving-case");
                details.setOpen(true);
                ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
                click("watch");
                finishChecks();
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    /** What is read aloud, but for verdicts. */
    private static List<String> said() {
        return UI.getCurrent()
                .getChildren()
                .flatMap(child -> statuses(child.getElement()))
                .map(Element::getTextRecursively)
                .map(text -> SECONDS.matcher(text.strip()).replaceAll("…"))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Stream<Element> statuses(Element element) {
        if (element.isTextNode()) {
            return Stream.empty();
        }
        if (!"status".equals(element.getAttribute("role"))) {
            return element.getChildren().flatMap(NoticesTest::statuses);
        }
        return isVerdict(element) ? Stream.empty() : Stream.of(element);
    }

    private static boolean isVerdict(Element status) {
        return status.getChildren()
                .anyMatch(child -> !child.isTextNode() && child.getClassList().contains("stride-banner"));
    }
}
