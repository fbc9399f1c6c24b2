package org.stride.learner.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.exercise.Catalogue;
import org.stride.learner.Work;
import org.stride.learner.file.BrokenWorkException.Problem;

class WorkFileTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Instant NOW = SampleWork.NOW;

    private static String written(Work work) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkFile.write(work, NOW, bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static WorkFile.Content read(String file) throws BrokenWorkException, IOException {
        return WorkFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), CATALOGUE);
    }

    private static void refuses(String file, Problem problem, String place) {
        assertThatExceptionOfType(BrokenWorkException.class)
                .isThrownBy(() -> read(file))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem))
                .satisfies(e -> assertThat(e.place()).isEqualTo(place));
    }

    @Test
    void everythingComesBackAsItWas() throws Exception {
        Work work = SampleWork.everything();

        WorkFile.Content content = read(written(work));

        assertThat(content.work()).isEqualTo(work);
        assertThat(content.exportedAt()).isEqualTo(NOW);
        assertThat(content.unknown()).isEmpty();
    }

    @Test
    void noWorkAtAllIsAFileToo() throws Exception {
        Work nothing = new Work(List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(read(written(nothing)).work()).isEqualTo(nothing);
    }

    @Test
    void theFileIsPlainTextInWhichNothingRuns() throws IOException {
        assertThat(written(SampleWork.everything()))
                .matches("[ -~\\n]*")
                .startsWith("{\n  \"application\" : \"Stride\",\n  \"format\" : 1,\n")
                .doesNotContain("editor", "learner", "cookie", "revision", "sequence");
    }

    @Test
    void exercisesThatAreNotKnownHereAreLeftOutAndTold() throws Exception {
        WorkFile.Content content =
                read(written(SampleWork.everything()).replace("\"conv_forward\"", "\"conv_sideways\""));

        assertThat(content.unknown()).containsExactly("conv_sideways");
        assertThat(content.work().drafts()).extracting("exercise").containsExactly("zero_pad");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("\"format\" : 1", "\"format\" : 2", Problem.OTHER_FORMAT, "2"),
                Arguments.of("\"format\" : 1,", "", Problem.OTHER_FORMAT, "null"),
                Arguments.of("\"application\" : \"Stride\"", "\"application\" : \"Other\"", Problem.NOT_WORK, ""),
                Arguments.of("\"format\" : 1", "\"format\" : \"1\"", Problem.WRONG, "format"),
                Arguments.of("\"format\" : 1", "\"format\" : 1.0", Problem.WRONG, "format"),
                Arguments.of("\"format\" : 1,", "\"format\" : 1, \"format\" : 1,", Problem.NOT_JSON, ""),
                Arguments.of("\"format\" : 1,", "\"format\" : 1, \"more\" : 1,", Problem.WRONG, "more"),
                Arguments.of("\"exportedAt\" : \"2026", "\"exportedAt\" : \"1936", Problem.WRONG, "exportedAt"),
                Arguments.of("\"exportedAt\" : \"2026", "\"exportedAt\" : \"20x6", Problem.WRONG, "exportedAt"),
                Arguments.of("\"conv_forward\"", "\"../conv\"", Problem.WRONG, "drafts[0].exercise"),
                Arguments.of("\"conv_forward\"", "\"zero_pad\"", Problem.WRONG, "drafts"),
                Arguments.of("\"text\" : \"def conv_forward(\"", "\"text\" : null", Problem.WRONG, "drafts[0].text"),
                Arguments.of("\"text\" : \"def conv_forward(\"", "\"text\" : 7", Problem.WRONG, "drafts[0].text"),
                Arguments.of("\"kind\" : \"card\"", "\"kind\" : \"CARD\"", Problem.WRONG, "history[0].kind"),
                Arguments.of("\"kind\" : \"card\"", "\"kind\" : \"typed\"", Problem.WRONG, "history[0].text"),
                Arguments.of("\"card\" : \"C\"", "\"card\" : \"<b>\"", Problem.WRONG, "history[0].card"),
                Arguments.of(
                        "\"tookMilliseconds\" : 4",
                        "\"tookMilliseconds\" : -4",
                        Problem.WRONG,
                        "history[0].tookMilliseconds"),
                Arguments.of(
                        "\"tookMilliseconds\" : 4",
                        "\"tookMilliseconds\" : 99999999999999999999",
                        Problem.WRONG,
                        "history[0].tookMilliseconds"),
                Arguments.of("\"passed\" : 3", "\"passed\" : 8", Problem.WRONG, "history[0].verdict.shown"),
                Arguments.of(
                        "\"kind\" : \"cause\"",
                        "\"kind\" : \"html\"",
                        Problem.WRONG,
                        "history[0].verdict.passages[0].kind"),
                Arguments.of("\"passages\" : [ ]", "\"passages\" : null", Problem.WRONG, "history[2].verdict.passages"),
                Arguments.of("\"hint\" : \"border\"", "\"hint\" : \"<b>\"", Problem.WRONG, "hintsTaken[0].hint"),
                Arguments.of(
                        "\"milliseconds\" : 720000",
                        "\"milliseconds\" : 86400001",
                        Problem.WRONG,
                        "timeSpent[0].milliseconds"),
                Arguments.of(
                        "\"day\" : \"2026-02-28\"", "\"day\" : \"1926-02-28\"", Problem.WRONG, "timeSpent[0].day"));
    }

    @Test
    void workThatWasWrittenDownWhileTheClockWasWrongIsTaken() throws Exception {
        String file = written(SampleWork.everything()).replace("\"at\" : \"2026", "\"at\" : \"1970");

        assertThat(read(file).work().history())
                .hasSameSizeAs(SampleWork.everything().history())
                .anyMatch(entry -> entry.at().isBefore(Instant.parse("1971-01-01T00:00:00Z")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("broken")
    void whatIsNotPlausibleIsRefusedWithItsPlace(String right, String wrong, Problem problem, String place)
            throws IOException {
        String file = written(SampleWork.everything());
        assertThat(file).contains(right);

        refuses(file.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)), problem, place);
    }

    @Test
    void anEntryTwiceInAFileIsRefused() throws IOException {
        Work work = SampleWork.everything();
        String first = work.history().get(0).id().toString();
        String second = work.history().get(1).id().toString();

        refuses(written(work).replace(second, first), Problem.WRONG, "history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{", "{\"application\":\"Stride\"", "\u0000", "{\"application\":\"Stride\",}"})
    void whatIsNoJsonIsRefused(String file) {
        assertThatExceptionOfType(BrokenWorkException.class)
                .isThrownBy(() -> read(file))
                .satisfies(e -> assertThat(e.problem()).isIn(Problem.NOT_JSON, Problem.NOT_WORK));
    }

    @ParameterizedTest
    @CsvSource({"[]", "1", "null", "'{}'", "'\"text\"'"})
    void otherJsonIsNobodysWork(String file) {
        refuses(file, Problem.NOT_WORK, "");
    }

    @Test
    void whatComesAfterTheEndIsRefused() throws IOException {
        String file = written(SampleWork.everything());
        assertThatExceptionOfType(BrokenWorkException.class).isThrownBy(() -> read(file + "{}"));
    }

    @Test
    void aTextThatIsTooLongIsRefused() throws IOException {
        String file = written(SampleWork.everything());
        String text = "def conv_forward(";

        assertThatExceptionOfType(BrokenWorkException.class)
                .isThrownBy(() -> read(file.replace(text, "x".repeat(100_001))))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.WRONG));
    }

    @Test
    void theLongestTextIsTaken() throws Exception {
        String longest = "x".repeat(100_000);
        WorkFile.Content content = read(written(SampleWork.everything()).replace("def conv_forward(", longest));

        assertThat(content.work().drafts().getFirst().text()).isEqualTo(longest);
    }

    @Test
    void nestingEndsSoon() {
        assertThatExceptionOfType(BrokenWorkException.class)
                .isThrownBy(() -> read("{\"drafts\":" + "[".repeat(100_000)))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.WRONG));
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) ' ');
                return length;
            }
        };

        assertThatExceptionOfType(BrokenWorkException.class)
                .isThrownBy(() -> WorkFile.read(endless, CATALOGUE))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
    }
}
