package org.stride.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.Golden;

class LegacyRandomTest {
    private static final int MILLION = 1_000_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 3, 42, 2147483647L, 2147483648L, 3000000000L, 4294967295L})
    void integersAreNumPysBitForBit(long seed) {
        var random = new LegacyRandom(seed);
        NdArray expected = golden("integers", seed);
        assertThat(DoubleStream.generate(random::nextUnsignedInt)
                        .limit(expected.size())
                        .toArray())
                .isEqualTo(expected.toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 3, 42, 2147483647L, 2147483648L, 3000000000L, 4294967295L})
    void doublesAreNumPysBitForBit(long seed) {
        NdArray expected = golden("doubles", seed);
        assertThat(new LegacyRandom(seed).rand(expected.size())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 3, 42, 2147483647L, 2147483648L, 3000000000L, 4294967295L})
    void normalsAreNumPysBitForBit(long seed) {
        NdArray expected = golden("normals", seed);
        assertThat(new LegacyRandom(seed).randn(expected.size())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 3, 42, 2147483647L, 2147483648L, 3000000000L, 4294967295L})
    void theSecondNormalOfAPairWaitsForTheNextCall(long seed) {
        var random = new LegacyRandom(seed);
        double[] normals = concatenated(random.randn(3), random.randn(3, 5), random.randn(2, 1, 2), random.randn(1));
        assertThat(normals).isEqualTo(golden("odd", seed).toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 3, 42, 2147483647L, 2147483648L, 3000000000L, 4294967295L})
    void doublesBetweenNormalsDoNotDisturbTheKeptOne(long seed) {
        var random = new LegacyRandom(seed);
        int[][] turns = {{3, 5}, {2, 4}, {1, 1}, {2, 1}, {1, 6}, {5, 3}};
        NdArray[] parts = Arrays.stream(turns)
                .flatMap(turn -> Arrays.stream(new NdArray[] {random.rand(turn[0]), random.randn(turn[1])}))
                .toArray(NdArray[]::new);
        assertThat(concatenated(parts)).isEqualTo(golden("interleaved", seed).toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 3000000000L})
    void aMillionDoublesHaveNumPysDigest(long seed) throws IOException {
        assertThat(digest(new LegacyRandom(seed).rand(MILLION)))
                .isEqualTo(digests().getProperty("doubles." + seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 3000000000L})
    void aMillionNormalsHaveNumPysDigest(long seed) throws IOException {
        assertThat(digest(new LegacyRandom(seed).randn(MILLION)))
                .isEqualTo(digests().getProperty("normals." + seed));
    }

    @Test
    void arraysAreFilledInRowMajorOrder() {
        NdArray x = new LegacyRandom(1).randn(4, 3, 3, 2);
        assertThat(x.shape()).isEqualTo(Shape.of(4, 3, 3, 2));
        assertThat(x.get(1, 1, 0, 0)).isCloseTo(0.90085595, within(5e-9));
        assertThat(x.get(1, 1, 2, 1)).isCloseTo(0.53035547, within(5e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
    void otherSeedsAreRefused(long seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegacyRandom(seed))
                .withMessage("random: the seed must be between 0 and 2^32-1, got " + seed);
    }

    private static NdArray golden(String stream, long seed) {
        return Golden.array("golden/array/legacy_random.npz", stream + "_" + seed);
    }

    private static double[] concatenated(NdArray... parts) {
        return Arrays.stream(parts)
                .flatMapToDouble(part -> Arrays.stream(part.toArray()))
                .toArray();
    }

    private static Properties digests() throws IOException {
        var properties = new Properties();
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/array/legacy_random.properties")) {
            properties.load(stream);
        }
        return properties;
    }

    private static String digest(NdArray array) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * array.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : array.toArray()) {
            bytes.putDouble(value);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
