package org.stride.autograder;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stride.grading.file.Outline;
import org.stride.grading.file.Outline.Broken;
import org.stride.grading.file.Outline.Kind;
import org.stride.grading.file.Outline.Remark;
import org.stride.notebook.SourceFile;
import org.stride.report.Finding;
import org.stride.report.Translator;

/** Words what is worth telling about a file as a whole, or about what a function takes from it. */
final class RemarkReporter {
    private static final Set<Kind> OF_FUNCTIONS = EnumSet.of(Kind.VALUE_NOT_TAKEN, Kind.VALUE_FROM_OUTSIDE);
    private static final Set<Kind> COUNTED = EnumSet.of(Kind.COMMAND, Kind.PYTHON_2_PRINT);

    private final Translator texts;
    private final Places places;

    RemarkReporter(Translator texts, Places places) {
        this.texts = texts;
        this.places = places;
    }

    /** What concerns the whole file. */
    List<Finding> ofFile(SourceFile file, Outline outline) {
        List<Finding> findings = new ArrayList<>();
        if (!file.encoding().equals(SourceFile.USUAL_ENCODING)) {
            findings.add(new Finding("remark.encoding", null, texts.text("remark.encoding", file.encoding())));
        }
        for (Kind kind : Kind.values()) {
            List<Remark> remarks =
                    outline.remarks().stream().filter(r -> r.kind() == kind).toList();
            if (COUNTED.contains(kind) && !remarks.isEmpty()) {
                findings.add(finding(remarks.getFirst(), remarks.size()));
            } else if (!OF_FUNCTIONS.contains(kind)) {
                remarks.forEach(remark -> findings.add(finding(remark, remark.detail())));
            }
        }
        outline.broken().forEach(broken -> findings.add(ofBroken(outline, broken)));
        return findings;
    }

    /** What a function takes from outside of itself. */
    List<Finding> ofFunction(String name, Outline outline) {
        return outline.remarks().stream()
                .filter(remark ->
                        OF_FUNCTIONS.contains(remark.kind()) && remark.detail().startsWith(name + " "))
                .map(remark -> finding(remark, name, remark.detail().substring(name.length() + 1)))
                .toList();
    }

    private Finding ofBroken(Outline outline, Broken broken) {
        boolean replaced = outline.functions().stream().anyMatch(f -> f.name().equals(broken.function()));
        String message = broken.message().replace('`', '\'');
        return new Finding(
                "remark.not_python",
                places.of(broken.origin()),
                replaced
                        ? texts.text("remark.later_not_python", broken.function(), message)
                        : texts.text("remark.not_python", message));
    }

    private Finding finding(Remark remark, Object... parameters) {
        String key = "remark." + remark.kind().name().toLowerCase(Locale.ROOT);
        return new Finding(key, places.of(remark.origin()), texts.text(key, parameters));
    }
}
