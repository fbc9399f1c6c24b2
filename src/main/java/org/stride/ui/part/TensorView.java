package org.stride.ui.part;

import static java.util.Map.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.array.DType;
import org.stride.array.NdArray;

/** Shows arrays as heat maps with numbers: one alone, or a learner's beside the right one and their difference. */
@Tag("stride-tensor-view")
@JsModule("./tensor-view/tensor-view.ts")
@CssImport("./theme/tokens.css")
public final class TensorView extends Component {
    private static final long serialVersionUID = 1L;

    private TensorView(String name, NdArray array, List<String> axes) {
        getElement().setProperty("name", name);
        getElement().setPropertyList("shape", boxed(array.shape().lengths()));
        getElement().setPropertyList("axes", axes);
        getElement().setPropertyMap("texts", texts());
    }

    /** One array, under the name that code has for it, with one name per axis. */
    public static TensorView of(String name, NdArray array, List<String> axes) {
        TensorView view = new TensorView(name, array, axes);
        view.getElement().setPropertyList("planes", List.of(Plane.of("", array, List.of())));
        return view;
    }

    /**
     * Two arrays of one shape, and their difference where they hold numbers.
     *
     * @param firstWrong the index of the first wrong element, where reading begins
     * @param wrong which elements are wrong, in row-major order
     */
    public static TensorView comparing(
            String name,
            NdArray got,
            NdArray want,
            List<String> axes,
            int @Nullable [] firstWrong,
            List<Boolean> wrong) {
        TensorView view = new TensorView(name, got, axes);
        if (firstWrong != null) {
            view.getElement().setPropertyList("mark", boxed(firstWrong));
        }
        List<Plane> planes = new ArrayList<>();
        planes.add(Plane.of(view.getTranslation("tensor.got"), got, wrong));
        planes.add(Plane.of(view.getTranslation("tensor.want"), want, List.of()));
        if (got.dtype() != DType.BOOL) {
            planes.add(Plane.of(view.getTranslation("tensor.difference"), difference(got, want), wrong));
        }
        view.getElement().setPropertyList("planes", planes);
        return view;
    }

    private static NdArray difference(NdArray got, NdArray want) {
        // Two infinities of one sign differ by nothing, and so do two NaNs, though their subtraction gives NaN.
        return (got.dtype() == want.dtype() ? got : got.asType(DType.FLOAT64))
                .combine(want, (g, w) -> Double.compare(g, w) == 0 ? 0 : g - w);
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private Map<String, String> texts() {
        return Map.ofEntries(
                entry("shape", getTranslation("tensor.shape")),
                entry("axis", getTranslation("tensor.axis")),
                entry("previous", getTranslation("tensor.previous")),
                entry("next", getTranslation("tensor.next")),
                entry("length", getTranslation("tensor.length")),
                entry("wrong", getTranslation("tensor.wrong")),
                entry("firstWrong", getTranslation("tensor.first_wrong")),
                entry("showFirstWrong", getTranslation("tensor.show_first_wrong")),
                entry("wrongCount", getTranslation("tensor.wrong_count")),
                entry("scale", getTranslation("tensor.scale")),
                entry("empty", getTranslation("tensor.empty")),
                entry("notFinite", getTranslation("tensor.not_finite")),
                entry("copy", getTranslation("tensor.copy")),
                entry("copied", getTranslation("tensor.copied")),
                entry("notCopied", getTranslation("tensor.not_copied")),
                entry("patternFirst", getTranslation("tensor.pattern.first")),
                entry("patternLast", getTranslation("tensor.pattern.last")),
                entry("patternMiddle", getTranslation("tensor.pattern.middle")),
                entry("patternWhole", getTranslation("tensor.pattern.whole")),
                entry("patternBorder", getTranslation("tensor.pattern.border")),
                entry("patternInside", getTranslation("tensor.pattern.inside")));
    }

    /** One array as the page takes it. NaN and the infinities, for which JSON has no word, cross by name. */
    private record Plane(String label, String kind, List<Object> values, List<Boolean> wrong) {
        static Plane of(String label, NdArray array, List<Boolean> wrong) {
            List<Object> values = Arrays.stream(array.toArray())
                    .mapToObj(value -> Double.isFinite(value) ? (Object) value : Double.toString(value))
                    .toList();
            return new Plane(label, array.dtype().numpyName().replaceAll("\\d", ""), values, wrong);
        }
    }
}
