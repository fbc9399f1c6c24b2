package org.stride.rest;

import static org.stride.rest.ProblemType.BAD_PARAMETER;
import static org.stride.rest.ProblemType.BUSY;
import static org.stride.rest.ProblemType.MALFORMED;
import static org.stride.rest.ProblemType.MISSING_FILE;
import static org.stride.rest.ProblemType.NOT_ACCEPTABLE;
import static org.stride.rest.ProblemType.TOO_LARGE;
import static org.stride.rest.ProblemType.TOO_MANY_JOBS;
import static org.stride.rest.ProblemType.TOO_MANY_REQUESTS;
import static org.stride.rest.ProblemType.UNAVAILABLE;
import static org.stride.rest.ProblemType.UNREADABLE;
import static org.stride.rest.ProblemType.WRONG_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.stride.report.format.Formats;

/** Checks of notebooks and scripts that are answered with the report itself. */
@RestController
@Tag(name = ApiDescription.FILES)
final class FileController {
    private final Uploads uploads;
    private final PythonJudge python;
    private final Waiting waiting;
    private final Reports reports;
    private final Parameters parameters;

    FileController(Uploads uploads, PythonJudge python, Waiting waiting, Reports reports, Parameters parameters) {
        this.uploads = uploads;
        this.python = python;
        this.waiting = waiting;
        this.reports = reports;
        this.parameters = parameters;
    }

    @Operation(
            summary = "Check a notebook or script",
            description =
                    "Finds the functions of the course in the file and judges each. Outputs that the file brings along are"
                            + " not read, and nothing is run but what the functions need. The answer comes when all is judged: seconds,"
                            + " or minutes where code never ends; a job tells how far it is, and can be cancelled.")
    @ReportAnswer
    @Refuses({
        MALFORMED,
        MISSING_FILE,
        BAD_PARAMETER,
        NOT_ACCEPTABLE,
        TOO_LARGE,
        WRONG_MEDIA_TYPE,
        UNREADABLE,
        TOO_MANY_REQUESTS,
        TOO_MANY_JOBS,
        UNAVAILABLE,
        BUSY
    })
    @PostMapping(
            path = "/api/v1/files/check",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_XML_VALUE,
                "text/csv"
            })
    DeferredResult<ResponseEntity<byte[]>> checkFile(
            @RequestPart(name = "file", required = false) @Nullable List<MultipartFile> file,
            @ExercisesParameter @RequestParam(defaultValue = "") List<String> exercises,
            @FormatParameter @RequestParam(required = false) @Nullable String format,
            @RequestHeader HttpHeaders headers,
            HttpServletRequest request) {
        Formats wanted = parameters.format(format, headers.getAccept());
        python.needPython();
        Check check = uploads.read(file, exercises);
        return waiting.judge(Caller.of(request), check, report -> reports.answer(report, wanted));
    }
}
