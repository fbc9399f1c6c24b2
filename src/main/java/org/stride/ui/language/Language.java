package org.stride.ui.language;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that all of Stride speaks. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    CHINESE(Locale.forLanguageTag("zh-Hans"), "中文");

    /** Only there once somebody has chosen; pages set it themselves. */
    public static final String COOKIE = "stride-language";

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** Such as {@code zh}: names it in the cookie, and its texts. */
    public String code() {
        return locale.getLanguage();
    }

    /** For the {@code lang} attribute: it also says which shapes of the signs to draw. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** What those call it who speak it. */
    public String ownName() {
        return ownName;
    }

    /** The language of some locale: whatever country or script it names. */
    public static Optional<Language> of(Locale locale) {
        return find(locale.getLanguage());
    }

    private static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** What a page that is asked for speaks. */
    public static Language of(VaadinRequest request) {
        Enumeration<Locale> wished = request.getLocales();
        return of(request.getCookies(), wished == null ? List.of() : Collections.list(wished));
    }

    /** @param wished best first, as the browser sends them */
    static Language of(Cookie @Nullable [] cookies, List<Locale> wished) {
        return chosen(cookies)
                .or(() -> wished.stream().flatMap(locale -> of(locale).stream()).findFirst())
                .orElse(ENGLISH);
    }

    private static Optional<Language> chosen(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> find(cookie.getValue()).stream())
                        .findFirst();
    }
}
