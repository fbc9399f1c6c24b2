package org.stride.ui.exercise;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.grading.CaseResult;
import org.stride.grading.code.CodeWatch;
import org.stride.python.Outcome;
import org.stride.ui.part.WindowPlayer;

/** The check that was just judged as a moving picture, with what the code gave drawn over what is right. Folded up until somebody wants it. */
final class MovingCase extends NativeDetails {
    private static final long serialVersionUID = 1L;

    private final transient Exercise exercise;
    private final transient CaseResult result;
    private final Div content = new Div();
    private transient WatchPanel.@Nullable Maker watching;

    MovingCase(Exercise exercise, CaseResult result) {
        this.exercise = exercise;
        this.result = result;
        addClassName("stride-moving");
        setId("moving-case");
        setSummaryText(getTranslation("moving_case.title"));
        content.addClassName("stride-moving-case");
        setContent(content);
        // Its numbers go to the page once somebody wants to see them
        addToggleListener(event -> {
            if (event.isOpened() && content.getChildren().findAny().isEmpty()) {
                fill();
            }
        });
    }

    /** Lets the learner ask for the windows that typed code takes. */
    MovingCase watched(WatchPanel.Maker maker) {
        watching = maker;
        return this;
    }

    private void fill() {
        WindowPlayer player = WindowPlayer.of(exercise.name(), result.testCase().arguments())
                .comparing(parts())
                .fixed();
        if (watching != null && CodeWatch.possible(exercise)) {
            content.add(watching.make(result, player::running));
        }
        content.add(player);
    }

    /** What the code gave, by the names of the parts, as far as it is arrays. */
    private Map<String, NdArray> parts() {
        Map<String, NdArray> parts = new LinkedHashMap<>();
        if (result.outcome() instanceof Outcome.Returned returned) {
            Value value = returned.value();
            List<Parameter> returns = exercise.returns();
            List<Value> values = returns.size() == 1
                    ? List.of(value)
                    : value instanceof Value.Tuple tuple ? tuple.parts() : List.of();
            for (int part = 0; part < Math.min(returns.size(), values.size()); part++) {
                if (values.get(part) instanceof NdArray array) {
                    parts.put(returns.get(part).name(), array);
                }
            }
        }
        return parts;
    }
}
