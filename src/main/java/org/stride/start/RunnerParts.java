package org.stride.start;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stride.python.PythonRunner;

/** Python for the rims: always there, even on a machine without it; {@link PythonRunner#status} then says why. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunnerProperties.class)
class RunnerParts {
    /** Comes back at once; its processes get ready meanwhile, and end with the application. */
    @Bean(destroyMethod = "close")
    PythonRunner pythonRunner(RunnerProperties properties) {
        return PythonRunner.start(properties.setup());
    }
}
