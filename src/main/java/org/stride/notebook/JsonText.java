package org.stride.notebook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON as notebooks have it, token by token; what is wrong with it becomes a sentence. */
final class JsonText {
    private static final int LONGEST_WORD = 50_000;

    private final JsonParser parser;
    private final CountingReader reader;
    private final ReadingLimits limits;

    /** Knows how much there was, since the parser does not always say that it came to the end. */
    private static final class CountingReader extends FilterReader {
        private long count;
        private boolean ended;

        CountingReader(Reader reader) {
            super(reader);
        }

        @Override
        public int read(char[] chars, int from, int length) throws IOException {
            int read = super.read(chars, from, length);
            ended = ended || read < 0;
            count += Math.max(0, read);
            return read;
        }
    }

    /** Something that reads tokens. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonText json) throws UnreadableFileException;
    }

    private JsonText(JsonParser parser, CountingReader reader, ReadingLimits limits) {
        this.parser = parser;
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * Reads one object and makes sure that nothing follows it.
     *
     * @param reading finds the parser on the object's beginning and leaves it on its end
     * @throws IOException if the reader breaks
     */
    static <T> T read(Reader reader, ReadingLimits limits, Reading<T> reading)
            throws UnreadableFileException, IOException {
        CountingReader counting = new CountingReader(reader);
        try (JsonParser parser = factory(limits).createParser(ObjectReadContext.empty(), counting)) {
            JsonText json = new JsonText(parser, counting, limits);
            try {
                T result = json.object(reading);
                json.expectEnd();
                return result;
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException e) {
                throw json.refusal(e);
            }
        }
    }

    private static JsonFactory factory(ReadingLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.characters())
                .maxNameLength(LONGEST_WORD)
                .maxNumberLength(LONGEST_WORD)
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                // Python writes NaN, and Jupyter reads it.
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                // A table of all names is of no use here, and could be made to grow.
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .build();
    }

    private <T> T object(Reading<T> reading) throws UnreadableFileException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Refusals.empty();
        }
        if (first != JsonToken.START_OBJECT) {
            throw Refusals.notAnObject(Refusals.name(first));
        }
        return reading.read(this);
    }

    private void expectEnd() throws UnreadableFileException {
        JsonToken more;
        try {
            more = parser.nextToken();
        } catch (StreamConstraintsException | JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            throw Refusals.moreAfterTheEnd(line());
        }
        if (more != null) {
            throw Refusals.moreAfterTheEnd(line());
        }
    }

    private UnreadableFileException refusal(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            boolean deep = parser.streamReadContext().getNestingDepth() >= limits.depth();
            return deep ? Refusals.tooDeep(limits.depth()) : Refusals.endlessWord();
        }
        boolean atTheEnd = reader.ended && parser.currentLocation().getCharOffset() >= reader.count;
        return atTheEnd ? Refusals.brokenOff(line()) : Refusals.notJson(line());
    }

    private int line() {
        return parser.currentLocation().getLineNr();
    }

    /** The name of the next entry of the object that is being read; {@code null} at its end. */
    @Nullable
    String nextName() {
        return parser.nextName();
    }

    JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IllegalStateException("the end of the input is found before the end of its tokens");
        }
        return token;
    }

    /** Passes over the value that begins here. */
    void skip() {
        parser.skipChildren();
    }

    /** The text or the digits that the parser is on. */
    String text() {
        return parser.getString();
    }

    /** The next value, which must be one of a kind. */
    void expect(JsonToken wanted, String what) throws UnreadableFileException {
        JsonToken got = next();
        if (got != wanted) {
            throw wrong(what, Refusals.name(wanted), got);
        }
    }

    /** @param what in words */
    UnreadableFileException wrong(String what, String wanted, JsonToken got) {
        return Refusals.wrongType(what, wanted, Refusals.name(got));
    }

    /** A text whose length counts against what is left. */
    String text(int left) throws UnreadableFileException {
        try {
            String text = parser.getString();
            if (text.length() > left) {
                throw Refusals.tooLong(limits.characters());
            }
            return text;
        } catch (StreamConstraintsException e) {
            throw Refusals.tooLong(limits.characters());
        }
    }
}
