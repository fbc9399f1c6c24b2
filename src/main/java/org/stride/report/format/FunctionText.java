package org.stride.report.format;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Place;
import org.stride.report.Translator;

/** Explains one function: what to mend, why, where to look, what came instead of what, whose fault it is. */
final class FunctionText {
    /** Room for a label, so that all texts begin in one column. */
    private static final int LABEL = 12;

    /** Causes that leave most of the search to whoever reads them. */
    private static final Set<String> VAGUE = Set.of("unknown", "where", "relation.one_part_wrong");

    private final Translator texts;

    FunctionText(Translator texts) {
        this.texts = texts;
    }

    /** The summary and all that there is to explain, as a text of its own without colours. */
    String whole(FunctionReport function) {
        Sheet sheet = new Sheet(false);
        sheet.paragraph(0, function.summary());
        explain(function, sheet, 0);
        return sheet.toString();
    }

    /** What there is to explain beside the summary; nothing, as a rule, if it passes. */
    void explain(FunctionReport function, Sheet sheet, int indent) {
        finding(isOurs(function) ? "file_report.fault" : "file_report.mend_first", function.problem(), sheet, indent);
        finding("file_report.why", function.diagnosis(), sheet, indent);
        places(function).forEach(place -> {
            label("file_report.look_at", where(place), sheet, indent);
            code(place, sheet, indent);
        });
        if (function.firstDifference() != null) {
            difference(function, function.firstDifference(), sheet, indent);
        }
        if (function.blame() != null && !function.blame().cause().isEmpty()) {
            label("file_report.helpers", function.blame().text(), sheet, indent);
        }
        function.notes().forEach(note -> note(note, sheet, indent));
    }

    /** Whether there is anything to explain. */
    boolean explains(FunctionReport function) {
        Sheet sheet = new Sheet(false);
        explain(function, sheet, 0);
        return !sheet.toString().isEmpty();
    }

    /** A finding that stands by itself. */
    void note(Finding note, Sheet sheet, int indent) {
        finding("file_report.note", note, sheet, indent);
        if (note.place() != null) {
            sheet.paragraph(indent + LABEL, where(note.place()));
            code(note.place(), sheet, indent);
        }
    }

    private void finding(String key, @Nullable Finding finding, Sheet sheet, int indent) {
        if (finding != null) {
            label(key, finding.text(), sheet, indent);
        }
    }

    /** The function to mend: another one if this is wrong by the other's fault alone. */
    static String toMend(FunctionReport function) {
        FunctionReport.BlameReport blame = function.blame();
        return blame == null || blame.cause().isEmpty() || blame.cause().contains(function.name())
                ? function.name()
                : blame.cause().getFirst();
    }

    /** Where the findings point; where the function begins, if it is wrong by itself and they point nowhere. */
    private static List<Place> places(FunctionReport function) {
        List<Place> found = Stream.of(function.problem(), function.diagnosis())
                .filter(Objects::nonNull)
                .map(Finding::place)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return found.isEmpty() && isWrongByItself(function) && function.place() != null
                ? List.of(function.place())
                : found;
    }

    private static boolean isWrongByItself(FunctionReport function) {
        return switch (function.status()) {
            case FAILED, ERROR -> !isOurs(function) && toMend(function).equals(function.name());
            case PASSED, NOT_ATTEMPTED -> false;
        };
    }

    private static boolean isOurs(FunctionReport function) {
        return function.problem() != null && isOurs(function.problem());
    }

    /** Whether it tells of a fault of ours. */
    static boolean isOurs(Finding finding) {
        return finding.id().equals(FileReport.FAULT);
    }

    private String where(Place place) {
        String line = String.valueOf(place.line());
        return place.cell() == null
                ? texts.text("file_report.line", line)
                : texts.text("file_report.cell", String.valueOf(place.cell()), line);
    }

    private static void code(Place place, Sheet sheet, int indent) {
        if (!place.code().isBlank()) {
            sheet.code(indent + LABEL + 2, place.code());
        }
    }

    private void difference(
            FunctionReport function, FunctionReport.FirstDifference difference, Sheet sheet, int indent) {
        String check = difference.traits().isEmpty()
                ? texts.text("file_report.in_check", difference.check())
                : texts.text("file_report.in_check.traits", difference.check(), difference.traits());
        label("file_report.check", check + "\n" + difference.text(), sheet, indent);
        value("file_report.expected", difference.expected(), sheet, indent);
        value("file_report.got", difference.got(), sheet, indent);
        if (!difference.working().isEmpty() && !hasName(function)) {
            label("file_report.working", String.join("\n", difference.working()), sheet, indent);
        }
    }

    /** Whether something says what is wrong, so that nobody has to find it out from the numbers. */
    private static boolean hasName(FunctionReport function) {
        Finding diagnosis = function.diagnosis();
        return function.problem() != null || (diagnosis != null && !VAGUE.contains(diagnosis.id()));
    }

    private void value(String key, @Nullable String value, Sheet sheet, int indent) {
        if (value != null) {
            String lead = " ".repeat(indent + LABEL + 2) + texts.text(key);
            sheet.hanging(Paint.PLAIN, lead, indent + LABEL + 12, value);
        }
    }

    private void label(String key, String text, Sheet sheet, int indent) {
        sheet.hanging(Paint.STRONG, " ".repeat(indent) + texts.text(key), indent + LABEL, text);
    }
}
