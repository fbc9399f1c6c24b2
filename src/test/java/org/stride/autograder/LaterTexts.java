package org.stride.autograder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stride.report.Translator;

/** Puts marks in place of texts, so that what is judged once can be told in every language. */
final class LaterTexts implements Translator {
    /** Characters that no text has. */
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

    private record Said(String key, List<Object> parameters) {}

    private final Map<Said, String> marks = new ConcurrentHashMap<>();
    private final List<Said> all = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String text(String key, Object... parameters) {
        return marks.computeIfAbsent(new Said(key, List.of(parameters)), said -> {
            synchronized (all) {
                all.add(said);
                return "\uE000" + (all.size() - 1) + "\uE001";
            }
        });
    }

    /** The keys of the texts that were asked for. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        all.forEach(said -> keys.add(said.key()));
        return keys;
    }

    /** What was said, in the language of {@code texts}. */
    String in(Translator texts, String marked) {
        return in(texts, marked, UnaryOperator.identity());
    }

    /** @param escape makes a text one that may stand where its mark stood */
    String in(Translator texts, String marked, UnaryOperator<String> escape) {
        return MARK.matcher(marked).replaceAll(mark -> {
            Said said = all.get(Integer.parseInt(mark.group(1)));
            Object[] parameters = said.parameters().stream()
                    .map(parameter -> parameter instanceof String text ? in(texts, text) : parameter)
                    .toArray();
            return Matcher.quoteReplacement(escape.apply(texts.text(said.key(), parameters)));
        });
    }
}
