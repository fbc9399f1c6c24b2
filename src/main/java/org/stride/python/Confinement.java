package org.stride.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layers between code and the machine, as probes found them: each tried what its layer forbids. */
public record Confinement(List<Layer> layers) {
    public Confinement {
        layers = List.copyOf(layers);
    }

    /**
     * One thing taken away.
     *
     * @param name such as {@code seccomp}
     * @param failure what the probe found; {@code null} if the layer holds
     */
    public record Layer(String name, @Nullable String failure) {
        public boolean holds() {
            return failure == null;
        }
    }

    /** Whether every layer holds. */
    public boolean complete() {
        return !layers.isEmpty() && layers.stream().allMatch(Layer::holds);
    }

    /** The layers that do not hold. */
    public List<Layer> missing() {
        return layers.stream().filter(layer -> !layer.holds()).toList();
    }
}
