package org.stride.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.ShellScripts;
import org.stride.ShellScripts.Ended;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manifests say what must hold in a cluster, and their commands do what they are for. */
class KubernetesTest {
    private static final JsonNode JOB = documents("kubernetes-indexed-job.yaml").getFirst();
    private static final JsonNode MERGE = documents("kubernetes-merge.yaml").getFirst();
    private static final String REPORT = "shard-%d-of-16.jsonl";

    /** A java that writes its arguments, a line each, where {@code --out} says. */
    private static final String WRITES_ITS_ARGUMENTS =
            "all=$(printf '%s\\n' \"$@\"); while [ \"$1\" != --out ]; do shift; done; printf '%s\\n' \"$all\" >\"$2\"";

    @TempDir
    private Path folder;

    private static List<JsonNode> documents(String name) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            Iterable<Object> documents = new Yaml(new SafeConstructor(strict))
                    .loadAll(Files.readString(Path.of("deploy").resolve(name)));
            return StreamSupport.stream(documents.spliterator(), false)
                    .<JsonNode>map(document -> JsonMapper.shared().valueToTree(document))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all pods are made of, by the manifest that has them. */
    static Stream<JsonNode> pods() {
        return Stream.concat(
                Stream.of(JOB, MERGE).map(job -> job.at("/spec/template/spec")),
                documents("kubernetes-files.yaml").stream()
                        .filter(document -> document.get("kind").asString().equals("Pod"))
                        .map(pod -> pod.get("spec")));
    }

    private static JsonNode container(JsonNode job) {
        return job.at("/spec/template/spec/containers/0");
    }

    private static Map<String, String> environment(JsonNode job) {
        Map<String, String> environment = new LinkedHashMap<>();
        container(job).get("env").forEach(variable -> {
            if (variable.has("value")) {
                environment.put(
                        variable.get("name").asString(), variable.get("value").asString());
            }
        });
        return environment;
    }

    private static JsonNode mount(JsonNode job, String path) {
        return container(job)
                .get("volumeMounts")
                .valueStream()
                .filter(mount -> mount.get("mountPath").asString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsAnIndexedJobThatTriesEachIndexByItself() {
        assertThat(JOB.get("apiVersion").asString()).isEqualTo("batch/v1");
        assertThat(JOB.get("kind").asString()).isEqualTo("Job");
        JsonNode spec = JOB.get("spec");
        assertThat(spec.get("completionMode").asString()).isEqualTo("Indexed");
        assertThat(spec.get("completions").intValue()).isEqualTo(16);
        assertThat(spec.get("parallelism").intValue()).isBetween(1, 16);
        assertThat(spec.get("backoffLimitPerIndex").intValue()).isPositive();
        assertThat(spec.get("activeDeadlineSeconds").intValue()).isPositive();
        // Without which Kubernetes refuses a limit for each index
        assertThat(spec.at("/template/spec/restartPolicy").asString()).isEqualTo("Never");
    }

    @Test
    void bothJobsMeanTheSameNumberOfShards() {
        assertThat(environment(JOB).get("SHARDS"))
                .isEqualTo(JOB.at("/spec/completions").asString());
        assertThat(environment(MERGE).get("SHARDS")).isEqualTo(environment(JOB).get("SHARDS"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aPodMayDoNothingThatItNeedNot(JsonNode pod) {
        assertThat(pod.get("automountServiceAccountToken").booleanValue()).isFalse();
        assertThat(pod.get("enableServiceLinks").booleanValue()).isFalse();
        assertThat(pod.get("restartPolicy").asString()).isEqualTo("Never");
        assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
        JsonNode container = pod.get("containers").get(0);
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").booleanValue())
                .isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").booleanValue())
                .isTrue();
        assertThat(container.at("/securityContext/capabilities/drop/0").asString())
                .isEqualTo("ALL");
        assertThat(container.at("/resources/limits/memory").asString()).isNotEmpty();
        assertThat(container.at("/resources/requests/cpu").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aPodRunsAsTheUserOfTheImage(JsonNode pod) throws IOException {
        String user = pod.at("/securityContext/runAsUser").asString();

        assertThat(Files.readString(Path.of("Dockerfile"))).contains("--uid " + user + " ");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void everyMountHasItsVolume(JsonNode pod) {
        List<String> volumes = pod.get("volumes")
                .valueStream()
                .map(volume -> volume.get("name").asString())
                .toList();
        assertThat(pod.at("/containers/0/volumeMounts")
                        .valueStream()
                        .map(mount -> mount.get("name").asString()))
                .isNotEmpty()
                .isSubsetOf(volumes);
        assertThat(pod.at("/volumes/0/persistentVolumeClaim/claimName").asString())
                .isEqualTo(documents("kubernetes-files.yaml")
                        .getFirst()
                        .at("/metadata/name")
                        .asString());
    }

    @Test
    void submissionsAreReadOnlyAndTheRunnerHasAFolderForItsSources() {
        assertThat(mount(JOB, "/submissions").get("readOnly").booleanValue()).isTrue();
        assertThat(mount(JOB, "/reports").has("readOnly")).isFalse();
        assertThat(mount(JOB, "/tmp").get("name").asString()).isEqualTo("tmp");
        assertThat(JOB.at("/spec/template/spec/volumes/1/emptyDir").isObject()).isTrue();
    }

    @Test
    void theSecretIsOneOfKubernetes() {
        JsonNode secret = container(JOB)
                .get("env")
                .valueStream()
                .filter(variable -> variable.get("name").asString().equals("STRIDE_SECRET"))
                .findFirst()
                .orElseThrow();

        assertThat(secret.has("value")).isFalse();
        assertThat(secret.at("/valueFrom/secretKeyRef/name").asString()).isEqualTo("stride-secret");
    }

    @Test
    void theCommandStandsInForTheImagesEntryPoint() throws IOException {
        String image = Files.readString(Path.of("Dockerfile"));

        assertThat(image).contains("WORKDIR /opt/stride\n", "ENTRYPOINT [\"tini\", \"--\",", "STRIDE_PYTHON=");
        for (JsonNode job : List.of(JOB, MERGE)) {
            assertThat(container(job).get("command").valueStream().map(JsonNode::asString))
                    .startsWith("tini", "--", "sh", "-euc")
                    .hasSize(5);
            assertThat(script(job)).contains("-jar /opt/stride/stride.jar grade ");
        }
    }

    private static String script(JsonNode job) {
        return container(job).get("command").get(4).asString();
    }

    /** Runs what a pod runs, with a java of this test's own. */
    private Ended run(JsonNode job, String java, Map<String, String> more) throws IOException, InterruptedException {
        ShellScripts.write(folder.resolve("bin/java"), java);
        Map<String, String> environment = environment(job);
        environment.put("REPORTS", folder.toString());
        environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        environment.putAll(more);
        return ShellScripts.run(
                folder, environment, List.of(ShellScripts.command("sh").toString(), "-euc", script(job)));
    }

    private Ended grade(int index, String java) throws IOException, InterruptedException {
        return run(JOB, java, Map.of("JOB_COMPLETION_INDEX", String.valueOf(index)));
    }

    @Test
    void eachIndexTakesItsShardAndLeavesItsReport() throws IOException, InterruptedException {
        for (int index = 0; index < 16; index++) {
            assertThat(grade(index, WRITES_ITS_ARGUMENTS)).isEqualTo(new Ended(0, ""));

            String arguments = Files.readString(folder.resolve(REPORT.formatted(index + 1)));
            assertThat(arguments)
                    .contains("\n--shard\n" + (index + 1) + "/16\n", "\n--format\njson\n", "\n--fail-under\n0\n")
                    .endsWith("\n/submissions\n");
        }
        try (Stream<Path> reports = Files.list(folder).filter(Files::isRegularFile)) {
            assertThat(reports).hasSize(16);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 137})
    void whatFailsLeavesNoReportUnderItsName(int status) throws IOException, InterruptedException {
        Ended ended = grade(3, WRITES_ITS_ARGUMENTS + "; exit " + status);

        assertThat(ended.status()).isEqualTo(status);
        assertThat(folder.resolve(REPORT.formatted(4))).doesNotExist();
    }

    @Test
    void theMergeTakesAllReportsAndNoOthers() throws IOException, InterruptedException {
        for (int number : IntStream.rangeClosed(1, 16).toArray()) {
            Files.createFile(folder.resolve(REPORT.formatted(number)));
        }
        Files.createFile(folder.resolve("shard-1-of-8.jsonl"));
        Files.createFile(folder.resolve("shard-17-of-16.jsonl.half"));

        Ended ended = run(MERGE, "printf '%s\\n' \"$@\"", Map.of());

        assertThat(ended.status()).isZero();
        assertThat(ended.said().lines().filter(line -> line.endsWith(".jsonl"))).hasSize(16);
        assertThat(ended.said()).contains("\n--merge\n", "\n--out\n" + folder.resolve("all") + "\n");
    }

    @Test
    void theMergeDoesNothingWhileAReportIsMissing() throws IOException, InterruptedException {
        assertThat(run(MERGE, "echo merged", Map.of()))
                .isEqualTo(new Ended(2, "expected 16 reports in " + folder + ", got 0\n"));
        for (int number : IntStream.rangeClosed(1, 15).toArray()) {
            Files.createFile(folder.resolve(REPORT.formatted(number)));
        }

        assertThat(run(MERGE, "echo merged", Map.of()))
                .isEqualTo(new Ended(2, "expected 16 reports in " + folder + ", got 15\n"));
    }
}
