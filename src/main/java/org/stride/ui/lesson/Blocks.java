package org.stride.ui.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stride.lesson.Block;
import org.stride.report.Translator;
import org.stride.ui.part.Listing;

/** Makes components of what a lesson holds: one for each stretch of running text, one for each figure and listing. */
final class Blocks {
    private final int subheadings;
    private final Translator texts;

    /** @param subheadings the level of the headings within a section */
    Blocks(int subheadings, Translator texts) {
        this.subheadings = subheadings;
        this.texts = texts;
    }

    /** @param before writes what comes before them, such as a heading */
    List<Component> of(List<Block> blocks, Consumer<ProseHtml> before) {
        List<Component> components = new ArrayList<>();
        ProseHtml stretch = new ProseHtml(subheadings, texts);
        before.accept(stretch);
        for (Block block : blocks) {
            if (ProseHtml.isRunning(block)) {
                stretch.blocks(List.of(block));
            } else {
                addStretch(components, stretch);
                stretch = new ProseHtml(subheadings, texts);
                components.add(own(block));
            }
        }
        addStretch(components, stretch);
        return components;
    }

    private static void addStretch(List<Component> components, ProseHtml stretch) {
        if (!stretch.isEmpty()) {
            components.add(text(stretch));
        }
    }

    /** The text as it is, in no box of its own. */
    static Div text(ProseHtml prose) {
        Div text = new Div();
        text.addClassName("stride-stretch");
        // The same for every page that is open
        text.getElement().setProperty("innerHTML", prose.toString().intern());
        return text;
    }

    private Component own(Block block) {
        return switch (block) {
            case Block.Picture picture -> LessonFigure.of(picture.figure(), texts);
            case Block.Code code -> new Listing(texts.text("lesson.code"), code.text(), List.of());
            default -> throw new IllegalArgumentException("running text");
        };
    }
}
