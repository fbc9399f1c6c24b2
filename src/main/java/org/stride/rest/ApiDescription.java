package org.stride.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.stride.report.FileReport;
import org.stride.report.Translator;

/**
 * The description of the interface (OpenAPI), as far as the controllers do not say it themselves: the shape of reports, which is that of
 * the schema that all reports follow; files as parts of a form; and the problems.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static final String EXERCISES = "Exercises";
    static final String FILES = "Files";
    static final String JOBS = "Jobs";

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String FORM = "multipart/form-data";
    private static final List<ProblemType> EVERYWHERE =
            List.of(ProblemType.THIS_MACHINE_ONLY, ProblemType.CROSS_SITE, ProblemType.FAULT);

    /** The description is made when somebody asks for it: a start has better things to do. */
    @Bean
    static BeanFactoryPostProcessor onDemand() {
        return factory -> Stream.of(factory.getBeanDefinitionNames())
                .map(factory::getBeanDefinition)
                .filter(bean -> String.valueOf(bean.getFactoryBeanName()).startsWith("org.springdoc.")
                        || String.valueOf(bean.getBeanClassName()).startsWith("org.springdoc."))
                .forEach(bean -> bean.setLazyInit(true));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Stride")
                        .version("1")
                        .description(
                                "Checks the functions of the course, in source code and in notebooks. Whatever is no success is"
                                        + " a problem as RFC 9457 describes it."))
                .tags(
                        List.of(
                                new Tag()
                                        .name(EXERCISES)
                                        .description("The eight functions, and checks of one function’s source."),
                                new Tag()
                                        .name(FILES)
                                        .description(
                                                "Checks of notebooks and scripts, answered with the report itself."),
                                new Tag()
                                        .name(JOBS)
                                        .description(
                                                "Checks of files that go on by themselves. A job belongs to nobody but those who know its"
                                                        + " id, which cannot be guessed; it is kept in memory for an hour after its end.")))
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    OpenApiCustomizer shapes() {
        return description -> {
            for (Map.Entry<String, JsonNode> shape : reportShapes().properties()) {
                Schema<?> schema = Json31.mapper().convertValue(shape.getValue(), Schema.class);
                description.schema(shape.getKey(), schema);
            }
            description.schema("problem", problem());
        };
    }

    @Bean
    OperationCustomizer files() {
        return (operation, method) -> {
            if (operation.getRequestBody() != null
                    && operation.getRequestBody().getContent().containsKey(FORM)) {
                Schema<?> file = new BinarySchema()
                        .description(
                                "A notebook or a script, 5 MB at most. Its name is told in the report and used for nothing else.");
                Schema<?> form = new ObjectSchema().addProperty("file", file).addRequiredItem("file");
                operation
                        .getRequestBody()
                        .required(true)
                        .content(new Content().addMediaType(FORM, new MediaType().schema(form)));
            }
            return operation;
        };
    }

    @Bean
    OperationCustomizer problemAnswers(Translator texts) {
        return (operation, method) -> {
            Refuses refuses = method.getMethodAnnotation(Refuses.class);
            Stream<ProblemType> own = refuses == null ? Stream.empty() : Arrays.stream(refuses.value());
            Stream.concat(own, EVERYWHERE.stream())
                    .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
                    .forEach((status, types) -> answer(operation, status, types, texts));
            return operation;
        };
    }

    private static void answer(Operation operation, HttpStatus status, List<ProblemType> types, Translator texts) {
        MediaType content = new MediaType().schema(new Schema<>().$ref(COMPONENTS + "problem"));
        String description = types.stream()
                .map(type -> "`" + type.uri() + "`: " + texts.text(type.title()) + ".")
                .collect(Collectors.joining("\n\n"));
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", content));
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds until another try is worth it.")
                            .schema(new IntegerSchema()));
        }
        operation.getResponses().addApiResponse(String.valueOf(status.value()), response);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("What kept a request from its answer (RFC 9457).")
                .addProperty(
                        "type", new StringSchema().description("For machines.").example("/problems/too-large"))
                .addProperty("title", new StringSchema().description("The same in words."))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What was expected, and what came."))
                .addProperty("instance", new StringSchema().description("What was asked for."));
    }

    private static JsonNode reportShapes() {
        try (InputStream file = Objects.requireNonNull(FileReport.class.getResourceAsStream("report.schema.json"))) {
            String schema = Json31.mapper().readTree(file).required("$defs").toString();
            return Json31.mapper().readTree(schema.replace("#/$defs/", COMPONENTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
