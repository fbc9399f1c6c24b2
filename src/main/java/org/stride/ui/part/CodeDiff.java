package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Shows in which lines a source differs from an older one. */
@Tag("stride-diff")
@NpmPackage(value = "diff", version = "9.0.0")
@JsModule("./diff/diff.ts")
@CssImport("./theme/tokens.css")
public final class CodeDiff extends Component {
    private static final long serialVersionUID = 1L;

    /**
     * @param beforeLabel what the older source is, or of when
     * @param afterLabel the same of the newer one
     */
    public CodeDiff(String beforeLabel, String before, String afterLabel, String after) {
        getElement().setProperty("beforeLabel", beforeLabel);
        getElement().setProperty("afterLabel", afterLabel);
        getElement().setProperty("both", AsciiJson.of(List.of(before, after)));
        getElement().setPropertyMap("texts", texts(this::getTranslation));
    }

    /** Every word of the element but the labels. */
    static Map<String, Object> texts(UnaryOperator<String> translation) {
        Map<String, Object> texts = new HashMap<>();
        texts.put("label", translation.apply("diff.label"));
        texts.put("removed", translation.apply("diff.removed"));
        texts.put("added", translation.apply("diff.added"));
        texts.put("counts", translation.apply("diff.counts"));
        texts.put("unchanged", translation.apply("diff.unchanged"));
        texts.put("more", translation.apply("diff.more"));
        texts.put("none", translation.apply("diff.none"));
        return texts;
    }
}
