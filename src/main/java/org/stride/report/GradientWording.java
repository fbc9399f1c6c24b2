package org.stride.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.grading.code.GradientComparison;
import org.stride.grading.code.GradientComparison.Part;
import org.stride.python.Outcome;

/** Says how a backward function compares with central differences. Code stands in backticks. */
public final class GradientWording {
    private final Translator texts;
    private final Exercise backward;
    private final Exercise forward;

    public GradientWording(Translator texts, Exercise backward, Exercise forward) {
        this.texts = texts;
        this.backward = backward;
        this.forward = forward;
    }

    /** What is done when one asks for it. */
    public String explanation() {
        return texts.text("gradient.explanation", forward.name());
    }

    /** Whether all agree, or why there is nothing to compare. */
    public String summary(GradientComparison found) {
        Outcome ended = found.ended();
        return ended == null
                ? texts.text(found.agrees() ? "gradient.agrees" : "gradient.disagrees", forward.name())
                : ended(ended);
    }

    private String ended(Outcome ended) {
        return switch (ended) {
            case Outcome.Fault fault -> texts.text("run.failed");
            case Outcome.Returned returned -> {
                List<String> names = backward.returns().stream()
                        .map(Parameter::name)
                        .map(name -> "`" + name + "`")
                        .toList();
                yield texts.text("gradient.parts", backward.name(), Joining.list(texts, names), names.size());
            }
            case Outcome.SourceError error -> texts.text("gradient.not_python");
            case Outcome.FunctionMissing missing -> texts.text("gradient.no_function", backward.name());
            case Outcome.Raised raised ->
                texts.text("gradient.raised", Wording.plain(raised.type()), Wording.plain(raised.message()));
            default -> texts.text("gradient.ended");
        };
    }

    /**
     * Whose forward function is the measure.
     *
     * @param passed whether the learner's own has passed its checks
     */
    public String whose(GradientComparison found, boolean passed) {
        if (!found.ownForward()) {
            return texts.text("gradient.ours", forward.name());
        }
        return texts.text(passed ? "gradient.own" : "gradient.own.not_passed", forward.name());
    }

    /** One gradient, and how far apart the two are. */
    public String title(Part part) {
        String name = "`" + part.name() + "`";
        if (!part.mode().isEmpty()) {
            name = Joining.list(texts, List.of(name, "`\"" + part.mode() + "\"`"));
        }
        if (part.got() == null) {
            return texts.text("gradient.part.none", name);
        }
        if (Double.isInfinite(part.worst())) {
            return texts.text("gradient.part.not_finite", name);
        }
        return texts.text(
                part.agrees() ? "gradient.part.agrees" : "gradient.part.disagrees", name, apart(part.worst()));
    }

    /** A mistake in hundredths, what rounding leaves by its power of ten. */
    private static String apart(double worst) {
        return worst < 0.01
                ? String.format(Locale.ROOT, "%.0e", worst)
                : String.format(Locale.ROOT, "%.0f%%", 100 * worst);
    }

    /** Where to look; {@code null} if it agrees. */
    public @Nullable String advice(Part part) {
        if (part.got() == null) {
            return texts.text("gradient.shape", part.wanted().shape().toString());
        }
        if (!part.wantedIsFinite()) {
            return texts.text("gradient.look.forward_not_finite", forward.name());
        }
        return part.agrees()
                ? null
                : texts.text(look(part), part.wrongCount(), part.wanted().size());
    }

    private static String look(Part part) {
        if (Double.isInfinite(part.worst())) {
            return "gradient.look.not_finite";
        }
        return switch (part.name()) {
            case "dW" -> "gradient.look.dw";
            case "db" -> "gradient.look.db";
            default ->
                switch (part.mode()) {
                    case "max" -> "gradient.look.pool_max";
                    case "average" -> "gradient.look.pool_average";
                    default -> "gradient.look.da_prev";
                };
        };
    }
}
