package org.stride.ui.exercise;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;

/** The function's signature, with the shape of everything that goes in and comes out. */
final class SignaturePanel extends Section {
    private static final long serialVersionUID = 1L;

    SignaturePanel(Exercise exercise) {
        addClassName("stride-signature");
        Code signature = new Code(exercise.signature());
        signature.addClassName("stride-signature-line");
        add(
                new H2(getTranslation("signature.title")),
                signature,
                shapes(getTranslation("signature.takes"), exercise.parameters()),
                shapes(getTranslation("signature.returns"), exercise.returns()));
    }

    private static Section shapes(String title, List<Parameter> parameters) {
        DescriptionList list = new DescriptionList();
        for (Parameter parameter : parameters) {
            list.add(new DescriptionList.Term(new Code(parameter.name())));
            list.add(new DescriptionList.Description(new Code(parameter.shape())));
        }
        com.vaadin.flow.component.html.H3 heading = new com.vaadin.flow.component.html.H3(title);
        return new Section(heading, list);
    }
}
