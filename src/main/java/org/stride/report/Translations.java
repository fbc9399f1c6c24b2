package org.stride.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The texts in one language. What is missing in it is told in English. */
public final class Translations implements Translator {
    private final Locale locale;
    private final Properties texts;

    /** In English, for where nobody knows the reader’s language. */
    public Translations() {
        this(Locale.ENGLISH);
    }

    public Translations(Locale locale) {
        this.locale = locale;
        Properties english = load(new Properties(), "");
        texts = locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english
                : load(new Properties(english), "_" + locale.getLanguage());
    }

    private static Properties load(Properties texts, String suffix) {
        String file = "/vaadin-i18n/translations" + suffix + ".properties";
        try (InputStream stream = Objects.requireNonNull(Translations.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
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
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }
}
