package org.stride.ui.admin;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.stride.python.Confinement;
import org.stride.python.Confinement.Layer;
import org.stride.ui.part.Texts;

/** The layers of the sandbox in plain words, each with what its probe found. */
final class LayerList extends OrderedList {
    private static final long serialVersionUID = 1L;

    LayerList(Confinement confinement) {
        addClassName("stride-layers");
        confinement.layers().forEach(layer -> add(item(layer)));
    }

    private ListItem item(Layer layer) {
        String key = "layer." + layer.name();
        Span badge = new Span(getTranslation(layer.holds() ? "layer.holds" : "layer.missing"));
        badge.addClassNames("stride-badge", layer.holds() ? "stride-badge-passed" : "stride-badge-missing");
        Paragraph text = Texts.paragraph(getTranslation(key + ".text"));
        text.addClassName("stride-muted");
        ListItem item = new ListItem(new H3(getTranslation(key + ".name")), badge, text);
        String failure = layer.failure();
        if (failure != null) {
            item.add(new Code(failure));
        }
        return item;
    }
}
