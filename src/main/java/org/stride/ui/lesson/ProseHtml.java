package org.stride.ui.lesson;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import org.stride.lesson.Block;
import org.stride.lesson.Inline;
import org.stride.report.Translator;

/**
 * Writes the running text of a lesson as HTML, with every word escaped: as one element it costs the server next to nothing, as a component for
 * each word it would be most of an open page.
 */
final class ProseHtml {
    /** What must not begin a line. */
    private static final Pattern CLOSING = Pattern.compile("[\\p{Pe}\\p{Pf}.,;:!?，。；：！？、]+");

    private final int subheadings;
    private final Translator texts;
    private final StringBuilder html = new StringBuilder();

    /** @param subheadings the level of the headings within a section */
    ProseHtml(int subheadings, Translator texts) {
        this.subheadings = subheadings;
        this.texts = texts;
    }

    /** Whether a block is running text; the others are components of their own, and stand on no list. */
    static boolean isRunning(Block block) {
        return !(block instanceof Block.Picture || block instanceof Block.Code);
    }

    ProseHtml heading(int level, String id, List<Inline> words) {
        return element("h" + level, Map.of("id", id, "tabindex", "-1"), words);
    }

    ProseHtml blocks(List<Block> blocks) {
        blocks.forEach(this::block);
        return this;
    }

    ProseHtml words(List<Inline> words) {
        int written = 0;
        for (int i = 0; i < words.size(); i++) {
            Inline word = words.get(i);
            if (word instanceof Inline.Text text) {
                html.append(escaped(text.joined().substring(written)));
                written = 0;
            } else if (word instanceof Inline.Formula && i + 1 < words.size()) {
                written = together(word, closing(words.get(i + 1)));
            } else {
                word(word);
            }
        }
        return this;
    }

    /** A formula and the punctuation behind it: a line may break at a formula, but not begin with a comma. */
    private int together(Inline formula, String closing) {
        if (closing.isEmpty()) {
            word(formula);
        } else {
            open("span", Map.of("class", "stride-together"));
            word(formula);
            html.append(escaped(closing));
            close("span");
        }
        return closing.length();
    }

    private static String closing(Inline word) {
        if (word instanceof Inline.Text text) {
            Matcher closing = CLOSING.matcher(text.joined());
            return closing.lookingAt() ? closing.group() : "";
        }
        return "";
    }

    boolean isEmpty() {
        return html.isEmpty();
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Subheading heading -> element("h" + subheadings, Map.of(), heading.words());
            case Block.Paragraph paragraph -> element("p", Map.of(), paragraph.words());
            case Block.Points points -> points(points);
            case Block.Table table -> table(table);
            case Block.Quote quote -> within("blockquote", () -> blocks(quote.blocks()));
            case Block.Formula formula -> formula(formula.latex(), true);
            case Block.Code code -> throw new IllegalArgumentException("source code stands between stretches of text");
            case Block.Picture picture -> throw new IllegalArgumentException("figures stand between stretches of text");
        }
    }

    private void points(Block.Points points) {
        String tag = points.numbered() ? "ol" : "ul";
        open(tag, points.numbered() ? Map.of("start", String.valueOf(points.first())) : Map.of());
        points.items().forEach(item -> within("li", () -> blocks(item)));
        close(tag);
    }

    private void table(Block.Table table) {
        open("div", Map.of("class", "stride-scroll", "data-label", texts.text("lesson.table")));
        open("table", Map.of());
        within(
                "thead",
                () -> within("tr", () -> table.head().forEach(cell -> element("th", Map.of("scope", "col"), cell))));
        within(
                "tbody",
                () -> table.rows()
                        .forEach(row -> within("tr", () -> row.forEach(cell -> element("td", Map.of(), cell)))));
        close("table");
        close("div");
    }

    private void word(Inline word) {
        switch (word) {
            case Inline.Text text -> html.append(escaped(text.joined()));
            // With the sign that the arrays beside it have
            case Inline.Claim claim -> html.append(escaped(claim.shown().replace('-', '−')));
            case Inline.Code code -> within("code", () -> html.append(escaped(code.text())));
            case Inline.Formula formula -> formula(formula.latex(), false);
            case Inline.Emphasis emphasis -> element(emphasis.strong() ? "strong" : "em", Map.of(), emphasis.words());
            case Inline.Link link -> element("a", Map.of("href", link.destination()), link.words());
        }
    }

    private void formula(String latex, boolean block) {
        open(
                "stride-formula",
                block
                        ? Map.of("latex", latex, "block", "", "label", texts.text("formula.label"))
                        : Map.of("latex", latex));
        close("stride-formula");
    }

    private ProseHtml element(String tag, Map<String, String> attributes, List<Inline> words) {
        open(tag, attributes);
        words(words);
        close(tag);
        return this;
    }

    private void within(String tag, Runnable content) {
        open(tag, Map.of());
        content.run();
        close(tag);
    }

    private void open(String tag, Map<String, String> attributes) {
        html.append('<').append(tag);
        attributes.forEach((name, value) -> html.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        html.append('>');
    }

    private void close(String tag) {
        html.append("</").append(tag).append('>');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
