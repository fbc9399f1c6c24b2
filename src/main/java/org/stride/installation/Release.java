package org.stride.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Stride this is. */
public final class Release {
    private static final String VERSION = read();

    private Release() {}

    /** The version that the build wrote down. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        try (InputStream stream = Release.class.getResourceAsStream("/META-INF/build-info.properties")) {
            Properties build = new Properties();
            if (stream != null) {
                build.load(stream);
            }
            return build.getProperty("build.version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
