package org.stride.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.file.Outliner;
import org.stride.grading.file.TakenApart;
import org.stride.notebook.CodeCell;
import org.stride.notebook.CourseNotebook;
import org.stride.notebook.NotebookWriter;
import org.stride.notebook.SourceFile;
import org.stride.notebook.SourceFiles;
import org.stride.python.PythonRunner;
import org.stride.report.Translations;
import org.stride.ui.work.Offer.State;

/** What files mean for the steps, with real Python taking them apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffersTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String PAD = "def zero_pad(X, pad):\n    return np.pad(X, pad)";
    private static final String STEP = "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W)";

    private PythonRunner runner;
    private Outliner outliner;

    @BeforeAll
    void start() {
        runner = CodeGraders.runner();
        outliner = new Outliner(CATALOGUE, runner);
    }

    @AfterAll
    void end() {
        if (runner != null) {
            runner.close();
        }
    }

    private static SourceFile notebook(String... cells) {
        return new SourceFile(
                SourceFile.Kind.NOTEBOOK,
                IntStream.range(0, cells.length)
                        .mapToObj(place -> new CodeCell(place + 1, cells[place]))
                        .toList());
    }

    private Map<String, Offer> offers(Map<String, String> drafts, SourceFile file) throws Exception {
        return byName(Offers.of(file, outliner.apart(file, ""), drafts, CATALOGUE));
    }

    private static Map<String, Offer> byName(List<Offer> offers) {
        return offers.stream()
                .collect(Collectors.toMap(offer -> offer.exercise().name(), offer -> offer));
    }

    private Offer zeroPad(Map<String, String> drafts, String... cells) throws Exception {
        return offers(drafts, notebook(cells)).get("zero_pad");
    }

    @Test
    void withoutADraftWhatComesIsNew() throws Exception {
        Offer offer = zeroPad(Map.of(), "import numpy as np", PAD);

        assertThat(offer.state()).isEqualTo(State.NEW);
        assertThat(offer.text()).isEqualTo(PAD + "\n");
        assertThat(offer.present())
                .isEqualTo(CATALOGUE.get("zero_pad").worksheet().starter());
    }

    @Test
    void anotherDraftDiffers() throws Exception {
        Offer offer = zeroPad(Map.of("zero_pad", "mine"), PAD);

        assertThat(offer.state()).isEqualTo(State.DIFFERS);
        assertThat(offer.present()).isEqualTo("mine");
    }

    @Test
    void whatDiffersInLineEndsOnlyIsTheSame() throws Exception {
        assertThat(zeroPad(Map.of("zero_pad", "\n" + PAD.replace("\n", "\r\n") + "\n\n"), PAD, "1")
                        .state())
                .isEqualTo(State.SAME);
    }

    @Test
    void aSkeletonIsLeftOut() throws Exception {
        String starter = CATALOGUE.get("zero_pad").worksheet().starter();

        assertThat(zeroPad(Map.of(), starter).state()).isEqualTo(State.UNSOLVED);
        assertThat(zeroPad(Map.of("zero_pad", PAD), starter).state()).isEqualTo(State.UNSOLVED);
        assertThat(zeroPad(Map.of("zero_pad", starter), starter).state()).isEqualTo(State.SAME);
    }

    @Test
    void whatIsNotInTheFileIsAbsentAndWhatHasAnotherNameIsTold() throws Exception {
        SourceFile file = notebook("def pad_with_zeros(X, pad):\n    return X", "def zero_pad(X, pad:\n    return X");
        TakenApart parts = outliner.apart(file, "");

        assertThat(byName(Offers.of(file, parts, Map.of(), CATALOGUE)).values())
                .extracting(Offer::state)
                .containsOnly(State.ABSENT);
        assertThat(Offers.others(parts)).containsExactly("pad_with_zeros");
        assertThat(parts.outline().broken()).hasSize(1);
    }

    @Test
    void aFunctionLongerThanADraftMayBeIsLeftOut() throws Exception {
        String longest = "def zero_pad(X, pad):\n" + "    X = X + 1\n".repeat(8_000) + "    return X";

        assertThat(zeroPad(Map.of(), longest).state()).isEqualTo(State.TOO_LONG);
    }

    @Test
    void aLaterDefinitionCountsEvenBelowTheDraftItself() throws Exception {
        Offer offer = zeroPad(Map.of("zero_pad", PAD), PAD, PAD.replace("np.pad(X, pad)", "np.pad(X, 1)"));

        assertThat(offer.state()).isEqualTo(State.DIFFERS);
    }

    @Test
    void theDraftOfAnotherStepMayHaveTheSameFunction() throws Exception {
        String forward =
                PAD.replace("np.pad", "pads") + "\n\n\ndef conv_forward(A_prev, W, b, hparameters):\n    return 1";

        assertThat(offers(Map.of("zero_pad", PAD, "conv_forward", forward), notebook(PAD, forward)))
                .hasEntrySatisfying(
                        "zero_pad", offer -> assertThat(offer.state()).isEqualTo(State.SAME))
                .hasEntrySatisfying(
                        "conv_forward", offer -> assertThat(offer.state()).isEqualTo(State.SAME));
    }

    @Test
    void theNotebookOfOnesOwnWorkIsTheSameForEveryStepWhateverWasTyped() throws Exception {
        Map<String, String> drafts = new HashMap<>();
        for (Exercise exercise : CATALOGUE.exercises()) {
            drafts.put(
                    exercise.name(), exercise.strategies().getFirst().listing().code() + "\nprint(1)\n");
        }
        drafts.put("zero_pad", "  # \u202e <script>\n\ndef zero_pad(X, pad\n\treturn \ud800 😀\r\n");
        drafts.put("conv_forward", STEP + "\n\nimport numpy as np\n\n" + drafts.get("conv_forward"));
        drafts.put("pool_forward", CATALOGUE.get("pool_forward").worksheet().starter());
        Translations texts = new Translations();
        byte[] written = NotebookWriter.write(new CourseNotebook(CATALOGUE, texts::text).filled(drafts));

        Map<String, Offer> offers = offers(drafts, SourceFiles.read("stride-work.ipynb", written));

        assertThat(offers.values()).extracting(Offer::state).containsOnly(State.SAME);
    }

    @Test
    void withoutPythonTheLooksOfTheLinesMustDo() throws Exception {
        SourceFile file = notebook(
                "import numpy as np",
                "# Mine\n" + PAD,
                STEP + "\n\n# Next\ndef create_mask_from_window(x):\n    return x\n\nprint(1)",
                CATALOGUE.get("pool_forward").worksheet().starter());

        Map<String, Offer> offers = byName(Offers.of(file, PlainReading.read(file, CATALOGUE), Map.of(), CATALOGUE));

        assertThat(offers.get("zero_pad").text()).isEqualTo("# Mine\n" + PAD + "\n");
        assertThat(offers.get("conv_single_step").text()).isEqualTo(STEP + "\n");
        assertThat(offers.get("create_mask_from_window").text())
                .isEqualTo("def create_mask_from_window(x):\n    return x\n");
        assertThat(offers.get("pool_forward").state()).isEqualTo(State.UNSOLVED);
        assertThat(offers.get("conv_forward").state()).isEqualTo(State.ABSENT);
    }
}
