package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.ShellScripts;
import org.stride.autograder.Assignment;
import org.stride.autograder.Assignment.Task;
import org.stride.autograder.PointsFile;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Seeds;

class GradescopeKitCommandTest {
    private static final String SECRET = "00112233445566778899aabbccddeeff";

    @TempDir
    private Path folder;

    private Path jar;
    private Path out;
    private final StringWriter said = new StringWriter();
    private final StringWriter refused = new StringWriter();

    @BeforeEach
    void prepare() throws IOException {
        jar = Jars.whole(folder.resolve("stride.jar"));
        out = folder.resolve("autograder.zip");
    }

    private int run(Object... arguments) {
        boolean named = List.of(arguments).contains("--jar");
        Stream<Object> jarred = named ? Stream.of() : Stream.of("--jar", jar);
        Stream<String> words = Stream.of(Stream.of("gradescope-kit"), jarred, Arrays.stream(arguments))
                .flatMap(part -> part)
                .map(Object::toString);
        return Main.run(new PrintWriter(said, true), new PrintWriter(refused, true), words.toArray(String[]::new));
    }

    private Map<String, byte[]> kit(Object... arguments) throws IOException {
        Object[] words = Stream.concat(Stream.of(out, "--secret", SECRET), Arrays.stream(arguments))
                .toArray();
        assertThat(run(words)).as(refused.toString()).isZero();
        return unzip(Files.readAllBytes(out));
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void itHasBothScriptsAtItsTopAndAllThatTheyNeed() throws IOException {
        Map<String, byte[]> kit = kit();

        assertThat(kit.keySet()).containsExactly("README.txt", "run_autograder", "secret", "setup.sh", "stride.jar");
        assertThat(text(kit.get("run_autograder")))
                .startsWith("#!/usr/bin/env bash\n")
                .doesNotContain("\r");
        assertThat(text(kit.get("setup.sh")))
                .startsWith("#!/usr/bin/env bash\n")
                .doesNotContain("\r");
        assertThat(kit.get("stride.jar")).isEqualTo(Files.readAllBytes(jar));
        assertThat(text(kit.get("secret"))).isEqualTo(SECRET + "\n");
    }

    @Test
    void theFingerprintIsThatOfTheSecretInIt() throws IOException {
        Map<String, byte[]> kit = kit();
        Path secret = Files.write(folder.resolve("secret"), kit.get("secret"));
        String fingerprint = new Seeds(Secret.key(secret.toString())).fingerprint();

        assertThat(fingerprint).isEqualTo(new Seeds(Secret.key(SECRET)).fingerprint());
        assertThat(text(kit.get("README.txt"))).contains("held-out checks are drawn (" + fingerprint + ")");
        assertThat(said.toString())
                .isEqualTo(out + " is written, with the held-out checks of secret " + fingerprint + ".\n");
    }

    @Test
    void anyTextMayBeTheSecret() throws IOException {
        run(out, "--secret", "autumn term");

        String secret = text(unzip(Files.readAllBytes(out)).get("secret")).strip();
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(Secret.key(secret)).isEqualTo(Secret.key("autumn term"));
    }

    @Test
    void theSamePartsGiveTheSameBytesAtAnyTimeAndPlace() throws IOException {
        byte[] once = bytesOfAKitIn("Pacific/Auckland");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(bytesOfAKitIn("America/Los_Angeles")).isEqualTo(once);
    }

    private byte[] bytesOfAKitIn(String place) throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(place));
            kit("--force");
            return Files.readAllBytes(out);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void pointsAreTakenAlong() throws IOException {
        Path points = Files.writeString(
                folder.resolve("points.yaml"), "zero_pad: 2.5\npool_backward: {points: 3, optional: true}\n");

        assertThat(assignment(kit("--points", points)))
                .isEqualTo(PointsFile.parse(Files.readString(points), Catalogue.load()));
    }

    @Test
    void onlyTheExercisesThatAreAskedForAreTakenAlong() throws IOException {
        assertThat(assignment(kit("--exercise", "pool_backward,zero_pad")).tasks())
                .isEqualTo(Map.of("zero_pad", new Task(1, false), "pool_backward", new Task(1, false)));
    }

    private static Assignment assignment(Map<String, byte[]> kit) {
        return PointsFile.parse(text(kit.get("points.yaml")), Catalogue.load());
    }

    @Test
    void itIsItsOwnersAloneSinceItHoldsTheSecret() throws IOException {
        kit();

        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".half"));
    }

    @Test
    void aFileThatIsThereStaysUnlessForced() throws IOException {
        Files.writeString(out, "mine");

        assertThat(run(out)).isEqualTo(2);
        assertThat(refused.toString())
                .isEqualTo(
                        "stride: " + out + " is there already. Choose another name, or write over it with --force\n");
        assertThat(out).hasContent("mine");
        assertThat(kit("--force")).containsKey("setup.sh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOLDER | FOLDER is a folder. Name a file in it, such as FOLDER/autograder.zip",
                "FOLDER/kit | Gradescope takes files that end in .zip: call it FOLDER/kit.zip, for one",
                "FOLDER/none/a.zip | there is no folder FOLDER/none. Make it first, or choose another",
                "FOLDER/a.zip --jar FOLDER/none.jar | --jar: there is no file FOLDER/none.jar",
                "FOLDER/a.zip --jar FOLDER/apart.jar | --jar: FOLDER/apart.jar is not a stride.jar with all that it needs, as ./stride build makes it in target",
                "FOLDER/a.zip --points FOLDER/none.yaml | the points cannot be read from FOLDER/none.yaml: java.nio.file.NoSuchFileException: FOLDER/none.yaml",
                "FOLDER/a.zip --points FOLDER/empty | FOLDER/empty: points: expected a function and its points in each line, such as 'zero_pad: 10'",
                "FOLDER/a.zip --secret FOLDER/empty | the file FOLDER/empty must hold the secret, it is empty",
                "FOLDER/a.zip --exercise zero_pda | --exercise: there is no function zero_pda; there are zero_pad, conv_single_step, conv_forward, pool_forward, conv_backward, create_mask_from_window, distribute_value, pool_backward"
            },
            quoteCharacter = '"')
    void whatCannotBeDoneIsRefusedInASentence(String words, String sentence) throws IOException {
        Jars.apart(folder.resolve("apart.jar"));
        Files.createFile(folder.resolve("empty"));

        assertThat(run((Object[]) words.replace("FOLDER", folder.toString()).split(" ")))
                .isEqualTo(2);
        assertThat(refused.toString()).isEqualTo("stride: " + sentence.replace("FOLDER", folder.toString()) + "\n");
        assertThat(said.toString()).isEmpty();
        assertThat(folder.resolve("a.zip")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.sh", "run_autograder"})
    void shellcheckHasNothingToSay(String script) throws IOException, InterruptedException {
        ShellScripts.assertClean(Files.write(folder.resolve(script), kit().get(script)));
    }
}
