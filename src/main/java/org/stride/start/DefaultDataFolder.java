package org.stride.start;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.stride.installation.DataFolder;

/** Where nothing else says so, sets {@code stride.data} to the user's data folder, and the database to a file in it. */
public final class DefaultDataFolder implements EnvironmentPostProcessor {
    private static final String FOLDER = "stride.data";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String folder = environment.getProperty(FOLDER, DataFolder.ofUser().toString());
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "data folder",
                        Map.of(
                                FOLDER,
                                folder,
                                "spring.datasource.url",
                                new DataFolder(Path.of(folder)).databaseUrl())));
    }
}
