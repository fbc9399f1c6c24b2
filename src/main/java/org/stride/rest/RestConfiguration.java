package org.stride.rest;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands before the controllers, in the order in which a request meets it, and the jobs behind them. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {
    /** After Spring has found out, where it is told to, for whom a proxy calls. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    private final ApiSettings settings;
    private final Problems problems;

    RestConfiguration(ApiSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Bean
    FilterRegistrationBean<Doorkeeper> doorkeeper() {
        var registration = new FilterRegistrationBean<>(new Doorkeeper(problems, settings.thisMachineOnly()));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        var registration = new FilterRegistrationBean<>(new BodyLimit(problems));
        registration.setOrder(FIRST + 1);
        return registration;
    }

    /** The library of the description’s page would be there a second time, without its policy, and with another site’s example. */
    @Bean
    FilterRegistrationBean<Filter> webjars() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> problems.answer(
                (HttpServletResponse) response,
                problems.of(ProblemType.UNKNOWN_PATH, "api.unknown_path.detail", "/webjars")));
        registration.addUrlPatterns("/webjars/*");
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> brokenRequests() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BrokenRequests(problems)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Allowances("checks", settings.checks(), TimeMeter.SYSTEM_NANOTIME, problems))
                .addPathPatterns("/api/v1/exercises/*/check");
        registry.addInterceptor(new Allowances("uploads", settings.uploads(), TimeMeter.SYSTEM_NANOTIME, problems))
                .addPathPatterns("/api/v1/files/check", "/api/v1/jobs");
    }

    /** Jobs wait for Python most of the time, so each has a thread that costs next to nothing. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService jobExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("job-", 1).factory());
    }

    @Bean
    Jobs jobs(PythonJudge judge, @Qualifier("jobExecutor") ExecutorService jobExecutor) {
        return new Jobs(settings.jobs(), judge, jobExecutor, InstantSource.system(), problems);
    }
}
