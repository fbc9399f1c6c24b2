package org.stride.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    private static Language of(@Nullable String cookie, String... wished) {
        Cookie[] cookies =
                cookie == null ? null : new Cookie[] {new Cookie("other", "zh"), new Cookie(Language.COOKIE, cookie)};
        return Language.of(
                cookies, Arrays.stream(wished).map(Locale::forLanguageTag).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"zh, CHINESE", "zh-CN, CHINESE", "zh-Hant-TW, CHINESE", "en-GB, ENGLISH", "de, ENGLISH"})
    void whoHasNotChosenGetsTheLanguageOfTheirBrowserElseEnglish(String wished, Language language) {
        assertThat(of(null, wished)).isEqualTo(language);
    }

    @Test
    void theFirstLanguageThatStrideSpeaksCounts() {
        assertThat(of(null, "de-AT", "zh-CN", "en")).isEqualTo(Language.CHINESE);
        assertThat(of(null, "de-AT", "en-US", "zh")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aChoiceCountsBeforeTheBrowser() {
        assertThat(of("en", "zh-CN")).isEqualTo(Language.ENGLISH);
        assertThat(of("zh", "en-GB")).isEqualTo(Language.CHINESE);
    }

    @ParameterizedTest
    @CsvSource({"fr", "zh-CN", "''", "EN"})
    void aChoiceOfNoLanguageThatThereIsCountsAsNone(String cookie) {
        assertThat(of(cookie, "zh-CN")).isEqualTo(Language.CHINESE);
    }

    @Test
    void aPageNamesItsLanguageSoThatTheRightSignsAreDrawn() {
        assertThat(Language.CHINESE.tag()).isEqualTo("zh-Hans");
        assertThat(Language.ENGLISH.tag()).isEqualTo("en");
        assertThat(Language.CHINESE.code()).isEqualTo("zh");
    }
}
