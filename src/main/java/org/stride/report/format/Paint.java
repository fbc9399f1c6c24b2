package org.stride.report.format;

/** How a terminal shows a stretch of text, by its ANSI code. */
enum Paint {
    PLAIN(""),
    STRONG("1"),
    QUIET("2"),
    BAD("31"),
    GOOD("32"),
    OPEN("33");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text) {
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
