"""Makes the golden files of the package `array` with real NumPy (they were made with NumPy 2.3.5, glibc 2.36, x86-64).

Run from the project's root: python src/test/resources/golden/make_array_goldens.py
The machine needs glibc 2.28 or later and a processor with fused multiply-add; it stops elsewhere.
"""

import hashlib
import io
import math
import zipfile
from decimal import Decimal, getcontext
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

FOLDER = Path(__file__).parent / "array"
SEEDS = [0, 1, 3, 42, 2**31 - 1, 2**31, 3_000_000_000, 2**32 - 1]
DIGEST_SEEDS = [1, 3_000_000_000]
MILLION = 1_000_000

getcontext().prec = 40

# A number whose logarithm glibc rounds to this double with fused multiply-add, and to the nearest one without.
TELLTALE, ITS_LOG = 135 / 202, float.fromhex("-0x1.9caa2cfddbd9cp-2")


def save(name: str, arrays: dict[str, np.ndarray]) -> None:
    """Like np.savez_compressed, but the same bytes at every run: without the time of day."""
    with zipfile.ZipFile(FOLDER / name, "w") as archive:
        for key, array in arrays.items():
            npy = io.BytesIO()
            np.lib.format.write_array(npy, np.ascontiguousarray(array).reshape(np.shape(array)))
            archive.writestr(zipfile.ZipInfo(f"{key}.npy"), npy.getvalue(), zipfile.ZIP_DEFLATED)


# Random numbers


def interleaved(seed: int) -> np.ndarray:
    """Doubles and normals by turns; odd counts leave a normal over for the turn after next."""
    random = np.random.RandomState(seed)
    turns = [(3, 5), (2, 4), (1, 1), (2, 1), (1, 6), (5, 3)]
    return np.concatenate([part for double, normal in turns for part in (random.rand(double), random.randn(normal))])


def odd_calls(seed: int) -> np.ndarray:
    """Calls for an odd count leave a normal over for the next call."""
    random = np.random.RandomState(seed)
    return np.concatenate([random.randn(*shape).ravel() for shape in [(3,), (3, 5), (2, 1, 2), (1,)]])


def random_numbers() -> dict[str, np.ndarray]:
    arrays = {}
    for seed in SEEDS:
        # random_raw gives the generator's own 32-bit integers; 1300 of them renew its 624 words twice.
        raw = np.random.RandomState(seed)._bit_generator.random_raw(1300)
        arrays[f"integers_{seed}"] = raw.astype("<u4")
        arrays[f"doubles_{seed}"] = np.random.RandomState(seed).rand(100)
        arrays[f"normals_{seed}"] = np.random.RandomState(seed).randn(601)
        arrays[f"odd_{seed}"] = odd_calls(seed)
        arrays[f"interleaved_{seed}"] = interleaved(seed)
    return arrays


def digests() -> list[str]:
    lines = [f"# SHA-256 of a million numbers after np.random.seed, as little-endian bytes. NumPy {np.__version__}."]
    for seed in DIGEST_SEEDS:
        lines.append(f"doubles.{seed}={digest(np.random.RandomState(seed).rand(MILLION))}")
        lines.append(f"normals.{seed}={digest(np.random.RandomState(seed).randn(MILLION))}")
    return lines


def digest(array: np.ndarray) -> str:
    return hashlib.sha256(array.tobytes()).hexdigest()


def hardest(numbers: np.ndarray, count: int) -> list[float]:
    """Those whose logarithm is nearest to the middle of two doubles, where the smallest error shows."""

    def certainty(x: float) -> float:
        exact = Decimal(x).ln()
        nearest = float(exact)
        return 0.5 - abs(float(exact - Decimal(nearest))) / math.ulp(nearest)

    return sorted(numbers.tolist(), key=certainty)[:count]


def logarithms() -> dict[str, np.ndarray]:
    """What C's log gives for numbers of all kinds, also on both sides of every place where its method changes."""
    random = np.random.RandomState(7)
    rows = np.concatenate([np.arange(176, 256) / 256, np.arange(128, 176) / 128])
    edges = np.concatenate([rows, [1 - 2**-4, 1 + 265 / 4096, 2.0**-1022, 0.5, 2.0]])
    kinds = {
        "anywhere": random.rand(2000),
        "hard": hardest(random.rand(100_000), 600),
        "hard near one": hardest(1 - random.rand(100_000) / 16, 600),
        "below one": 1 - np.ldexp(random.rand(700), -random.randint(3, 50, 700)),
        "above one": 1 + np.ldexp(random.rand(400), -random.randint(3, 50, 400)),
        "tiny": np.ldexp(random.rand(500) + 0.5, -random.randint(1, 107, 500)),
        "of any size": np.ldexp(random.rand(300) + 0.5, random.randint(-1021, 1024, 300)),
        "subnormal": np.ldexp(random.rand(100), -random.randint(1023, 1060, 100)),
        "from an edge": edges,
        "up to an edge": np.nextafter(edges, 0),
        "extremes": [5e-324, 1.7976931348623157e308],
    }
    x = np.unique(np.concatenate(list(kinds.values())))
    return {"x": x, "log": np.array([math.log(value) for value in x.tolist()])}


# Printed arrays


def windows(x: np.ndarray, f: int, stride: int) -> np.ndarray:
    return sliding_window_view(x, (f, f), axis=(1, 2))[:, ::stride, ::stride]


def conv(seed: int, shapes: list[tuple[int, ...]], pad: int, stride: int) -> np.ndarray:
    np.random.seed(seed)
    a_prev, filters, bias = (np.random.randn(*shape) for shape in shapes)
    padded = np.pad(a_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return np.einsum("mhwcij,ijcn->mhwn", windows(padded, filters.shape[0], stride), filters) + bias


def published() -> dict[str, np.ndarray]:
    """The arrays that learners see printed in the notebooks."""
    np.random.seed(1)
    x = np.random.randn(4, 3, 3, 2)
    padded = np.pad(x, ((0, 0), (3, 3), (3, 3), (0, 0)))
    np.random.seed(1)
    a_prev = np.random.randn(2, 5, 7, 4)
    z = conv(1, [(2, 5, 7, 4), (3, 3, 4, 8), (1, 1, 1, 8)], 1, 2)
    z_first = conv(1, [(10, 4, 4, 3), (2, 2, 3, 8), (1, 1, 1, 8)], 2, 2)
    np.random.seed(1)
    pooled = np.random.randn(2, 5, 5, 3)
    np.random.seed(1)
    window = np.random.randn(2, 3)
    ties = np.array([[-1, 2, 3], [2, -3, 2], [1, 5, -2]])
    np.random.seed(1)
    back = np.random.randn(5, 5, 3, 2)
    d_a = np.random.randn(5, 4, 2, 2)
    routed, spread = np.zeros(back.shape), np.zeros(back.shape)
    for i, h, w, c in np.ndindex(d_a.shape):
        part = back[i, h : h + 2, w : w + 2, c]
        routed[i, h : h + 2, w : w + 2, c] += (part == part.max()) * d_a[i, h, w, c]
        spread[i, h : h + 2, w : w + 2, c] += d_a[i, h, w, c] / 4
    return {
        "published zero_pad x[1,1]": x[1, 1],
        "published zero_pad x_pad[1,1]": padded[1, 1],
        "published zero_pad x": x,
        "published zero_pad x_pad": padded,
        "published conv_forward Z[0,2,1]": z[0, 2, 1],
        "published conv_forward Z": z,
        "published conv_forward cache[0][1][2][3]": a_prev[1, 2, 3],
        "published conv_forward first edition Z[3,2,1]": z_first[3, 2, 1],
        "published pool_forward max A[1,1]": windows(pooled, 3, 1).max((-1, -2))[1, 1],
        "published pool_forward average A[1,1]": windows(pooled, 3, 1).mean((-1, -2))[1, 1],
        "published pool_forward stride 2 max A[0]": windows(pooled, 3, 2).max((-1, -2))[0],
        "published pool_forward stride 2 average A[1]": windows(pooled, 3, 2).mean((-1, -2))[1],
        "published pool_forward average A": windows(pooled, 3, 1).mean((-1, -2)),
        "published create_mask x": window,
        "published create_mask mask": window == window.max(),
        "published create_mask integers": ties,
        "published create_mask integers mask": ties == ties.max(),
        "published distribute_value": np.full((2, 2), 0.5),
        "published distribute_value 100": np.full((10, 10), 1.0),
        "published pool_backward max dA_prev[1,1]": routed[1, 1],
        "published pool_backward average dA_prev[1,1]": spread[1, 1],
        "published pool_backward max dA_prev[1]": routed[1],
    }


def by_hand() -> dict[str, np.ndarray]:
    nan, inf = np.nan, np.inf
    lists = {
        "ones": [1.0, 1.0],
        "trailing zeros": [1.0, 2.5, 3.125, -4.0],
        "negative zeros": [[0.0, -0.0], [-0.0, 1.5]],
        "all zeros": [0.0, 0.0],
        "all negative zeros": [-0.0],
        "eight places": [1 / 3, 2 / 3, -1 / 7],
        "half to even": [0.123456785, 0.123456775, 2.5, 1.000000005],
        "sum of tenths": [0.1 + 0.2, 0.3],
        "ten thousandth": [0.0001, 0.1],
        "below a ten thousandth": [0.000099, 0.05],
        "factor of 1000": [1000.0, 1.0],
        "more than a factor of 1000": [1001.0, 1.0],
        "factor from zero": [0.0, 5000.0],
        "large": [12345678.9, 99999999.0],
        "too large": [100000000.0, 1.0],
        "just below 1e8": [99999999.999999, 5e7],
        "huge": [1e300, 1.5],
        "three exponent digits": [1e100, 1e-5, -2.5e-200],
        "overflowing ratio": [1e308, 5e-324],
        "smallest": [5e-324, 1e-323],
        "smallest beside more digits": [5e-324, 1.25],
        "largest": [1.7976931348623157e308],
        "rounds up to ten": [9.9999999999, 0.5],
        "scientific rounds up": [9.99999999999e20, 1.0],
        "scientific cut": [1.23456789012345e-10, 3.0],
        "scientific zeros": [0.0, 1e-9, -0.0],
        "one tiny": [1e-20],
        "nan": [nan, 1.0],
        "nan only": [nan, nan],
        "infinities": [inf, -inf, 1.5],
        "infinities only": [inf, -inf],
        "infinity only": [inf],
        "nan among integers": [nan, 1.0, 22.0],
        "nan among long": [nan, 1.23456789, -22.125],
        "nan and exponent": [nan, inf, -inf, 1e-10, 3.0],
        "integral": [3.0, 100.0, -20.0],
        "one": [7.25],
        "column": [[1.5], [-2.25], [10.0]],
        "cube": [[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.5]]],
        "exact wrap": [1.5] * 18,
        "exact wrap and one": [1.5] * 19,
        "mixed magnitudes": [1e-3, 12.5, -0.75, 0.999],
        "gradient": [[1e-7, -2.3e-8], [4.56789012e-6, 0.0]],
        "last bit": [1.0000000000000002, 0.9999999999999999],
        "scalar": 0.123456789012345,
        "scalar one": 1.0,
        "scalar small": 1e-5,
        "scalar large": 1e16,
        "scalar below large": 9999999999999998.0,
        "scalar negative zero": -0.0,
        "scalar nan": nan,
        "scalar minus infinity": -inf,
        "scalar published": -6.999089450680221,
    }
    arrays = {f"float64 {name}": np.array(values, dtype=np.float64) for name, values in lists.items()}
    singles = {
        "tenths": [0.1, 0.2, 0.7],
        "shortest": [1 / 3, 2 / 3],
        "million": [1e6, 1.0],
        "below a million": [999999.0, 500000.5],
        "ten thousandth": [0.0001, 0.01],
        "smallest": [1e-45, 1.0],
        "largest": [3.4028235e38],
        "overflowing ratio": [3e38, 1e-30],
        "grid": [[1.5, -2.25], [0.1, 100.125]],
        "nan": [nan, -inf, 2.5],
        "long row": list(np.arange(30) / 7),
        "extras on a new line": [1.25] * 9 + [2.125] * 2,
        "scalar": 0.1,
        "scalar ten thousandth": 1e-4,
        "scalar large": 1e16,
        "scalar million": 1.5e6,
        "scalar below a million": 999999.94,
        "scalar third": 1 / 3,
    }
    arrays |= {f"float32 {name}": np.array(values, dtype=np.float32) for name, values in singles.items()}
    integers = {
        "row": [1, 2, 3],
        "widths": [1, -10, 100],
        "negative widest": [[-1000, 5], [77, 8]],
        "zeros": [[0, 0], [0, 0]],
        "long row": list(range(40)),
        "cube": np.arange(24).reshape(2, 3, 4),
        "scalar": -42,
        "one": [9007199254740992],
        "image": [[3, 0, 1, 2, 7, 4], [1, 5, 8, 9, 3, 1], [2, 7, 2, 5, 1, 3]],
    }
    arrays |= {f"int64 {name}": np.array(values, dtype=np.int64) for name, values in integers.items()}
    booleans = {
        "row": [True, False],
        "all true": [True, True],
        "all false": [[False], [False]],
        "cube": np.eye(4, dtype=bool).reshape(2, 2, 4),
        "long row": [i % 3 == 0 for i in range(30)],
        "true": True,
        "false": False,
    }
    return arrays | {f"bool {name}": np.array(values, dtype=bool) for name, values in booleans.items()}


def by_shape() -> dict[str, np.ndarray]:
    arrays = {}
    for shape in [(0,), (0, 3), (3, 0), (2, 0, 4), (1, 0, 1, 1)]:
        for dtype in ["float64", "float32", "int64", "bool"]:
            arrays[f"empty {dtype} {shape}"] = np.zeros(shape, dtype)
    random = np.random.RandomState(11)
    ragged = [(5,), (13,), (2, 9), (3, 5, 2), (2, 3, 2, 2), (2, 7, 10, 3)]
    for shape in [(1,), (1, 1), (1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 8), *ragged]:
        arrays[f"normals {shape}"] = random.randn(*shape)
        arrays[f"float32 normals {shape}"] = random.randn(*shape).astype(np.float32)
        arrays[f"integers {shape}"] = random.randint(-9, 100, shape).astype(np.int64)
    cubes = [(11, 10, 10), (8, 9, 10, 2), (2, 2, 2, 126)]
    for shape in [(1000,), (1001,), (7, 150), (6, 200), (150, 7), (3, 400), (1001, 1), *cubes]:
        arrays[f"long {shape}"] = random.randint(-999, 999, shape) / 64
    for dtype in ["float32", "int64", "bool"]:
        arrays[f"long {dtype}"] = (random.randn(12, 100) * 9).astype(dtype)
    corner = np.zeros((40, 40))
    corner[20, 20] = 1e-9
    arrays["long with a hidden tiny number"] = corner
    for power in range(-12, 13, 2):
        arrays[f"normals times 10^{power}"] = random.randn(3, 4) * 10.0**power
        arrays[f"float32 normals times 10^{power}"] = (random.randn(7) * 10.0**power).astype(np.float32)
    for digits in range(1, 9):
        arrays[f"rounded to {digits} digits"] = random.randn(6).round(digits)
    for spread in [1, 2, 3, 4, 8]:
        arrays[f"spread over 10^{spread}"] = random.randn(10) * 10 ** (random.rand(10) * spread)
    return arrays


def texts(arrays: dict[str, np.ndarray]) -> list[str]:
    lines = [f"# As NumPy {np.__version__} prints the arrays of printed.npz, in their order: name, print, repr."]
    for name, array in arrays.items():
        lines += [f"## {name}", str(array), "--", repr(array)]
    return lines


def scalars() -> np.ndarray:
    random = np.random.RandomState(13)
    bits = random.randint(0, 2**63 - 1, 400, dtype=np.int64).view(np.float64)
    powers_of_two = np.ldexp(1.0, np.arange(-1074, 1024, 23))
    powers_of_ten = np.array([float(f"1e{power}") for power in range(-323, 309, 9)])
    near = np.array([0.0, 1e-5, 9.999e-5, 1e-4, 0.1, 1 / 3, 123456789.0, 1e15, 1e16, 1e17, 1e22, 1e23, 2e23, 5e-324])
    special = np.array([np.nan, np.inf, -np.inf, 1.7976931348623157e308, 2.2250738585072014e-308, 9007199254740993.0])
    return np.concatenate([bits, powers_of_two, powers_of_ten, near, -near, special, random.randn(100)])


def write_lines(name: str, lines: list[str]) -> None:
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    if math.log(TELLTALE) != ITS_LOG:
        raise SystemExit("the logarithm of this machine's C library is not that of glibc with fused multiply-add")
    FOLDER.mkdir(exist_ok=True)
    save("legacy_random.npz", random_numbers())
    write_lines("legacy_random.properties", digests())
    save("logarithm.npz", logarithms())
    printed = published() | by_hand() | by_shape()
    # The names are in the text file: as file names they would not do.
    save("printed.npz", {str(number): array for number, array in enumerate(printed.values())})
    write_lines("printed.txt", texts(printed))
    save("scalars.npz", {"scalars": scalars()})
    write_lines("scalars.txt", [repr(value) for value in scalars().tolist()])
    print(f"{len(printed)} printed arrays, {len(scalars())} scalars, {len(SEEDS)} seeds")


if __name__ == "__main__":
    main()
