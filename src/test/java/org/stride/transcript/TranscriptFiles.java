package org.stride.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stride.python.Greeting;

/** The transcripts as they have always been, and the Python that they were written with. */
public final class TranscriptFiles {
    static final Path FOLDER = Path.of("src/test/resources/transcripts");

    private static final boolean WRITE = "write".equals(System.getProperty("stride.reports"));
    private static final Path PYTHON = FOLDER.resolve("python.txt");

    private TranscriptFiles() {}

    /** Writes all of them anew, if that was asked for. */
    static void write(Map<String, Transcript> transcripts, Greeting python) throws IOException {
        if (WRITE) {
            Files.writeString(PYTHON, version(python));
            for (Map.Entry<String, Transcript> transcript : transcripts.entrySet()) {
                Files.writeString(
                        FOLDER.resolve(transcript.getKey()),
                        transcript.getValue().text());
            }
        }
    }

    /** With the Python of now, which may have other words for the same. It is written anew here, if that was asked for. */
    public static void compare(String file, String now, Greeting python) throws IOException {
        if (WRITE) {
            Files.writeString(FOLDER.resolve(file), now);
        }
        if (Files.readString(PYTHON).equals(version(python))) {
            assertThat(now.lines().toList())
                    .as(how(file))
                    .isEqualTo(always(file).lines().toList());
        } else {
            assertThat(gist(now)).as(how(file)).isEqualTo(gist(always(file)));
        }
    }

    /** One that no Python has a part in; it is written anew here, if that was asked for. */
    static void compare(String file, String now) throws IOException {
        if (WRITE) {
            Files.writeString(FOLDER.resolve(file), now);
        }
        assertThat(now.lines().toList())
                .as(how(file))
                .isEqualTo(always(file).lines().toList());
    }

    private static String always(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private static String how(String file) {
        return FOLDER.resolve(file) + " differs: look at what changed, and if that is right, write all of them anew by "
                + "mvn test -Dtest=TranscriptsTest,RefusalsTest,NoticesTest,SubmissionsTest -Dstride.reports=write";
    }

    private static String version(Greeting python) {
        return "Python " + python.pythonVersion() + ", NumPy " + python.numpyVersion() + "\n";
    }

    /** The headings, and the kinds of what is said. */
    private static List<String> gist(String text) {
        return text.lines()
                .filter(line -> line.startsWith("#") || line.matches("`[^ ]+`( `[^ ]+`)*"))
                .toList();
    }
}
