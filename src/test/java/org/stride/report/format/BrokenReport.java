package org.stride.report.format;

import java.util.List;
import java.util.function.Consumer;
import org.stride.report.format.JsonFormat.Layout;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report with one thing wrong, which neither the schema nor the reader may take, and what the reader says about it. */
record BrokenReport(String what, Consumer<ObjectNode> change, String refusal) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static List<BrokenReport> all() {
        return List.of(
                without("", "status", "a report must have the keys file, status, problem, "),
                without("", "status", "; missing: status"),
                without("", "problem", "; missing: problem"),
                without("/functions/0", "held_out", "functions[0] must have the keys name, status, "),
                without("/functions/0", "seconds", "; missing: seconds"),
                without(
                        "/functions/0/shown",
                        "total",
                        "functions[0].shown must have the keys passed, total; missing: total"),
                without(
                        "/functions/2/place",
                        "code",
                        "functions[2].place must have the keys cell, line, code; missing: code"),
                without("/functions/2/first_difference", "index", "functions[2].first_difference must have the keys"),
                without(
                        "/functions/2/diagnosis",
                        "id",
                        "functions[2].diagnosis must have the keys id, place, text; missing: id"),
                without("/functions/7/blame", "cause", "functions[7].blame must have the keys"),
                without("/remarks/0", "text", "remarks[0] must have the keys"),
                without(
                        "/environment",
                        "secret",
                        "environment must have the keys stride, numpy, python, secret; missing: secret"),
                with("", "grade", "1", "; unknown: grade"),
                with("/functions/0", "heldOut", "null", "; unknown: heldOut"),
                with("/functions/0/shown", "failed", "0", "; unknown: failed"),
                with("/functions/2/place", "column", "1", "; unknown: column"),
                with("/functions/2/first_difference", "cell", "1", "; unknown: cell"),
                with("/functions/2/diagnosis", "line", "1", "; unknown: line"),
                with("/functions/7/blame", "by", "1", "; unknown: by"),
                with("/environment", "java", "25", "; unknown: java"),
                with("", "file", "1", "file must be a text, got 1"),
                with("", "file", "null", "file must be a text, got null"),
                with("", "status", "'PASSED'", "status must be one of passed, failed, error, got \"PASSED\""),
                with("", "status", "'not_attempted'", "status must be one of passed, failed, error, got"),
                with("", "status", "null", "status must be one of passed, failed, error, got null"),
                with("", "status", "'error'", "problem must be a text, got null"),
                with("", "problem", "'unreadable'", "problem must be null, got \"unreadable\""),
                with("", "score", "-0.5", "score must be a number of 0 or more, got -0.5"),
                with("", "score", "'2'", "score must be a number of 0 or more, got \"2\""),
                with("", "possible", "null", "possible must be a number of 0 or more, got null"),
                with("", "seconds", "-1", "seconds must be a number of 0 or more, got -1"),
                with("", "functions", "{}", "functions must be a list, got {}"),
                with("", "functions", "[null]", "functions[0] must be an object, got null"),
                with("", "remarks", "null", "remarks must be a list, got null"),
                with("", "remarks", "['text']", "remarks[0] must be an object, got \"text\""),
                with("", "environment", "null", "environment must be an object, got null"),
                with("/environment", "numpy", "2", "environment.numpy must be a text, got 2"),
                with("/functions/0", "name", "''", "functions[0].name must be a function's name, got \"\""),
                with("/functions/0", "name", "'Zero_Pad'", "functions[0].name must be a function's name"),
                with("/functions/0", "name", "'=1+1'", "functions[0].name must be a function's name"),
                with(
                        "/functions/0",
                        "name",
                        "'a\\u001b'",
                        "functions[0].name must be a function's name, got \"a\\u001B\""),
                with(
                        "/functions/0",
                        "status",
                        "'skipped'",
                        "functions[0].status must be one of passed, failed, not_attempted, error"),
                with("/functions/0", "optional", "'true'", "functions[0].optional must be true or false, got \"true\""),
                with("/functions/0", "optional", "0", "functions[0].optional must be true or false, got 0"),
                with("/functions/0", "points", "-1", "functions[0].points must be a number of 0 or more, got -1"),
                with("/functions/0", "points", "true", "functions[0].points must be a number of 0 or more, got true"),
                with("/functions/0", "score", "-1", "functions[0].score must be a number of 0 or more, got -1"),
                with("/functions/0", "shown", "[4, 4]", "functions[0].shown must be an object, got [4,4]"),
                with(
                        "/functions/0/shown",
                        "passed",
                        "-1",
                        "functions[0].shown.passed must be a whole number of 0 or more, got -1"),
                with(
                        "/functions/0/held_out",
                        "total",
                        "17.5",
                        "functions[0].held_out.total must be a whole number of 0 or more"),
                with("/functions/0", "summary", "null", "functions[0].summary must be a text, got null"),
                with("/functions/0", "notes", "null", "functions[0].notes must be a list, got null"),
                with("/functions/0", "seconds", "'fast'", "functions[0].seconds must be a number of 0 or more"),
                with(
                        "/functions/2/place",
                        "cell",
                        "0",
                        "functions[2].place.cell must be a whole number of 1 or more, got 0"),
                with(
                        "/functions/2/place",
                        "line",
                        "0",
                        "functions[2].place.line must be a whole number of 1 or more, got 0"),
                with(
                        "/functions/2/place",
                        "line",
                        "null",
                        "functions[2].place.line must be a whole number of 1 or more, got null"),
                with("/functions/2/place", "code", "null", "functions[2].place.code must be a text, got null"),
                with(
                        "/functions/2/diagnosis/place",
                        "line",
                        "'21'",
                        "functions[2].diagnosis.place.line must be a whole number"),
                with(
                        "/functions/2/first_difference",
                        "part",
                        "0",
                        "functions[2].first_difference.part must be a text, got 0"),
                with(
                        "/functions/2/first_difference",
                        "index",
                        "[0, -1]",
                        "functions[2].first_difference.index[1] must be a whole number"),
                with(
                        "/functions/2/first_difference",
                        "index",
                        "0",
                        "functions[2].first_difference.index must be a list, got 0"),
                with(
                        "/functions/2/first_difference",
                        "got",
                        "1.5",
                        "functions[2].first_difference.got must be a text, got 1.5"),
                with(
                        "/functions/7/first_difference",
                        "working",
                        "null",
                        "functions[7].first_difference.working must be a list, got null"),
                with(
                        "/functions/7/first_difference",
                        "working",
                        "['a', 1]",
                        "functions[7].first_difference.working[1] must be a text, got 1"),
                with(
                        "/functions/7/blame",
                        "with_own_helpers",
                        "'maybe'",
                        "functions[7].blame.with_own_helpers must be one of passed"),
                with("/functions/7/blame", "cause", "[null]", "functions[7].blame.cause[0] must be a text, got null"),
                with(
                        "/functions/7/blame",
                        "cause",
                        "['zero pad']",
                        "functions[7].blame.cause[0] must be a function's name"));
    }

    private static BrokenReport without(String pointer, String key, String refusal) {
        return new BrokenReport(
                "no " + pointer + "/" + key, report -> object(report, pointer).remove(key), refusal);
    }

    private static BrokenReport with(String pointer, String key, String value, String refusal) {
        JsonNode node = JSON.readTree(value.replace('\'', '"'));
        return new BrokenReport(
                pointer + "/" + key + " = " + value,
                report -> object(report, pointer).set(key, node),
                refusal);
    }

    private static ObjectNode object(ObjectNode report, String pointer) {
        return (ObjectNode) report.at(JsonPointer.compile(pointer));
    }

    /** The broken report. */
    ObjectNode node() {
        ObjectNode report =
                (ObjectNode) JSON.readTree(Written.by(new JsonFormat(Layout.LINES), SampleReports.failing()));
        change.accept(report);
        return report;
    }

    @Override
    public String toString() {
        return what;
    }
}
