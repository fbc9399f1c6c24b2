package org.stride.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stride.grading.Diagnosis;
import org.stride.grading.Verdict;
import org.stride.grading.code.Blame;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.CodeVerdict;
import org.stride.python.Warning;

/** Says what is special about a verdict on typed code. Code stands in backticks. */
public final class CodeWording {
    private final Translator texts;
    private final Wording wording;

    public CodeWording(Translator texts) {
        this.texts = texts;
        this.wording = new Wording(texts);
    }

    /** What to mend first, with the line where one is known. */
    public String problem(CodeProblem problem) {
        String sentence = sentence(problem);
        return problem.line() > 0 ? texts.text("problem.at_line", problem.line(), sentence) : sentence;
    }

    /** The same without the line, to stand beside it. */
    public String sentence(CodeProblem problem) {
        return switch (problem) {
            case CodeProblem.Renamed p -> texts.text("problem.renamed", p.expected(), Wording.plain(p.found()));
            case CodeProblem.NoFunction p -> texts.text("problem.no_function", p.expected());
            case CodeProblem.OtherParameters p ->
                texts.text("problem.other_parameters", p.signature(), parameters(p.found()));
            case CodeProblem.ParametersReordered p ->
                texts.text("problem.parameters_reordered", parameters(p.expected()), parameters(p.found()));
            case CodeProblem.NothingReturned p ->
                texts.text(p.printed() ? "problem.printed_instead" : "problem.nothing_returned");
            case CodeProblem.OutsideOfFunctions p ->
                texts.text("problem.outside", Wording.plain(p.type()), Wording.plain(p.message()));
            case CodeProblem.NoModule p -> texts.text(noModule(p.module()), Wording.plain(p.module()));
            case CodeProblem.NotPython p ->
                texts.text(
                        "problem.not_python." + p.mistake().name().toLowerCase(Locale.ROOT),
                        Wording.plain(p.message()));
            case CodeProblem.NotAvailable p ->
                texts.text("problem.not_available." + p.what().name().toLowerCase(Locale.ROOT));
            case CodeProblem.Raised p -> raised(p);
            case CodeProblem.OutOfTime p -> texts.text(p.waiting() ? "problem.time.waiting" : "problem.time.computing");
            case CodeProblem.OutOfMemory p -> texts.text("problem.memory");
            case CodeProblem.TooMuchPrinted p -> texts.text("problem.too_much_printed");
            case CodeProblem.TooMuchReturned p -> texts.text("problem.too_much_returned");
            case CodeProblem.Crashed p -> texts.text("problem.crashed", p.signal());
            case CodeProblem.Exited p -> texts.text("problem.exited");
        };
    }

    private String raised(CodeProblem.Raised problem) {
        String type = Wording.plain(problem.type());
        if (problem.heldOut()) {
            return Wording.tellsNothingElse(problem.type())
                    ? texts.text("problem.raised_hidden", type)
                    : texts.text("problem.raised_hidden_other");
        }
        return problem.message().isEmpty()
                ? texts.text("problem.raised_bare", type)
                : texts.text("problem.raised", type, Wording.plain(problem.message()));
    }

    private static String noModule(String module) {
        return draws(module) ? "problem.no_module.drawing" : "problem.no_module";
    }

    /** Whether a module is there to draw with. */
    public static boolean draws(String module) {
        return module.startsWith("matplotlib") || module.startsWith("pylab");
    }

    private static String parameters(List<String> names) {
        return "`" + names.stream().map(Wording::plain).collect(Collectors.joining(", ", "(", ")")) + "`";
    }

    /** Which function is to blame; {@code null} if there is nothing to tell. */
    public @Nullable String blame(CodeVerdict code) {
        Blame blame = code.blame();
        if (blame == null || !blame.judged()) {
            return null;
        }
        String wrong = Joining.sentences(
                texts,
                blame.own().entrySet().stream()
                        .filter(own -> !own.getValue().passed())
                        .map(this::wrongHelper)
                        .toList());
        String function = code.verdict().exercise().name();
        if (code.passed()) {
            return wrong.isEmpty()
                    ? null
                    : Joining.sentences(texts, texts.text("blame.passes_all_the_same", function), wrong);
        }
        if (blame.withOurs().passed()) {
            String names = Joining.list(
                    texts,
                    blame.own().entrySet().stream()
                            .filter(own -> wrong.isEmpty() || !own.getValue().passed())
                            .map(own -> "`" + own.getKey() + "`")
                            .toList());
            return Joining.sentences(texts, texts.text("blame.helpers", function, names), wrong);
        }
        return wrong.isEmpty() ? null : Joining.sentences(texts, texts.text("blame.both", function), wrong);
    }

    private String wrongHelper(Map.Entry<String, Verdict> own) {
        Verdict verdict = own.getValue();
        Diagnosis diagnosis = verdict.diagnosis();
        String why = diagnosis == null || diagnosis instanceof Diagnosis.Unknown
                ? verdict.firstShownFailure().map(wording::reason).orElse("")
                : wording.diagnosis(verdict, diagnosis);
        return texts.text("blame.own", own.getKey(), why).strip();
    }

    /** What NumPy or Python warned of, with its line, where it matters; {@code null} where it is of no use to a learner. */
    public @Nullable String warning(Warning warning) {
        String sentence = sentence(warning);
        return sentence == null ? null : texts.text("problem.at_line", warning.line(), sentence);
    }

    /** The same without the line, to stand beside it. */
    public @Nullable String sentence(Warning warning) {
        if (warning.line() == 0) {
            return null;
        }
        return warning.message().startsWith("Conversion of an array with ndim > 0 to a scalar")
                ? texts.text("warning.array_to_scalar")
                : texts.text("warning.other", Wording.plain(warning.category()), Wording.plain(warning.message()));
    }
}
