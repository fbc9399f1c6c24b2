package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** Turns our texts, in which code stands in backticks, into components. Nothing in them is ever taken for HTML. */
public final class Texts {
    private Texts() {}

    /** One component per stretch of words or of code. */
    public static List<Component> inline(String text) {
        List<Component> stretches = new ArrayList<>();
        String[] pieces = text.split("`", -1);
        for (int piece = 0; piece < pieces.length; piece++) {
            boolean code = piece % 2 == 1;
            if (code) {
                stretches.add(new Code(pieces[piece]));
            } else if (!pieces[piece].isEmpty()) {
                stretches.add(new Span(pieces[piece]));
            }
        }
        return stretches;
    }

    /** A paragraph of words and code. */
    public static Paragraph paragraph(String text) {
        Paragraph paragraph = new Paragraph();
        paragraph.add(inline(text));
        return paragraph;
    }

    /** One paragraph per stretch of text between empty lines. */
    public static List<Paragraph> paragraphs(String text) {
        return List.of(text.split("\n\n")).stream().map(Texts::paragraph).toList();
    }
}
