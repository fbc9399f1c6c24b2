package org.stride.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.stride.report.Translator;
import tools.jackson.databind.json.JsonMapper;

/** Words problems, and answers with them where no controller has been reached. */
@Component
final class Problems {
    private final Translator texts;
    private final JsonMapper json;

    Problems(Translator texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** @param key of the text that tells what was expected and what came */
    ProblemException of(ProblemType type, String key, Object... parameters) {
        return new ProblemException(type, texts.text(type.title()), texts.text(key, parameters));
    }

    /** One whose detail is there already. */
    ProblemException worded(ProblemType type, String detail) {
        return new ProblemException(type, texts.text(type.title()), detail);
    }

    void answer(HttpServletResponse response, ProblemException problem) throws IOException {
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        write(response, problem.getBody());
    }

    /** What only the web server knows what is wrong with. */
    void answerBroken(HttpServletResponse response, int status) throws IOException {
        ProblemType type = status < 500 ? ProblemType.MALFORMED : ProblemType.FAULT;
        String detail = status < 500 ? "api.malformed.detail" : "api.fault.detail";
        ProblemDetail body = of(type, detail).getBody();
        body.setStatus(status);
        write(response, body);
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
