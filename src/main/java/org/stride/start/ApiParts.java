package org.stride.start;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stride.rest.ApiSettings;

/** What the interface for programs is to be like. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiParts {
    @Bean
    ApiSettings apiSettings(ApiProperties properties, RunnerProperties runner) {
        return new ApiSettings(
                runner.mode().equals("local"), properties.checks(), properties.uploads(), properties.jobs());
    }
}
