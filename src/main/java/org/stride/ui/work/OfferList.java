package org.stride.ui.work;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.stride.ui.part.CodeDiff;
import org.stride.ui.part.Texts;

/** What a file brings, step by step, before anything is overwritten. */
final class OfferList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Map<Offer, Checkbox> boxes = new LinkedHashMap<>();
    private final Button apply = new Button(getTranslation("work.offer.apply"));

    OfferList(
            String file,
            List<Offer> offers,
            List<String> leftOut,
            boolean plainly,
            Predicate<List<Offer>> takeOver,
            Runnable leave) {
        addClassName("stride-offers");
        H3 title = new H3(getTranslation("work.offer.title", file));
        title.setId("offers");
        add(title);
        if (plainly) {
            add(Texts.paragraph(getTranslation("work.offer.plainly")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("stride-offer-list");
        offers.stream().filter(OfferList::isShown).forEach(offer -> list.add(row(offer)));
        if (list.getElement().getChildCount() > 0) {
            add(list);
        }
        if (!leftOut.isEmpty()) {
            add(details(leftOut));
        }
        add(boxes.isEmpty() ? Texts.paragraph(getTranslation("work.offer.nothing")) : controls(takeOver, leave));
    }

    private static boolean isShown(Offer offer) {
        return offer.canBeTaken() || offer.state() == Offer.State.SAME;
    }

    private ListItem row(Offer offer) {
        String name = offer.exercise().name();
        Span badge = new Span(getTranslation(key(offer)));
        badge.addClassName("stride-offer-state");
        ListItem row = new ListItem();
        row.setId("offer-" + name);
        row.addClassName("stride-offer");
        if (!offer.canBeTaken()) {
            Code code = new Code(name);
            row.add(new Span(code), badge);
            return row;
        }
        Checkbox box = new Checkbox(name, true);
        box.setAriaLabel(getTranslation("work.offer.take", name));
        box.addValueChangeListener(event -> refresh());
        boxes.put(offer, box);
        row.add(box, badge, difference(offer));
        return row;
    }

    private static String key(Offer offer) {
        return switch (offer.state()) {
            case NEW -> "work.offer.new";
            case DIFFERS -> "work.offer.differs";
            case SAME, TOO_LONG, UNSOLVED, ABSENT -> "work.offer.same";
        };
    }

    private Component difference(Offer offer) {
        String before = getTranslation(offer.draft() == null ? "work.offer.starter" : "work.offer.draft");
        Details details = new Details(
                getTranslation("work.offer.difference"),
                new CodeDiff(before, offer.present(), getTranslation("work.offer.file"), offer.text()));
        details.addClassName("stride-offer-difference");
        return details;
    }

    private Component details(List<String> leftOut) {
        UnorderedList list = new UnorderedList();
        leftOut.forEach(sentence -> {
            ListItem item = new ListItem();
            item.add(Texts.inline(sentence));
            list.add(item);
        });
        Details details = new Details(getTranslation("work.offer.left_out", leftOut.size()), list);
        details.setId("left-out");
        details.setOpened(boxes.isEmpty());
        return details;
    }

    private Component controls(Predicate<List<Offer>> takeOver, Runnable leave) {
        apply.setId("take-over");
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.setDisableOnClick(true);
        apply.addClickListener(event -> apply.setEnabled(!takeOver.test(chosen())));
        Button away = new Button(getTranslation("work.offer.leave"), event -> leave.run());
        away.setId("leave");
        away.addThemeVariants(ButtonVariant.TERTIARY);
        Div controls = new Div(apply, away);
        controls.addClassName("stride-write-controls");
        return new Div(Texts.paragraph(getTranslation("work.offer.kept")), controls);
    }

    private List<Offer> chosen() {
        List<Offer> chosen = new ArrayList<>();
        boxes.forEach((offer, box) -> {
            if (box.getValue()) {
                chosen.add(offer);
            }
        });
        return chosen;
    }

    private void refresh() {
        apply.setEnabled(!chosen().isEmpty());
    }
}
