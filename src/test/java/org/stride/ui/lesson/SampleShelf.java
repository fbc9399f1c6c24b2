package org.stride.ui.lesson;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.stride.exercise.Catalogue;
import org.stride.lesson.Lessons;
import org.stride.lesson.Samples;

/** A few lessons for tests, so that they say nothing about the texts of the course. */
@TestConfiguration(proxyBeanMethods = false)
class SampleShelf {
    static final Map<String, String> FILES = Map.of(
            "exercises/conv_forward/lesson_en.md", Samples.LESSON,
            "lessons/opening_en.md", "# Seeing with numbers\n\n## Pixels\n\nAn image.\n",
            "lessons/bridge_en.md", "# How a gradient flows\n\n## The chain\n\nA rule.\n",
            "lessons/bridge_zh.md", "# 梯度如何回流\n\n## 链\n\n一条法则。\n",
            "lessons/closing_en.md", "# What you have built\n\n## A network\n\nAll of it.\n");

    @Bean
    @Primary
    Bookshelf sampleShelf(Catalogue catalogue) {
        return new Bookshelf(language -> Lessons.load(catalogue, language, FILES::get));
    }
}
