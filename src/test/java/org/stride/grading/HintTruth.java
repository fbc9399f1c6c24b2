package org.stride.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stride.Cards;
import org.stride.PythonListings;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Hint;
import tools.jackson.databind.json.JsonMapper;

/** Holds what hints say against cards that are judged and examples that are run; tells what is not so. */
final class HintTruth {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    /** Sizes such as 3×3 are names. */
    private static final Pattern SIZE = Pattern.compile("\\d+×\\d+");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Catalogue catalogue;
    private final Grader grader;

    HintTruth(Catalogue catalogue, Grader grader) {
        this.catalogue = catalogue;
        this.grader = grader;
    }

    // --- Cards
    // -------------------------------------------------------------------------------------------------

    List<String> contrasts(Exercise exercise, Hint hint) {
        List<String> complaints = new ArrayList<>();
        for (Hint.Contrast contrast : hint.contrasts()) {
            Choice right = Cards.card(exercise, contrast.right());
            Choice wrong = Cards.card(exercise, contrast.wrong());
            String rightCode = dense(right.listing().code());
            String wrongCode = dense(wrong.listing().code());
            String says = dense(contrast.says());
            if (!grader.grade(exercise, right, CheckListener.NONE).passed()) {
                complaints.add(contrast.right() + " does not pass");
            }
            if (grader.grade(exercise, wrong, CheckListener.NONE).passed()
                    && !(wrong instanceof Flaw flaw && flaw.advisory())) {
                complaints.add(contrast.wrong() + " does not fail");
            }
            if (!rightCode.contains(says)) {
                complaints.add(contrast.right() + " does not say " + contrast.says());
            }
            String unlike = contrast.unlike();
            if (unlike == null ? wrongCode.contains(says) : !wrongCode.contains(unlike) || rightCode.contains(unlike)) {
                complaints.add(contrast.wrong() + " is not told apart by " + contrast.says());
            }
        }
        return complaints;
    }

    // --- What the text says
    // ------------------------------------------------------------------------------------

    /** Code that stands nowhere, numbers that nothing prints, and what is said in one language alone. */
    List<String> words(Exercise exercise, Hint hint) {
        String known = dense(Stream.of(
                        hint.contrasts().stream()
                                .map(contrast -> contrast.says() + "\n" + contrast.unlike())
                                .collect(Collectors.joining("\n")),
                        hint.example() == null
                                ? ""
                                : hint.example().code() + hint.example().prints(),
                        exercise.hints().solution().listing().code(),
                        exercise.worksheet().starter())
                .collect(Collectors.joining("\n")));
        Set<String> printed =
                numbers(hint.example() == null ? "" : hint.example().prints());
        List<String> complaints = new ArrayList<>();
        for (String language : Hint.LANGUAGES) {
            String text = hint.text(language);
            code(text).stream()
                    .filter(code -> !known.contains(dense(code)))
                    .forEach(code -> complaints.add(language + ": `" + code + "` stands nowhere"));
            numbers(SIZE.matcher(CODE.matcher(text).replaceAll("")).replaceAll("")).stream()
                    .filter(number -> !printed.contains(number))
                    .forEach(number -> complaints.add(language + ": " + number + " is printed nowhere"));
        }
        if (!code(hint.text("en")).equals(code(hint.text("zh")))) {
            complaints.add("not the same code in both languages: " + code(hint.text("en")) + code(hint.text("zh")));
        }
        return complaints;
    }

    private static Set<String> code(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As they are read: 4. is 4, and 0.50 is 0.5. */
    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> number.contains(".") ? number.replaceAll("\\.?0+$", "") : number)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String dense(String code) {
        return code.replaceAll("\\s", "");
    }

    // --- Examples
    // ----------------------------------------------------------------------------------------------

    /** An example that prints something else, and mistakes for which it prints the very same, so that it cannot help them. */
    List<String> examples(Exercise exercise, List<Hint> hints) {
        List<Map<String, Object>> requests = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (Hint hint : hints) {
            Hint.Example example = hint.example();
            if (example != null) {
                asked.add(new Asked(hint.id(), "", example.prints()));
                requests.add(request(example, List.of()));
                for (String mistake : hint.mistakes()) {
                    asked.add(new Asked(hint.id(), mistake, example.prints()));
                    requests.add(request(
                            example,
                            List.of(Cards.card(exercise, mistake).listing().code())));
                }
            }
        }
        List<String> printed = run(requests);
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            boolean same = printed.get(i).equals(one.prints);
            boolean shown = hints.stream()
                    .filter(hint -> hint.id().equals(one.hint))
                    .flatMap(hint -> hint.contrasts().stream())
                    .anyMatch(contrast -> contrast.wrong().equals(one.mistake));
            if (one.mistake.isEmpty() && !same) {
                complaints.add(one.hint + " prints " + printed.get(i));
            } else if (!one.mistake.isEmpty() && same && !shown) {
                complaints.add(one.hint + " is the same with " + one.mistake);
            }
        }
        return complaints;
    }

    /** Mistakes to which a hint is offered though nothing of it shows them. */
    List<String> unshown(Hint hint) {
        Set<String> shown = hint.contrasts().stream().map(Hint.Contrast::wrong).collect(Collectors.toSet());
        return hint.example() != null
                ? List.of()
                : hint.mistakes().stream().filter(id -> !shown.contains(id)).toList();
    }

    private record Asked(String hint, String mistake, String prints) {}

    private Map<String, Object> request(Hint.Example example, List<String> instead) {
        List<String> functions = Stream.concat(
                        catalogue.exercises().stream()
                                .map(e -> e.hints().solution().listing().code()),
                        instead.stream())
                .toList();
        return Map.of("functions", functions, "code", example.code());
    }

    private static List<String> run(List<Map<String, Object>> requests) {
        try {
            Process python = new ProcessBuilder(
                            PythonListings.python().toString(), "-B", "src/test/python/run_examples.py")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var out = python.outputWriter(StandardCharsets.UTF_8)) {
                out.write(JSON.writeValueAsString(requests));
            }
            String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> printed = new ArrayList<>();
            JSON.readTree(answer).forEach(text -> printed.add(text.asString()));
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
