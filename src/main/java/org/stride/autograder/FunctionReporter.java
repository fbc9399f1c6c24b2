package org.stride.autograder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stride.autograder.Assignment.Task;
import org.stride.grading.Diagnosis;
import org.stride.grading.Note;
import org.stride.grading.Verdict;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.grading.file.FunctionVerdict;
import org.stride.grading.file.Outline;
import org.stride.python.Outcome;
import org.stride.report.CodeWording;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.FunctionReport.Count;
import org.stride.report.FunctionReport.Status;
import org.stride.report.MistakeIds;
import org.stride.report.Place;
import org.stride.report.Translator;
import org.stride.report.Wording;

/** Words what was found about one function. */
final class FunctionReporter {
    private final Translator texts;
    private final Wording wording;
    private final CodeWording codeWording;
    private final Places places;
    private final Outline outline;

    FunctionReporter(Translator texts, Places places, Outline outline) {
        this.texts = texts;
        this.wording = new Wording(texts);
        this.codeWording = new CodeWording(texts);
        this.places = places;
        this.outline = outline;
    }

    FunctionReport report(FunctionVerdict function, Task task) {
        CodeVerdict telling = function.telling();
        return telling == null ? notJudged(function, task) : judged(function, telling, task);
    }

    private FunctionReport judged(FunctionVerdict function, CodeVerdict telling, Task task) {
        Verdict verdict = telling.verdict();
        Status status = status(function.passed(), verdict);
        boolean told = status == Status.FAILED || status == Status.ERROR;
        Count shown = new Count(verdict.shown().passedCount(), verdict.shown().total());
        Count heldOut =
                new Count(verdict.heldOut().passedCount(), verdict.heldOut().total());
        Outline.Function defined = Objects.requireNonNull(function.function());
        return new FunctionReport(
                function.exercise().name(),
                status,
                task.optional(),
                task.points(),
                status == Status.PASSED ? task.points() : 0,
                places.of(defined.origin()),
                shown,
                heldOut,
                verdict.judged() ? wording.summary(verdict) : texts.text("function.unfinished"),
                told ? new Differences(function.exercise(), texts).first(verdict) : null,
                told ? problem(function, telling) : null,
                told ? diagnosis(telling) : null,
                new BlameReporter(texts).report(function),
                notes(function, telling),
                seconds(function));
    }

    private FunctionReport notJudged(FunctionVerdict function, Task task) {
        String name = function.exercise().name();
        Outline.Function unsolved = function.function();
        Finding broken = unsolved == null ? broken(name) : null;
        Finding renamed = unsolved == null && broken == null ? renamed(function) : null;
        return new FunctionReport(
                name,
                broken == null ? Status.NOT_ATTEMPTED : Status.ERROR,
                task.optional(),
                task.points(),
                0,
                unsolved != null ? places.of(unsolved.origin()) : broken != null ? broken.place() : null,
                null,
                null,
                broken != null
                        ? texts.text("function.unfinished")
                        : unsolved != null ? texts.text("function.unsolved") : texts.text("function.none", name),
                null,
                broken != null ? broken : renamed,
                null,
                null,
                List.of(),
                seconds(function));
    }

    private @Nullable Finding broken(String name) {
        return outline.broken().stream()
                .filter(broken -> broken.function().equals(name))
                .reduce((first, last) -> last)
                .map(broken -> {
                    Place place = places.of(broken.origin());
                    return new Finding(
                            "problem.not_python",
                            place,
                            codeWording.sentence(CodeProblem.NotPython.of(
                                    place.code(), broken.message(), place.line(), broken.column())));
                })
                .orElse(null);
    }

    private @Nullable Finding renamed(FunctionVerdict function) {
        String name = function.exercise().name();
        return Renamed.find(name, outline.others())
                .map(other -> new Finding(
                        "problem.renamed",
                        places.of(other.origin()),
                        codeWording.sentence(new CodeProblem.Renamed(
                                name, other.name(), other.origin().line()))))
                .orElse(null);
    }

    static Status status(boolean passed, Verdict verdict) {
        if (passed) {
            return Status.PASSED;
        }
        return verdict.results().isEmpty() || !verdict.judged() ? Status.ERROR : Status.FAILED;
    }

    private @Nullable Finding problem(FunctionVerdict function, CodeVerdict telling) {
        if (telling.verdict().stopped() instanceof Outcome.Fault(String message)) {
            return new Finding(FileReport.FAULT, null, texts.text("function.fault", message));
        }
        CodeProblem problem = telling.problem();
        return problem == null
                ? null
                : new Finding(MistakeIds.of(problem), place(function, problem.line()), steady(sentence(problem)));
    }

    /** In a file there is neither a scratch cell nor a page that draws. */
    private String sentence(CodeProblem problem) {
        return switch (problem) {
            case CodeProblem.OutsideOfFunctions p ->
                texts.text("function.outside", Wording.plain(p.type()), Wording.plain(p.message()));
            case CodeProblem.NoModule p
            when CodeWording.draws(p.module()) -> texts.text("function.no_drawing", Wording.plain(p.module()));
            default -> codeWording.sentence(problem);
        };
    }

    private @Nullable Finding diagnosis(CodeVerdict telling) {
        Verdict verdict = telling.verdict();
        Diagnosis diagnosis = verdict.diagnosis();
        return diagnosis == null || telling.saidAlready(diagnosis)
                ? null
                : new Finding(MistakeIds.of(diagnosis), null, steady(wording.diagnosis(verdict, diagnosis)));
    }

    private List<Finding> notes(FunctionVerdict function, CodeVerdict telling) {
        List<Finding> notes = new ArrayList<>();
        Verdict verdict = telling.verdict();
        Diagnosis diagnosis = verdict.diagnosis();
        if (verdict.passed() && diagnosis != null) {
            notes.add(new Finding("advisory." + MistakeIds.of(diagnosis), null, wording.diagnosis(verdict, diagnosis)));
        }
        for (Note note : verdict.notes()) {
            notes.add(new Finding("note." + MistakeIds.snake(note), null, wording.note(note)));
        }
        telling.warnings().forEach(warning -> {
            String sentence = codeWording.sentence(warning);
            if (sentence != null && !inAnother(function, warning.line())) {
                notes.add(new Finding("warning", place(function, warning.line()), steady(sentence)));
            }
        });
        notes.addAll(
                new RemarkReporter(texts, places).ofFunction(function.exercise().name(), outline));
        return notes.stream().distinct().toList();
    }

    /** What another function of the file is warned of is told there. */
    private boolean inAnother(FunctionVerdict function, int line) {
        Outline.Function defined = Objects.requireNonNull(function.function());
        return outline.inAnother(defined, defined.program().origin(line));
    }

    private @Nullable Place place(FunctionVerdict function, int line) {
        Outline.Function defined = function.function();
        if (line < 1 || defined == null) {
            return null;
        }
        // A line beyond the code is one that the code made up, perhaps out of the numbers of a held-out check
        long lines = defined.program().source().lines().count();
        return line > lines ? null : places.of(defined.program().origin(line));
    }

    private static double seconds(FunctionVerdict function) {
        return function.time().toMillis() / 1e3;
    }

    /** Addresses in memory are others in every run, and tell nobody anything. */
    static String steady(String text) {
        return text.replaceAll("0x[0-9a-fA-F]{6,16}", "0x…");
    }
}
