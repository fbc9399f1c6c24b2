package org.stride.ui.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.stride.lesson.Block;
import org.stride.lesson.Inline;
import org.stride.ui.part.Formula;
import org.stride.ui.part.Listing;

/** Makes components of what a lesson holds. Nothing in it is ever taken for HTML. */
final class Blocks {
    private final int subheadings;

    /** @param subheadings the level of the headings within a section */
    Blocks(int subheadings) {
        this.subheadings = subheadings;
    }

    List<Component> of(List<Block> blocks) {
        return blocks.stream().map(this::of).toList();
    }

    private Component of(Block block) {
        return switch (block) {
            case Block.Subheading found -> heading(subheadings, found.words());
            case Block.Paragraph paragraph -> new Paragraph(inline(paragraph.words()));
            case Block.Points points -> list(points);
            case Block.Table table -> table(table);
            case Block.Quote quote -> new HtmlContainer("blockquote", array(of(quote.blocks())));
            case Block.Code code -> listing(code);
            case Block.Formula formula -> Formula.block(formula.latex());
            case Block.Picture picture -> LessonFigure.of(picture.figure());
        };
    }

    static Component heading(int level, List<Inline> words) {
        return new HtmlContainer("h" + level, inline(words));
    }

    /** Words, emphasis, code, formulas, and numbers, which are words by now. */
    static Component[] inline(List<Inline> words) {
        return array(words.stream().map(Blocks::inline).toList());
    }

    private static Component inline(Inline word) {
        return switch (word) {
            case Inline.Text text -> new Span(text.joined());
            case Inline.Code code -> new Code(code.text());
            case Inline.Formula formula -> Formula.inline(formula.latex());
            case Inline.Claim claim -> new Span(claim.shown());
            case Inline.Emphasis emphasis ->
                new HtmlContainer(emphasis.strong() ? "strong" : "em", inline(emphasis.words()));
            case Inline.Link link -> new Anchor(link.destination(), inline(link.words()));
        };
    }

    private Component list(Block.Points points) {
        List<ListItem> items = points.items().stream()
                .map(item -> new ListItem(array(of(item))))
                .toList();
        if (points.numbered()) {
            OrderedList list = new OrderedList(items.toArray(ListItem[]::new));
            list.getElement().setAttribute("start", String.valueOf(points.first()));
            return list;
        }
        return new UnorderedList(items.toArray(ListItem[]::new));
    }

    private static Component table(Block.Table table) {
        NativeTable built = new NativeTable();
        NativeTableRow head = new NativeTableRow();
        for (List<Inline> cell : table.head()) {
            NativeTableHeaderCell named = new NativeTableHeaderCell(inline(cell));
            named.getElement().setAttribute("scope", "col");
            head.add(named);
        }
        built.getHead().add(head);
        for (List<List<Inline>> cells : table.rows()) {
            NativeTableRow row = new NativeTableRow();
            cells.forEach(cell -> row.add(new NativeTableCell(inline(cell))));
            built.getBody().add(row);
        }
        Div scroller = new Div(built);
        scroller.addClassName("stride-scroll");
        scroller.getElement().setAttribute("data-label", scroller.getTranslation("lesson.table"));
        return scroller;
    }

    private static Component listing(Block.Code code) {
        return new Listing(new Span().getTranslation("lesson.code"), code.text(), List.of());
    }

    private static Component[] array(List<? extends Component> components) {
        return components.toArray(Component[]::new);
    }
}
