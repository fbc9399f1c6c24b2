package org.stride.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Hint;
import org.stride.exercise.HintLadder;
import org.stride.grading.CaseResult;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeVerdict;
import org.stride.report.CodeWording;
import org.stride.report.Joining;
import org.stride.report.MistakeIds;
import org.stride.report.Translations;
import org.stride.report.Translator;
import org.stride.report.Wording;
import org.stride.report.WorkingWording;

/** What the page of an exercise says, in one language, as Markdown; it notes which texts it asked for. */
final class Transcript {
    private final String language;
    private final Set<String> keys = new TreeSet<>();
    private final Translator texts;
    private final Wording wording;
    private final CodeWording codeWording;
    private final StringBuilder text = new StringBuilder();

    Transcript(String language) {
        this.language = language;
        Translations translations = new Translations(Locale.of(language));
        texts = (key, parameters) -> {
            keys.add(key);
            return translations.text(key, parameters);
        };
        wording = new Wording(texts);
        codeWording = new CodeWording(texts);
    }

    Translator texts() {
        return texts;
    }

    /** The keys of all texts that were asked for. */
    Set<String> keys() {
        return keys;
    }

    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    void title(String title) {
        text.append("# ").append(title).append("\n\n");
    }

    void exercise(Exercise exercise) {
        title(texts.text("exercise." + exercise.name() + ".title"));
    }

    /** The whole ladder, and for which mistakes each of its hints comes before its turn. */
    void hints(Exercise exercise) {
        HintLadder ladder = exercise.hints();
        section(texts.text("hints.title"));
        int count = ladder.hints().size();
        for (int place = 0; place < count; place++) {
            Hint hint = ladder.hints().get(place);
            text.append("### ").append(texts.text("hints.hint", place + 1, count));
            text.append(" · `").append(hint.id()).append("`\n\n");
            text.append(hint.text(language)).append("\n\n");
            Hint.Example example = hint.example();
            if (example != null) {
                text.append(texts.text("hints.example")).append("\n\n");
                text.append(TypedCode.fenced("python", example.code()));
                text.append(texts.text("hints.prints")).append("\n\n");
                text.append(TypedCode.fenced("text", example.prints()));
            }
            List<String> mistakes = exercise.flaws().stream()
                    .filter(flaw -> hint.mistakes().contains(flaw.id()))
                    .map(wording::name)
                    .toList();
            if (!mistakes.isEmpty()) {
                item(texts.text("hints.offer"), Joining.longList(texts, mistakes));
                text.append("\n");
            }
        }
        text.append("### ").append(texts.text("puzzle.title")).append("\n\n");
        text.append(texts.text("puzzle.explanation", ladder.strays().size())).append("\n\n");
        text.append(TypedCode.fenced("python", String.join("\n", ladder.shuffled())));
        text.append("### ").append(texts.text("hints.solution", ladder.lineCount(), ladder.lineCount()));
        text.append("\n\n").append(TypedCode.fenced("python", ladder.beginning(ladder.lineCount())));
    }

    void section(String title) {
        text.append("## ").append(title).append("\n\n");
    }

    /** A card that is wrong, with its decisive lines, and what is said when its code is typed. */
    void card(Flaw flaw, CodeVerdict code) {
        text.append("### ").append(texts.text("run.title", flaw.letter()));
        text.append(" · `").append(flaw.id()).append("`\n\n");
        text.append(TypedCode.fenced("python", flaw.listing().excerpt()));
        told(code, false);
    }

    /** Typed code, and what is said of it. */
    void typed(TypedCode typed, CodeVerdict code) {
        text.append("## `").append(typed.name()).append("`\n\n");
        text.append(typed.shown().strip()).append("\n\n");
        told(code, true);
    }

    private void told(CodeVerdict code, boolean worked) {
        Verdict verdict = code.verdict();
        item(texts.text(verdict.passed() ? "verdict.passed.title" : "verdict.failed.title"), wording.summary(verdict));
        String blame = codeWording.blame(code);
        if (blame != null) {
            item(texts.text("blame.title"), blame);
        }
        if (code.problem() != null) {
            item(texts.text("problem.title"), codeWording.problem(code.problem()));
            if (code.problem().line() > 0) {
                text.append("  - ")
                        .append(texts.text("problem.go_to", code.problem().line()));
                text.append("\n");
            }
        }
        code.cause().ifPresent(cause -> cause(verdict, cause));
        code.evidence().ifPresent(failure -> evidence(verdict, failure, worked));
        Stream.concat(
                        verdict.notes().stream().map(wording::note),
                        code.warnings().stream().map(codeWording::warning).filter(Objects::nonNull))
                .forEach(note -> item(texts.text("note.title"), note));
        if (!verdict.results().isEmpty()) {
            half("verdict.shown.title", verdict.shown());
            half("verdict.held_out.title", verdict.heldOut());
            if (!verdict.advisory().isEmpty()) {
                half("verdict.advisory.title", new Verdict.Half(verdict.advisory(), 0));
            }
        }
        Hint offered = offered(code);
        if (offered != null) {
            int place = verdict.exercise().hints().hints().indexOf(offered) + 1;
            item(texts.text("hints.offer"), texts.text("hints.offer.show", place));
        }
        text.append("\n").append(ids(code)).append("\n\n");
    }

    private void cause(Verdict verdict, Diagnosis cause) {
        String names = cause.flaws().stream().map(wording::name).collect(Collectors.joining(" / "));
        String sentence = wording.diagnosis(verdict, cause);
        item(texts.text("diagnosis.title"), names.isEmpty() ? sentence : "*" + names + "* " + sentence);
    }

    private void evidence(Verdict verdict, CaseResult failure, boolean worked) {
        String key = failure.testCase().required() ? "evidence.title" : "evidence.advisory.title";
        text.append("- **")
                .append(texts.text(key, wording.traits(failure.testCase().traits())));
        text.append("** ").append(steady(wording.reason(failure))).append("\n");
        if (failure.difference() instanceof Difference.WrongShape shape) {
            text.append("  - ").append(texts.text("evidence.got", shape.got().shape()));
            text.append("\n  - ")
                    .append(texts.text("evidence.wanted", shape.wanted().shape()));
            text.append("\n");
        }
        if (worked
                && failure.difference() instanceof Difference.WrongValues(Difference.WrongCells cells)
                && verdict.exercise().returns().stream()
                        .anyMatch(part -> part.name().equals(cells.part()))) {
            List<String> lines = new ArrayList<>(new WorkingWording(texts)
                    .lines(verdict.exercise().working(failure.testCase().arguments(), cells.part(), cells.first())));
            lines.add(texts.text("working.got", Wording.cell(cells.wanted(), cells.firstGot())));
            lines.forEach(line -> text.append("  - ").append(line.strip()).append("\n"));
        }
    }

    /** How many checks of it pass, and the first that does not. */
    private void half(String key, Verdict.Half half) {
        text.append("- ").append(texts.text(key, half.passedCount(), half.total()));
        text.append("\n");
        if (half.notRun() > 0) {
            text.append("  - ").append(texts.text("verdict.not_run", half.notRun()));
            text.append("\n");
        }
        half.failures().stream()
                .findFirst()
                .ifPresent(failure -> text.append("  - ✗ ")
                        .append(wording.traits(failure.testCase().traits()))
                        .append(" · ")
                        .append(steady(wording.reason(failure)))
                        .append("\n"));
    }

    void paragraph(String said) {
        text.append(said.strip()).append("\n\n");
    }

    /** A line of a list; {@link #gap} ends it. */
    void line(String said) {
        text.append("- ").append(steady(said)).append("\n");
    }

    /** What belongs to the line before. */
    void under(String said) {
        text.append("  - ").append(steady(said)).append("\n");
    }

    void gap() {
        text.append("\n");
    }

    void item(String label, String said) {
        line("**" + label + "** " + said);
    }

    /** The hint that comes before its turn, if there is one. */
    static @Nullable Hint offered(CodeVerdict code) {
        return code.cause().stream()
                .flatMap(cause -> cause.flaws().stream())
                .flatMap(flaw -> code.verdict().exercise().hints().about(flaw).stream())
                .findFirst()
                .orElse(null);
    }

    /** The kinds of what is said, which do not depend on the words of a Python. */
    private static String ids(CodeVerdict code) {
        List<String> ids = new ArrayList<>();
        if (code.problem() != null) {
            ids.add(MistakeIds.of(code.problem()));
        }
        code.cause().map(MistakeIds::of).ifPresent(ids::add);
        code.verdict()
                .firstShownFailure()
                .map(CaseResult::difference)
                .ifPresent(difference -> ids.add("difference." + MistakeIds.snake(difference)));
        Hint offered = offered(code);
        if (offered != null) {
            ids.add("hint." + offered.id());
        }
        return ids.isEmpty() ? "`-`" : ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(" "));
    }

    /** Addresses in memory are others in every run. */
    private static String steady(String said) {
        return said.replaceAll("0x[0-9a-fA-F]{6,16}", "0x…");
    }
}
