package org.stride.ui.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.lesson.Figure;
import org.stride.report.Translator;
import org.stride.ui.part.TensorView;
import org.stride.ui.part.WindowPlayer;

/** The picture of a figure: what goes in, what comes out, and what to look for. */
final class LessonFigure {
    /** The width of a cell in rem, about. */
    private static final double WHOLE_NUMBER = 2.25;

    private static final double OTHER_CELL = 3.5;

    private LessonFigure() {}

    static Component of(Figure figure, Translator texts) {
        HtmlContainer picture = new HtmlContainer("figure", shown(figure));
        picture.addClassName("stride-figure");
        HtmlContainer caption = new HtmlContainer("figcaption");
        caption.add(Blocks.text(new ProseHtml(0, texts).words(figure.caption())));
        picture.add(caption);
        return picture;
    }

    /** An exercise can be played; anything else is looked at. */
    private static Component[] shown(Figure figure) {
        return figure.exercise()
                .map(exercise -> new Component[] {WindowPlayer.of(exercise.name(), figure.arguments())})
                .orElseGet(() -> arrays(figure));
    }

    private static Component[] arrays(Figure figure) {
        Div arrays = new Div();
        arrays.addClassName("stride-figure-arrays");
        Stream.concat(figure.inputs().stream(), figure.results().stream())
                .filter(part -> part.written().rank() > 0)
                .map(LessonFigure::array)
                .forEach(arrays::add);
        String plain = numbers(figure);
        if (plain.isEmpty()) {
            return new Component[] {arrays};
        }
        Code numbers = new Code(plain);
        numbers.addClassName("stride-figure-numbers");
        return new Component[] {arrays, numbers};
    }

    private static TensorView array(Figure.Part part) {
        NdArray written = part.written();
        TensorView view = TensorView.of(part.name(), written, part.axes());
        int columns = written.length(written.rank() == 1 ? 0 : 1);
        double width = columns * (written.dtype() == DType.INT64 ? WHOLE_NUMBER : OTHER_CELL);
        view.getElement().getStyle().set("--stride-cells", width + "rem");
        return view;
    }

    /** What has no cells: the settings, and the arrays of one number, as {@code stride = 1, b = 0}. */
    private static String numbers(Figure figure) {
        Stream<String> settings = figure.settings().values().entrySet().stream()
                .map(setting -> setting.getKey() + " = " + plain(setting.getValue()));
        Stream<String> scalars = Stream.concat(figure.inputs().stream(), figure.results().stream())
                .filter(part -> part.written().rank() == 0)
                .map(part -> part.name() + " = " + plain(part.written().sum()));
        return Stream.concat(settings, scalars).collect(Collectors.joining(", "));
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> plain(scalar.value());
            case Value.Text text -> "\"" + text.value() + "\"";
            default -> value.toString();
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
