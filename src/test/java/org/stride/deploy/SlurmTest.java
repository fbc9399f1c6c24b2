package org.stride.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.PythonListings;
import org.stride.ShellScripts;
import org.stride.ShellScripts.Ended;
import org.stride.exercise.Catalogue;

/** The job scripts as Slurm runs them, with the real command for every task of an array of 16. */
class SlurmTest {
    private static final Pattern SECONDS = Pattern.compile("\"seconds\":[0-9.]+");
    private static final String ECHO = "printf '%s ' \"$@\"; while [ \"$1\" != --out ]; do shift; done; : >\"$2\"";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("STRIDE_SECRET", "a secret of the tests");
        environment.put("SLURM_CPUS_PER_TASK", "1");
        environment.put(
                "STRIDE", ShellScripts.write(folder.resolve("stride"), ECHO).toString());
    }

    private void array(int task, int count, int first, int last) {
        environment.put("SLURM_ARRAY_TASK_ID", String.valueOf(task));
        environment.put("SLURM_ARRAY_TASK_COUNT", String.valueOf(count));
        environment.put("SLURM_ARRAY_TASK_MIN", String.valueOf(first));
        environment.put("SLURM_ARRAY_TASK_MAX", String.valueOf(last));
    }

    private Ended run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ShellScripts.command("bash").toString(),
                Path.of("deploy", script).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return ShellScripts.run(folder, environment, command);
    }

    /** The command itself, from the classes of this build. */
    private void theRealCommand() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        environment.put(
                "STRIDE",
                ShellScripts.write(
                                folder.resolve("stride"),
                                "exec '" + java + "' -XX:+UseSerialGC -Xmx256m -XX:TieredStopAtLevel=1 -cp '"
                                        + System.getProperty("java.class.path")
                                        + "' org.stride.StrideApplication \"$@\"")
                        .toString());
        Path python = PythonListings.assumeInstalled();
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is whole on Linux only");
        environment.put("STRIDE_PYTHON", python.toAbsolutePath().toString());
    }

    @Test
    void sixteenTasksAndTheirMergeAreOneRun() throws IOException, InterruptedException {
        theRealCommand();
        Path submissions = Files.createDirectory(folder.resolve("class"));
        String right = Catalogue.load()
                .get("zero_pad")
                .strategies()
                .getFirst()
                .listing()
                .code();
        // Two shards have nothing to do
        for (int number = 1; number <= 13; number++) {
            String code = number % 3 == 0 ? "def zero_pad(X, pad):\n    return X" : right;
            Files.writeString(
                    submissions.resolve("student_%02d.py".formatted(number)), "import numpy as np\n" + code + "\n");
        }
        Files.writeString(submissions.resolve("übung.ipynb"), "no notebook");

        for (int task = 1; task <= 16; task++) {
            array(task, 16, 1, 16);
            assertThat(run("slurm-array.sh", "class", "reports")).isEqualTo(new Ended(0, ""));
        }
        assertThat(run("slurm-merge.sh", "reports").status()).isZero();

        environment.put("LC_ALL", "C.UTF-8");
        List<String> oneRun =
                List.of(folder.resolve("stride").toString(), "grade", "-q", "-f", "json,csv", "-o", "one", "class");
        assertThat(ShellScripts.run(folder, environment, oneRun)).isEqualTo(new Ended(1, ""));
        String whole = content("one/report.jsonl");
        assertThat(whole.lines()).hasSize(14).anyMatch(line -> line.contains("class/übung.ipynb"));
        assertThat(content("reports/all/report.jsonl")).isEqualTo(whole);
        assertThat(folder.resolve("reports/all/report.csv")).hasSameTextualContentAs(folder.resolve("one/report.csv"));
    }

    private String content(String file) throws IOException {
        return SECONDS.matcher(Files.readString(folder.resolve(file))).replaceAll("\"seconds\":0");
    }

    @Test
    void aTaskTakesItsShardWithAllOfItsProcessors() throws IOException, InterruptedException {
        environment.put("SLURM_CPUS_PER_TASK", "4");
        array(3, 64, 1, 64);

        Ended ended = run("slurm-array.sh", "my class", "my reports");

        assertThat(ended.status()).isZero();
        assertThat(ended.said()).contains("--jobs 4 ", "--shard 3/64 ", "--fail-under 0 ", " my class ");
        assertThat(folder.resolve("my reports/shard-3-of-64.jsonl")).exists();
        assertThat(folder.resolve("my reports/shard-3-of-64.jsonl.half")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"7, 2, 1, 7", "3, 1, 3, 3", "0, 16, 0, 15", "5, 8, 1, 15"})
    void aPartOfAnArrayIsRefusedUnlessTheNumberOfAllIsTold(int task, int count, int first, int last)
            throws IOException, InterruptedException {
        array(task, count, first, last);

        Ended ended = run("slurm-array.sh", "class", "reports");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said())
                .isEqualTo("slurm-array.sh: expected all tasks, 1-" + count + ", got some of " + first + "-" + last
                        + ": set STRIDE_SHARDS to how many there are\n");
        environment.put("STRIDE_SHARDS", "16");
        assertThat(run("slurm-array.sh", "class", "reports").said()).contains("--shard " + task + "/16 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 137})
    void aTaskThatFailsSaysSoAndLeavesNoReportUnderItsName(int status) throws IOException, InterruptedException {
        ShellScripts.write(folder.resolve("stride"), ECHO + "; exit " + status);
        array(3, 16, 1, 16);

        assertThat(run("slurm-array.sh", "class", "reports").status()).isEqualTo(status);
        assertThat(folder.resolve("reports/shard-3-of-16.jsonl.half")).exists();
        assertThat(folder.resolve("reports/shard-3-of-16.jsonl")).doesNotExist();
    }

    @Test
    void whatIsMissingIsSaid() throws IOException, InterruptedException {
        assertThat(run("slurm-array.sh", "class", "reports").said()).contains("submit it with sbatch");
        array(3, 16, 1, 16);
        assertThat(run("slurm-array.sh", "class").said()).contains("expected two folders");
        environment.remove("STRIDE_SECRET");
        assertThat(run("slurm-array.sh", "class", "reports").said()).contains("STRIDE_SECRET must be set");
        assertThat(run("slurm-merge.sh").said()).contains("expected the folder of the reports");
    }

    @Test
    void theMergeDoesNothingWhileAReportIsMissing() throws IOException, InterruptedException {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        assertThat(run("slurm-merge.sh", "reports"))
                .isEqualTo(new Ended(2, "slurm-merge.sh: expected 16 reports in reports, got 0\n"));
        Files.createFile(reports.resolve("shard-1-of-2.jsonl"));
        environment.put("STRIDE_SHARDS", "2");

        assertThat(run("slurm-merge.sh", "reports"))
                .isEqualTo(new Ended(2, "slurm-merge.sh: expected 2 reports in reports, got 1\n"));
        Files.createFile(reports.resolve("shard-2-of-2.jsonl"));
        assertThat(run("slurm-merge.sh", "reports").said())
                .contains("--merge ", "--out reports/all reports/shard-1-of-2.jsonl reports/shard-2-of-2.jsonl ");
    }

    @Test
    void whatSlurmIsToldAgreesBetweenBothScripts() throws IOException {
        assertThat(Files.readString(Path.of("deploy/slurm-array.sh"))).contains("\n#SBATCH --array=1-16\n");
        assertThat(Files.readString(Path.of("deploy/slurm-merge.sh"))).contains("${STRIDE_SHARDS:-16}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slurm-array.sh", "slurm-merge.sh"})
    void aScriptIsExecutableCleanAndSaysAllToSlurmBeforeItsFirstCommand(String name)
            throws IOException, InterruptedException {
        Path script = Path.of("deploy", name);
        List<String> lines = Files.readAllLines(script);
        int firstCommand = lines.indexOf("set -eu");

        assertThat(lines.getFirst()).isEqualTo("#!/bin/bash");
        assertThat(lines.subList(0, firstCommand)).allMatch(line -> line.startsWith("#"));
        assertThat(lines.subList(firstCommand, lines.size())).noneMatch(line -> line.startsWith("#SBATCH"));
        assertThat(script).isExecutable();
        ShellScripts.assertClean(script);
    }
}
