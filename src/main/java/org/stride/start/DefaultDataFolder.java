package org.stride.start;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.stride.installation.DataFolder;

/** Sets {@code stride.data} to the user's data folder where nothing else sets it. */
public final class DefaultDataFolder implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = DataFolder.ofUser();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("data folder", Map.of("stride.data", folder.toString())));
    }
}
