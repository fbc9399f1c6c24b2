package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;

/** Shows Python source, coloured and numbered, with a button that copies it. */
@Tag("stride-listing")
@NpmPackage(value = "@lezer/python", version = "1.1.19")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
@JsModule("./listing/listing.ts")
@CssImport("./theme/tokens.css")
public final class Listing extends Component {
    private static final long serialVersionUID = 1L;

    /**
     * @param label what the listing is, for those who do not see it
     * @param emphasis the lines to emphasize, counted from 1
     */
    public Listing(String label, String code, List<Integer> emphasis) {
        getElement().setProperty("label", label);
        getElement().setProperty("code", code);
        getElement().setPropertyList("emphasis", emphasis);
        getElement().setProperty("emphasisLabel", getTranslation("listing.emphasis"));
        getElement().setProperty("copyLabel", getTranslation("listing.copy"));
        getElement().setProperty("copiedLabel", getTranslation("listing.copied"));
    }
}
