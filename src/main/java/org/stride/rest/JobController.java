package org.stride.rest;

import static org.stride.rest.ProblemType.BAD_PARAMETER;
import static org.stride.rest.ProblemType.BUSY;
import static org.stride.rest.ProblemType.MALFORMED;
import static org.stride.rest.ProblemType.MISSING_FILE;
import static org.stride.rest.ProblemType.NOT_ACCEPTABLE;
import static org.stride.rest.ProblemType.NO_REPORT;
import static org.stride.rest.ProblemType.TOO_LARGE;
import static org.stride.rest.ProblemType.TOO_MANY_JOBS;
import static org.stride.rest.ProblemType.TOO_MANY_REQUESTS;
import static org.stride.rest.ProblemType.UNAVAILABLE;
import static org.stride.rest.ProblemType.UNKNOWN_JOB;
import static org.stride.rest.ProblemType.UNREADABLE;
import static org.stride.rest.ProblemType.WRONG_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Checks of files that somebody comes back for. */
@RestController
@RequestMapping(JobController.PATH)
@Tag(name = ApiDescription.JOBS)
final class JobController {
    static final String PATH = "/api/v1/jobs";

    private final Jobs jobs;
    private final Uploads uploads;
    private final PythonJudge python;
    private final Waiting waiting;
    private final Reports reports;
    private final Events events;
    private final Parameters parameters;
    private final Problems problems;

    JobController(
            Jobs jobs,
            Uploads uploads,
            PythonJudge python,
            Waiting waiting,
            Reports reports,
            Events events,
            Parameters parameters,
            Problems problems) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.python = python;
        this.waiting = waiting;
        this.reports = reports;
        this.events = events;
        this.parameters = parameters;
        this.problems = problems;
    }

    @Operation(
            summary = "Begin to check a notebook or script",
            description =
                    "The same check as that which is answered at once. A caller’s jobs run a few at a time, in order.")
    @ApiResponse(
            responseCode = "202",
            description = "It is on its way.",
            content = @Content(schema = @Schema(implementation = JobStatus.class)),
            headers = @Header(name = "Location", description = "Where the job is.", schema = @Schema(type = "string")))
    @Refuses({
        MALFORMED,
        MISSING_FILE,
        BAD_PARAMETER,
        TOO_LARGE,
        WRONG_MEDIA_TYPE,
        UNREADABLE,
        TOO_MANY_REQUESTS,
        TOO_MANY_JOBS,
        UNAVAILABLE,
        BUSY
    })
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobStatus> beginJob(
            @RequestPart(name = "file", required = false) @Nullable List<MultipartFile> file,
            @ExercisesParameter @RequestParam(defaultValue = "") List<String> exercises,
            HttpServletRequest request) {
        python.needPython();
        Job job = jobs.keep(Caller.of(request).key(), uploads.read(file, exercises));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + job.id()))
                .body(job.status());
    }

    @Operation(summary = "How far a job is")
    @Refuses(UNKNOWN_JOB)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    JobStatus jobStatus(@PathVariable String id) {
        return find(id).status();
    }

    @Operation(
            summary = "Follow a job",
            description =
                    "Server-sent events: `progress`, first as it is and then whenever it changes, and one `end`, each with the"
                            + " job as its data. The stream closes after the end. A comment every 15 seconds keeps it open.")
    @ApiResponse(
            responseCode = "200",
            description = "Events as they happen.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            example = "event:progress\ndata:{\"state\":\"running\",…}\n\n")))
    @Refuses({UNKNOWN_JOB, TOO_MANY_JOBS})
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> jobEvents(@PathVariable String id) {
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(events.of(find(id)));
    }

    @Operation(summary = "A job’s report")
    @ReportAnswer
    @Refuses({BAD_PARAMETER, UNKNOWN_JOB, NOT_ACCEPTABLE, NO_REPORT, UNAVAILABLE})
    @GetMapping(
            path = "/{id}/report",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_XML_VALUE,
                "text/csv"
            })
    ResponseEntity<byte[]> jobReport(
            @PathVariable String id,
            @FormatParameter @RequestParam(required = false) @Nullable String format,
            @RequestHeader HttpHeaders headers) {
        Job job = find(id);
        return reports.answer(waiting.report(job), parameters.format(format, headers.getAccept()));
    }

    @Operation(
            summary = "Cancel a job",
            description = "Ends one that is under way; its code is stopped. One that has ended already is forgotten.")
    @ApiResponse(responseCode = "204", description = "It has ended, or is forgotten.")
    @Refuses(UNKNOWN_JOB)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancelJob(@PathVariable String id) {
        jobs.remove(find(id));
        return ResponseEntity.noContent().build();
    }

    private Job find(String id) {
        return jobs.find(id).orElseThrow(() -> problems.of(UNKNOWN_JOB, "api.unknown_job.detail"));
    }
}
