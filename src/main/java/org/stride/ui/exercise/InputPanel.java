package org.stride.ui.exercise;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Exercise;
import org.stride.report.Wording;
import org.stride.ui.part.TensorView;
import org.stride.ui.part.WindowPlayer;

/** The seeded input of the cases that may be seen: one array at a time, the plain values beside it. */
final class InputPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Exercise exercise;
    private final Div plainValues = new Div();
    private final Div names = new Div();
    private final Div array = new Div();
    private final Div player = new Div();
    private final NativeDetails moving = new NativeDetails(getTranslation("player.open"), player);
    private transient @Nullable Case shown;
    private transient Map<String, NdArray> arrays = Map.of();

    InputPanel(Exercise exercise, List<Case> cases, Wording wording) {
        this.exercise = exercise;
        addClassName("stride-input");
        plainValues.addClassName("stride-plain-values");
        names.addClassName("stride-segments");
        names.getElement().setAttribute("role", "group");
        names.getElement().setAttribute("aria-label", getTranslation("input.arrays"));
        List<Case> visible = cases.stream().filter(c -> !c.heldOut()).toList();
        Select<Case> choice = new Select<>();
        choice.setLabel(getTranslation("input.case"));
        choice.setItems(visible);
        choice.setItemLabelGenerator(c -> getTranslation(
                "input.case." + (c.required() ? c.visibility().name().toLowerCase(Locale.ROOT) : "advisory"),
                wording.traits(c.traits())));
        choice.addValueChangeListener(event -> show(event.getValue()));
        choice.addClassName("stride-case");
        moving.addClassName("stride-moving");
        moving.addToggleListener(event -> play());
        add(new H2(getTranslation("input.title")), choice, plainValues, names, array);
        choice.setValue(visible.getFirst());
    }

    /** The shown check as a moving picture, folded up; it stands by itself, since it wants the width of the page. */
    NativeDetails moving() {
        return moving;
    }

    private void show(Case chosen) {
        arrays = new LinkedHashMap<>();
        plainValues.removeAll();
        chosen.arguments().values().forEach(this::collect);
        names.removeAll();
        arrays.keySet().forEach(name -> names.add(button(name)));
        names.setVisible(arrays.size() > 1);
        plainValues.setVisible(plainValues.getElement().getChildCount() > 0);
        array.removeAll();
        arrays.keySet().stream().findFirst().ifPresent(this::showArray);
        shown = chosen;
        player.removeAll();
        play();
    }

    /** Its numbers go to the page once somebody wants to see them. */
    private void play() {
        if (shown != null && moving.isOpen() && player.getChildren().findAny().isEmpty()) {
            player.add(WindowPlayer.of(exercise.name(), shown.arguments()));
        }
    }

    private void collect(String name, Value value) {
        switch (value) {
            case NdArray array -> arrays.put(name, array);
            case Value.Tuple tuple
            when tuple.parts().stream().anyMatch(NdArray.class::isInstance) -> {
                for (int part = 0; part < tuple.parts().size(); part++) {
                    collect(name + "[" + part + "]", tuple.parts().get(part));
                }
            }
            default -> plainValues.add(new Code(name + " = " + python(value)));
        }
    }

    private NativeButton button(String name) {
        NativeButton button = new NativeButton(name, event -> showArray(name));
        button.getElement().setAttribute("aria-pressed", "false");
        return button;
    }

    private void showArray(String name) {
        names.getChildren()
                .forEach(button -> button.getElement()
                        .setAttribute(
                                "aria-pressed",
                                String.valueOf(button.getElement().getText().equals(name))));
        NdArray values = Objects.requireNonNull(arrays.get(name));
        array.removeAll();
        array.add(TensorView.of(name, values, Axes.of(exercise.parameters(), name, values.rank())));
    }

    /** As Python writes the value. */
    private static String python(Value value) {
        return switch (value) {
            case Value.Scalar scalar ->
                scalar.type() == Value.Scalar.Type.PYTHON_INT
                        ? String.valueOf((long) scalar.value())
                        : Wording.number(scalar.value());
            case Value.Text text -> "\"" + text.value() + "\"";
            case Value.Tuple tuple ->
                tuple.parts().stream().map(InputPanel::python).collect(Collectors.joining(", ", "(", ")"));
            case Value.Dictionary dictionary ->
                dictionary.entries().entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\": " + python(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }
}
