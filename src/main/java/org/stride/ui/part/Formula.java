package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** A formula in LaTeX, seen as mathematics and heard as MathML. */
@Tag("stride-formula")
@NpmPackage(value = "katex", version = "0.19.1")
@JsModule("./formula/formula.ts")
@CssImport("./theme/tokens.css")
public final class Formula extends Component {
    private static final long serialVersionUID = 1L;

    private Formula(String latex, boolean block) {
        getElement().setProperty("latex", latex);
        getElement().setProperty("block", block);
    }

    /** Within a line of text. */
    public static Formula inline(String latex) {
        return new Formula(latex, false);
    }

    /** On a line of its own, where it scrolls if it is wide. */
    public static Formula block(String latex) {
        Formula formula = new Formula(latex, true);
        formula.getElement().setProperty("label", formula.getTranslation("formula.label"));
        return formula;
    }
}
