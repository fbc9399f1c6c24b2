package org.stride.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The texts in English, for where there is no page that knows its reader’s language. */
public final class Translations implements Translator {
    private final Properties texts = new Properties();

    public Translations() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Translations.class.getResourceAsStream("/vaadin-i18n/translations.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Properties all() {
        return texts;
    }

    @Override
    public String text(String key, Object... parameters) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return parameters.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(parameters);
    }
}
