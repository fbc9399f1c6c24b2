package org.stride.ui.work;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stride.learner.Draft;
import org.stride.learner.KeptText;
import org.stride.learner.LearnerId;
import org.stride.learner.Summary;
import org.stride.learner.Work;
import org.stride.learner.file.SampleWork;
import org.stride.learner.file.WorkFile;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.Forgotten;
import org.stride.learner.store.History;
import org.stride.learner.store.WorkArchive;
import org.stride.ui.ViewTest;
import org.stride.ui.learner.CurrentLearner;

/** The page where work comes and goes as files, on a machine that has no Python. */
@TestPropertySource(properties = "stride.python=target/no-such-python")
class WorkViewTest extends ViewTest {
    private static final String PAD = "def zero_pad(X, pad):\n    return X";

    @Autowired
    private ObjectProvider<CurrentLearner> learner;

    @Autowired
    private Drafts drafts;

    @Autowired
    private History history;

    @Autowired
    private WorkArchive archive;

    @Autowired
    private Forgotten forgotten;

    @BeforeEach
    void visit() {
        open("work");
    }

    private LearnerId me() {
        return learner.getObject().id();
    }

    private void upload(String box, String name, String content) {
        Upload upload = _get(Upload.class, spec -> spec.withId(box + "-upload"));
        UploadKt._upload(upload, name, content.getBytes(StandardCharsets.UTF_8));
        MockVaadin.runUIQueue();
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private static String everything(Work work) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkFile.write(work, SampleWork.NOW, bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void withoutPythonDraftsAreTakenOverAndThePageSaysThatNothingWasChecked() {
        drafts.replace(me(), "zero_pad", "old", "old", KeptText.Reason.RESTORED);
        upload("bring", "code.py", PAD);
        assertThat(page()).contains("the file was read by its looks only");

        _click(button("take-over"));
        finishChecks();

        assertThat(page()).contains("Nothing more was checked.", "Taken over, not checked.");
        assertThat(drafts.find(me(), "zero_pad")).get().extracting(Draft::text).isEqualTo(PAD + "\n");
        assertThat(history.all(me())).extracting(Summary::kind).containsExactly(Summary.Kind.REPLACED_BY_FILE);
    }

    @Test
    void whoeverLeavesEverythingAsItIsChangesNothing() {
        upload("bring", "code.py", PAD);
        _click(button("leave"));

        assertThat(drafts.find(me(), "zero_pad")).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withId("take-over"))).isEmpty();
    }

    @Test
    void nothingCheckedMeansNothingToTakeOver() {
        upload("bring", "code.py", PAD);
        _get(Checkbox.class).setValue(false);

        assertThat(button("take-over").isEnabled()).isFalse();
    }

    @Test
    void aDraftThatChangedSinceThePreviewIsNotLost() {
        upload("bring", "code.py", PAD);
        drafts.replace(me(), "zero_pad", "typed meanwhile", "typed meanwhile", KeptText.Reason.RESTORED);

        _click(button("take-over"));

        assertThat(archive.of(me()).history())
                .extracting(entry -> ((KeptText) entry).text())
                .containsExactly("typed meanwhile");
    }

    @Test
    void namesOfFilesAreWordsOnly() {
        upload("bring", "../../etc/\u0000\u202e<script>" + "x".repeat(500) + ".py", PAD);

        String title = textOf(byId("offers"));
        assertThat(title).startsWith("What <script>xxx").hasSizeLessThan(130);
        assertThat(title.codePoints().noneMatch(Character::isISOControl)).isTrue();
    }

    @Test
    void aBackquoteInANameOpensNoCode() {
        upload("bring", "a`b`c.py", " ");

        assertThat(page()).contains("was not taken. The file is empty.");
    }

    @Test
    void workFromElsewhereComesAfterAPreview() throws IOException {
        upload("archive", "stride-work.json", everything(SampleWork.everything()));
        assertThat(page()).contains("3 attempts with verdicts.", "One hint taken.");
        assertThat(archive.of(me()).isEmpty()).isTrue();

        _click(button("archive-take"));

        assertThat(page()).contains("All of it is taken over.");
        assertThat(archive.of(me()).history()).hasSize(5);
        assertThat(learner.getObject().progress().predicted().total()).isEqualTo(1);
    }

    @Test
    void exercisesThatAreNotKnownHereAreToldByTheirNames() throws IOException {
        upload(
                "archive",
                "stride-work.json",
                everything(SampleWork.everything()).replace("\"conv_forward\"", "\"conv_sideways\""));

        assertThat(page()).contains("there are no such exercises here: conv_sideways.");
    }

    @Test
    void deletingTakesASecondStep() {
        LearnerId old = me();
        drafts.replace(old, "zero_pad", "mine", "mine", KeptText.Reason.RESTORED);
        _click(button("forget"));
        assertThat(button("forget-delete").isEnabled()).isFalse();
        _click(button("forget-keep"));
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(archive.of(old).isEmpty()).isFalse();

        _click(button("forget"));
        _get(Checkbox.class, spec -> spec.withId("forget-sure")).setValue(true);
        _click(button("forget-delete"));

        assertThat(archive.of(old).isEmpty()).isTrue();
        assertThat(forgotten.contains(old)).isTrue();
    }

    @Test
    void thePageAfterwardsSaysWhatWasDone() {
        open("work?forgotten");

        assertThat(byId("forgotten").isVisible()).isTrue();
        assertThat(page()).contains("From now on you are somebody new.");
    }
}
