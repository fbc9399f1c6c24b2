package org.stride;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;

/**
 * Reads the arrays that real NumPy saved with {@code np.savez}: a zip of {@code .npy} files, format 1.0 or 2.0.
 *
 * <pre>{@code
 * NdArray z = Golden.array("golden/kernel/conv_forward.npz", "Z");
 * }</pre>
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The npy format</a>
 */
public final class Golden {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile("\\{'descr': '(?<dtype>[^']*)', "
            + "'fortran_order': (?<fortran>True|False), 'shape': \\((?<shape>[0-9, ]*)\\),? *}\\s*");
    private static final double LARGEST_EXACT_INTEGER = 0x1p53;

    private Golden() {}

    /** All arrays of a classpath resource by name, in the order of saving. */
    public static SequencedMap<String, NdArray> read(String resource) {
        try (InputStream stream = Golden.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("golden: no resource " + resource + " on the classpath");
            }
            SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
            ZipInputStream zip = new ZipInputStream(stream);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String where = resource + "!" + entry.getName();
                arrays.put(entry.getName().replaceFirst("\\.npy$", ""), parse(where, zip.readAllBytes()));
            }
            if (arrays.isEmpty()) {
                throw new IllegalArgumentException("golden: " + resource + " is not an npz file, or an empty one");
            }
            return arrays;
        } catch (IOException e) {
            throw new UncheckedIOException("golden: cannot read " + resource, e);
        }
    }

    /** One array of a classpath resource. */
    public static NdArray array(String resource, String name) {
        SequencedMap<String, NdArray> arrays = read(resource);
        NdArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException(
                    "golden: no " + name + " in " + resource + ", only " + arrays.sequencedKeySet());
        }
        return array;
    }

    /** One array from the bytes of an {@code .npy} file; {@code where} names it in errors. */
    public static NdArray parse(String where, byte[] npy) {
        if (npy.length < 10 || !Arrays.equals(npy, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("golden: " + where + " is not an npy file");
        }
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int version = bytes.get();
        bytes.get(); // the minor version, always 0
        int headerLength = switch (version) {
            case 1 -> Short.toUnsignedInt(bytes.getShort());
            case 2 -> bytes.getInt();
            default ->
                throw new IllegalArgumentException(
                        "golden: " + where + " has npy version " + version + ", expected 1 or 2");
        };
        String text = new String(npy, bytes.position(), headerLength, StandardCharsets.ISO_8859_1);
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            throw new IllegalArgumentException("golden: " + where + " has an unexpected header " + text.strip());
        }
        if (header.group("fortran").equals("True")) {
            throw new IllegalArgumentException(
                    "golden: " + where + " is in Fortran order, save np.ascontiguousarray(array)");
        }
        Shape shape = shape(header.group("shape"));
        bytes.position(bytes.position() + headerLength);
        return values(where, header.group("dtype"), shape, bytes);
    }

    private static Shape shape(String lengths) {
        return Shape.of(Arrays.stream(lengths.split(","))
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray());
    }

    private static NdArray values(String where, String code, Shape shape, ByteBuffer bytes) {
        DType dtype = switch (code) {
            case "|b1" -> DType.BOOL;
            case "<i8", "<u4", "<u8" -> DType.INT64;
            case "<f4" -> DType.FLOAT32;
            case "<f8" -> DType.FLOAT64;
            default ->
                throw new IllegalArgumentException(
                        "golden: " + where + " has dtype " + code + ", expected one of |b1, <i8, <u4, <u8, <f4, <f8");
        };
        int width = code.charAt(2) - '0';
        if (bytes.remaining() != (long) width * shape.size()) {
            throw new IllegalArgumentException("golden: " + where + " has " + bytes.remaining()
                    + " bytes of values, shape " + shape + " of " + code + " needs " + (long) width * shape.size());
        }
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (code) {
                case "|b1" -> bytes.get();
                case "<i8", "<u8" -> exact(where, code, bytes.getLong());
                case "<u4" -> Integer.toUnsignedLong(bytes.getInt());
                case "<f4" -> bytes.getFloat();
                default -> bytes.getDouble();
            };
        }
        return NdArray.of(dtype, shape, values);
    }

    /** Arrays hold doubles, so a wider integer would come out as another number. */
    private static double exact(String where, String code, long value) {
        boolean tooWide = code.equals("<u8")
                ? value < 0 || value >= LARGEST_EXACT_INTEGER
                : Math.abs((double) value) > LARGEST_EXACT_INTEGER;
        if (tooWide) {
            throw new IllegalArgumentException("golden: " + where + " holds an integer beyond 2^53");
        }
        return value;
    }
}
