package org.stride.array;

import java.util.function.DoubleSupplier;

/**
 * NumPy’s legacy random numbers: what {@code np.random.seed(seed)} and then {@code np.random.rand} or {@code randn}
 * give.
 *
 * <p>The integers come from the Mersenne Twister MT19937 (M. Matsumoto, T. Nishimura, “Mersenne Twister: A
 * 623-dimensionally equidistributed uniform pseudo-random number generator”, ACM TOMACS 8(1), 1998,
 * <a href="https://doi.org/10.1145/272991.272995">doi:10.1145/272991.272995</a>), filled from one word by the authors’
 * multiplicative recurrence of 2002. A double takes 53 bits of two integers. Normals come in pairs from the polar
 * method (G. Marsaglia, T. A. Bray, “A convenient method for generating normal variables”, SIAM Review 6(3), 1964); the
 * second of a pair waits for the next call.
 *
 * <p>Integers and doubles agree with NumPy bit for bit. So do normals, thanks to {@link Logarithm}, with NumPy on Linux and
 * x86-64 (glibc 2.28 or later, fused multiply-add). Elsewhere NumPy’s own normals may have another last digit now and
 * then: another C library has another logarithm, and a compiler may fuse operations of the polar method too
 * (<a href="https://github.com/numpy/numpy/issues/22993">numpy issue 22993</a>).
 *
 * <pre>{@code
 * var random = new LegacyRandom(1);
 * random.randn(2, 3);   // [[ 1.62434536 -0.61175641 -0.52817175]
 *                       //  [-1.07296862  0.86540763 -2.3015387 ]]
 * }</pre>
 *
 * Not safe for use by several threads.
 */
public final class LegacyRandom {
    private static final long LARGEST_SEED = 0xFFFF_FFFFL;

    // The parameters under the paper’s names: degree and middle of the recurrence, its matrix, and the tempering.
    private static final int N = 624;
    private static final int M = 397;
    private static final int UPPER_BIT = 0x8000_0000;
    private static final int A = 0x9908_B0DF;
    private static final int B = 0x9D2C_5680;
    private static final int C = 0xEFC6_0000;

    private static final int SEED_FACTOR = 1_812_433_253;

    private final int[] words = new int[N];
    private int position = N;
    private double kept = Double.NaN;

    /** Starts the stream of {@code np.random.seed(seed)}; the seed is 0 to 2^32-1, as NumPy demands too. */
    public LegacyRandom(long seed) {
        if (seed < 0 || seed > LARGEST_SEED) {
            throw new IllegalArgumentException("random: the seed must be between 0 and 2^32-1, got " + seed);
        }
        words[0] = (int) seed;
        for (int k = 1; k < N; k++) {
            words[k] = SEED_FACTOR * (words[k - 1] ^ (words[k - 1] >>> 30)) + k;
        }
    }

    /** The next 32 bits of the generator, 0 to 2^32-1: what everything else is made of. */
    public long nextUnsignedInt() {
        if (position == N) {
            renew();
            position = 0;
        }
        int word = words[position++];
        word ^= word >>> 11;
        word ^= (word << 7) & B;
        word ^= (word << 15) & C;
        word ^= word >>> 18;
        return Integer.toUnsignedLong(word);
    }

    /** Uniform in [0, 1): a multiple of 2^-53, from 27 bits of one integer and 26 of the next. */
    public double nextDouble() {
        long high = nextUnsignedInt() >>> 5;
        long low = nextUnsignedInt() >>> 6;
        return ((high << 26) + low) * 0x1p-53;
    }

    /** Normal with mean 0 and variance 1. */
    public double nextGaussian() {
        if (!Double.isNaN(kept)) {
            double gaussian = kept;
            kept = Double.NaN;
            return gaussian;
        }
        double first;
        double second;
        double square;
        do {
            first = 2 * nextDouble() - 1;
            second = 2 * nextDouble() - 1;
            square = first * first + second * second;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Logarithm.of(square) / square);
        kept = factor * first;
        return factor * second;
    }

    /** Normals in row-major order, like {@code np.random.randn(*lengths)}. */
    public NdArray randn(int... lengths) {
        return filled(this::nextGaussian, lengths);
    }

    /** Uniform numbers in row-major order, like {@code np.random.rand(*lengths)}. */
    public NdArray rand(int... lengths) {
        return filled(this::nextDouble, lengths);
    }

    private static NdArray filled(DoubleSupplier source, int... lengths) {
        NdArray array = NdArray.zeros(lengths);
        for (int offset = 0; offset < array.size(); offset++) {
            array.setFlat(source.getAsDouble(), offset);
        }
        return array;
    }

    /**
     * The recurrence, for all words at once: each from its upper bit, the lower bits of the next, and the M-th after
     * it.
     */
    private void renew() {
        for (int k = 0; k < N; k++) {
            int mixed = (words[k] & UPPER_BIT) | (words[(k + 1) % N] & ~UPPER_BIT);
            int twisted = (mixed & 1) == 0 ? mixed >>> 1 : (mixed >>> 1) ^ A;
            words[k] = words[(k + M) % N] ^ twisted;
        }
    }
}
