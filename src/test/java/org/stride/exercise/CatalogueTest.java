package org.stride.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String ENTRY = "exercises/zero_pad/exercise.yaml";

    private static @Nullable String file(String path) {
        try (InputStream stream = CatalogueTest.class.getResourceAsStream("/" + path)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real files, with one of them changed. */
    private static Function<String, @Nullable String> with(String path, UnaryOperator<String> change) {
        return asked -> {
            String text = file(asked);
            return asked.equals(path) && text != null ? change.apply(text) : text;
        };
    }

    @Test
    void theEightExercisesStandInTheOrderOfTheCourse() {
        assertThat(Catalogue.load().exercises())
                .extracting(Exercise::name)
                .containsExactly(
                        "zero_pad",
                        "conv_single_step",
                        "conv_forward",
                        "pool_forward",
                        "conv_backward",
                        "create_mask_from_window",
                        "distribute_value",
                        "pool_backward");
    }

    @Test
    void aSignatureReadsAsInTheNotebook() {
        assertThat(Catalogue.load().get("pool_forward").signature())
                .isEqualTo("pool_forward(A_prev, hparameters, mode=\"max\")");
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            number: 1        | number: one       | number must be a whole number, got one
            number: 1        | number: 2         | number must count the exercises from 1 without gaps: expected 1, got 2
            number: 1\\n      |                   | number is missing
            - np_pad         | - np_pat          | names np_pat, which is neither a strategy nor a flaw
            - np_pad         | - zeros_and_slice | names zeros_and_slice a second time
            {name: pad,      | {                 | parameters[1].name is missing
            type: int        | type: 3           | parameters[1].type must be a text, got 3
            type: int        | type: (a, b)    | parameters[1].b) is not known
            number: 1        | numbre: 1       | numbre is not known
            deck:            | deck: []\\neditions:  | deck must be a list of one or more, got []
            parameters:      | parameters: [     | the whole file is not YAML
            """)
    void aBrokenEntryIsNamedByFileAndField(String part, @Nullable String replacement, String message) {
        Function<String, @Nullable String> files = with(
                ENTRY,
                text -> text.replace(
                        part.replace("\\n", "\n"), replacement == null ? "" : replacement.replace("\\n", "\n")));

        assertThatThrownBy(() -> Catalogue.load(files))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(ENTRY)
                .hasMessageContaining(message);
    }

    @Test
    void aCardThatIsLeftOutOfTheDeckIsNamed() {
        assertThatThrownBy(() -> Catalogue.load(with(ENTRY, text -> text.replace("  - np_pad\n", ""))))
                .hasMessage(ENTRY + ": deck leaves out np_pad");
    }

    @Test
    void aMissingListingIsNamed() {
        String listing = "exercises/zero_pad/listings/np_pad.py";

        assertThatThrownBy(() -> Catalogue.load(asked -> asked.equals(listing) ? null : file(asked)))
                .hasMessage(listing + ": the whole file is missing");
    }

    @Test
    void aListingWithoutDecisiveLinesIsNamed() {
        String listing = "exercises/zero_pad/listings/np_pad.py";

        assertThatThrownBy(() -> Catalogue.load(with(listing, text -> text.replace("  #:", ""))))
                .hasMessageContaining(listing + ": the decisive lines are missing");
    }

    @Test
    void lettersGoOnAfterZ() {
        assertThat(Catalogue.letter(0)).isEqualTo("A");
        assertThat(Catalogue.letter(25)).isEqualTo("Z");
        assertThat(Catalogue.letter(26)).isEqualTo("AA");
        assertThat(Catalogue.letter(27)).isEqualTo("AB");
        assertThat(Catalogue.letter(52)).isEqualTo("BA");
    }

    @Test
    void theMarkerOfADecisiveLineIsNoPartOfTheCode() {
        Listing listing = Listing.parse("def f(x):\n    a = 1\n    return x + a  #:\n");

        assertThat(listing.code()).isEqualTo("def f(x):\n    a = 1\n    return x + a\n");
        assertThat(listing.decisiveLines()).containsExactly(3);
        assertThat(listing.excerpt()).isEqualTo("return x + a");
    }
}
