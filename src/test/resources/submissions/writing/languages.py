"""Comments, names and texts in other languages and other scripts."""

from __future__ import annotations

from writing.building import (
    ALL_PASSED,
    BACKWARD_PASSED,
    FORWARD_PASSED,
    PASSED,
    Submission,
    code,
    failed,
    notebook,
    passed,
    printed,
    script,
    text,
)


def submissions() -> list[Submission]:
    return [
        chinese(),
        spanish_latin_1(),
        german_forward_half(),
        french_pooling(),
        arabic_backward_half(),
        hindi_convolution(),
        japanese_emoji(),
        russian_bom_crlf(),
    ]


def chinese() -> Submission:
    cells = [
        text("# 卷积神经网络：逐步实现\n\n作业由两部分组成：**前向传播**和**反向传播**。"),
        code("import numpy as np\nnp.random.seed(1)  # 固定随机数种子"),
        code(r'''
def zero_pad(X, pad):
    """
    给每张图片的四周补零。

    参数：
        X - 形状为（样本数，高，宽，通道数）的数组
        pad - 补零的宽度
    返回：
        X_pad - 补零后的数组
    """
    样本数, 高, 宽, 通道数 = X.shape
    X_pad = np.zeros((样本数, 高 + 2 * pad, 宽 + 2 * pad, 通道数))
    for 行 in range(高):
        X_pad[:, 行 + pad, pad:pad + 宽] = X[:, 行]  # 一行一行地复制
    return X_pad
'''),
        code(r'''
def conv_single_step(a_slice_prev, W, b):
    # 对应元素相乘，求和，最后只加一次偏置
    return np.sum([窗口 * 权重 for 窗口, 权重 in zip(a_slice_prev, W)]) + b.item()

def 展开(图片, f, 步长):
    """im2col：每个窗口变成矩阵的一行。"""
    高, 宽 = 图片.shape[0], 图片.shape[1]
    return np.stack([图片[上:上 + f, 左:左 + f].ravel()
                     for 上 in range(0, 高 - f + 1, 步长)
                     for 左 in range(0, 宽 - f + 1, 步长)])

def conv_forward(A_prev, W, b, hparameters):
    步长, 填充 = hparameters['stride'], hparameters['pad']
    f, n_C = W.shape[0], W.shape[3]
    n_H = (A_prev.shape[1] - f + 2 * 填充) // 步长 + 1
    结果 = [展开(图片, f, 步长) @ W.reshape(-1, n_C) + b.reshape(n_C) for 图片 in zero_pad(A_prev, 填充)]
    return np.stack(结果).reshape(len(A_prev), n_H, -1, n_C), (A_prev, W, b, hparameters)
'''),
        code("print('Z 的平均值：', 0.5511)", printed("Z 的平均值： 0.5511\n")),
        code(r'''
def pool_forward(A_prev, hparameters, mode='max'):
    """池化层的前向传播，模式为“max”或“average”。"""
    f, 步长 = hparameters['f'], hparameters['stride']
    m, 高, 宽, n_C = A_prev.shape
    n_H, n_W = 1 + (高 - f) // 步长, 1 + (宽 - f) // 步长
    合并 = np.max if mode == 'max' else np.mean
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            窗口 = A_prev[:, h * 步长:h * 步长 + f, w * 步长:w * 步长 + f]
            A[:, h, w] = 合并(窗口.reshape(m, f * f, n_C), axis=1)
    return A, (A_prev, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    步长, 填充 = hparameters['stride'], hparameters['pad']
    f, _, n_C_prev, n_C = W.shape
    补零图 = zero_pad(A_prev, 填充)
    d补零图 = np.zeros_like(补零图)
    dW = np.zeros((f * f * n_C_prev, n_C))
    for i, (图片, 梯度) in enumerate(zip(补零图, dZ)):
        平 = 梯度.reshape(-1, n_C)
        dW += 展开(图片, f, 步长).T @ 平
        列 = (平 @ W.reshape(-1, n_C).T).reshape(*梯度.shape[:2], f, f, n_C_prev)
        for h in range(dZ.shape[1]):
            for w in range(dZ.shape[2]):
                d补零图[i, h * 步长:h * 步长 + f, w * 步长:w * 步长 + f] += 列[h, w]
    dA_prev = d补零图[:, 填充:填充 + A_prev.shape[1], 填充:填充 + A_prev.shape[2]]
    return dA_prev, dW.reshape(W.shape), dZ.sum(axis=(0, 1, 2))[None, None, None]
'''),
        code(r'''
def create_mask_from_window(x):
    return x - x.max() == 0  # 最大值处为真

def distribute_value(dz, shape):
    高, 宽 = shape
    return np.ones((高, 1)) * np.ones((1, 宽)) * (dz / (高 * 宽))

def pool_backward(dA, cache, mode='max'):
    A_prev, hparameters = cache
    f, 步长 = hparameters['f'], hparameters['stride']
    dA_prev = np.zeros_like(A_prev, dtype=float)
    m, n_H, n_W, n_C = dA.shape
    for i in range(m):
        for c in range(n_C):
            图片, 梯度 = A_prev[i, :, :, c], dA_prev[i, :, :, c]
            for h in range(n_H):
                for w in range(n_W):
                    行, 列 = slice(h * 步长, h * 步长 + f), slice(w * 步长, w * 步长 + f)
                    if mode == 'max':
                        梯度[行, 列] += create_mask_from_window(图片[行, 列]) * dA[i, h, w, c]
                    elif mode == 'average':
                        梯度[行, 列] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev
'''),
    ]
    return notebook(
        "20_chinese.ipynb",
        "Comments, variables and a helper in Chinese; im2col image by image; every function right",
        cells,
        ALL_PASSED,
    )


def spanish_latin_1() -> Submission:
    return script(
        "21_spanish_latin_1.py",
        "In Latin-1, as its first line says, with accents in names and comments; generators and nested functions",
        SPANISH,
        ALL_PASSED,
        ["encoding"],
        encoding="latin-1",
    )


SPANISH = r'''
# -*- coding: latin-1 -*-
# Redes neuronales de convolución, paso a paso. ¿Qué tamaño tendrá la salida?
import numpy as np


def tamaño(n, f, zancada, relleno=0):
    """Cuántas posiciones tiene la ventana en una dirección."""
    return (n + 2 * relleno - f) // zancada + 1


def zero_pad(X, pad):
    def en_una_dirección(a, eje):
        forma = list(a.shape)
        forma[eje] = pad
        márgen = np.zeros(forma, a.dtype)
        return np.concatenate([márgen, a, márgen], eje)

    return en_una_dirección(en_una_dirección(X, 1), 2)


def conv_single_step(a_slice_prev, W, b):
    """Producto, suma y, ¡una sola vez!, el sesgo."""
    acumulado = np.cumsum(a_slice_prev * W)
    return acumulado[-1] + b[0][0][0]


def posiciones(n_H, n_W, f, zancada):
    """Genera cada posición con su ventana."""
    for h in range(n_H):
        for w in range(n_W):
            yield (h, w), (slice(h * zancada, h * zancada + f), slice(w * zancada, w * zancada + f))


def conv_forward(A_prev, W, b, hparameters):
    zancada, relleno = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    n_H, n_W = [tamaño(n, f, zancada, relleno) for n in A_prev.shape[1:3]]

    def imagen(a):
        Z = np.zeros((n_H, n_W, n_C))
        for (h, w), ventana in posiciones(n_H, n_W, f, zancada):
            for c in range(n_C):
                Z[h, w, c] = conv_single_step(a[ventana], W[:, :, :, c], b[:, :, :, c])
        return Z

    return np.array([imagen(a) for a in zero_pad(A_prev, relleno)]), (A_prev, W, b, hparameters)


def pool_forward(A_prev, hparameters, mode="max"):
    f, zancada = hparameters["f"], hparameters["stride"]
    n_H, n_W = [tamaño(n, f, zancada) for n in A_prev.shape[1:3]]
    función = {"max": np.max, "average": np.average}[mode]
    A = np.zeros((len(A_prev), n_H, n_W, A_prev.shape[3]))
    for i, a in enumerate(A_prev):
        for (h, w), ventana in posiciones(n_H, n_W, f, zancada):
            A[i, h, w] = [función(canal) for canal in np.moveaxis(a[ventana], -1, 0)]
    return A, (A_prev, hparameters)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    zancada, relleno = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    dW, db = np.zeros(W.shape), np.zeros(b.shape)

    def sin_margen(a):
        return a[relleno:a.shape[0] - relleno, relleno:a.shape[1] - relleno]

    dA_prev = []
    for a, dz in zip(zero_pad(A_prev, relleno), dZ):
        da = np.zeros(a.shape)
        for (h, w), ventana in posiciones(n_H, n_W, f, zancada):
            for c in range(n_C):
                da[ventana] += dz[h, w, c] * W[..., c]
                dW[..., c] += dz[h, w, c] * a[ventana]
                db[..., c] += dz[h, w, c]
        dA_prev.append(sin_margen(da))
    return np.array(dA_prev), dW, db


def create_mask_from_window(x):
    máximo = -np.inf
    for número in x.ravel():
        máximo = número if número > máximo else máximo
    return x == máximo


def distribute_value(dz, shape):
    return np.ones(shape) / np.ones(shape).sum() * dz


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f = hparameters["f"]
    _, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(len(A_prev)):
        for (h, w), (filas, columnas) in posiciones(n_H, n_W, f, hparameters["stride"]):
            for c in range(n_C):
                da = dA[i, h, w, c]
                if mode == "max":
                    dA_prev[i, filas, columnas, c] += da * create_mask_from_window(A_prev[i, filas, columnas, c])
                if mode == "average":
                    dA_prev[i, filas, columnas, c] += distribute_value(da, (f, f))
    return dA_prev
'''


def german_forward_half() -> Submission:
    cells = [
        text("# Faltung zu Fuß\n\nNur der Hinweg; der Rückweg fehlt noch. „Größe“ heißt hier immer Höhe × Breite."),
        code(r'''
import functools
import numpy as np

ACHSEN = (1,)
ACHSEN += (2,)
ZÄHLER = {'Aufrufe': 0}

def gezählt(funktion):
    """Zählt mit, wie oft etwas gerufen wird."""
    @functools.wraps(funktion)
    def mit_zähler(*argumente, **benannte):
        ZÄHLER['Aufrufe'] += 1
        return funktion(*argumente, **benannte)
    return mit_zähler
'''),
        code(r'''
@gezählt
def zero_pad(X, pad):
    ränder = [(0, 0)] * X.ndim
    for achse in ACHSEN:
        ränder[achse] = (pad, pad)
    return np.pad(X, ränder)   # füllt von selbst mit Nullen

@gezählt
def conv_single_step(a_slice_prev, W, b):
    return (s := np.sum(a_slice_prev * W)) + b.astype(s.dtype)[0, 0, 0]
'''),
        code(r'''
class Fenster:
    """Ein Fenster, das über das Bild läuft."""
    größe: int
    schritt: int

    def __init__(self, größe, schritt):
        self.größe, self.schritt = größe, schritt

    def anzahl(self, länge):
        return int(np.floor((länge - self.größe) / self.schritt)) + 1

    def __call__(self, bild, h, w):
        oben, links = h * self.schritt, w * self.schritt
        return bild[..., oben:oben + self.größe, links:links + self.größe, :]

def conv_forward(A_prev, W, b, hparameters):
    fenster = Fenster(W.shape[0], hparameters['stride'])
    bilder = zero_pad(A_prev, hparameters['pad'])
    höhe, breite = (fenster.anzahl(bilder.shape[achse]) for achse in ACHSEN)
    Z = np.array([[np.tensordot(fenster(bilder, h, w), W, 3) for w in range(breite)] for h in range(höhe)])
    return np.moveaxis(Z, 2, 0) + b, (A_prev, W, b, hparameters)

def pool_forward(A_prev, hparameters, mode='max'):
    fenster = Fenster(hparameters['f'], hparameters['stride'])
    if (zusammenfassen := {'max': np.amax, 'average': np.mean}.get(mode)) is None:
        return None
    höhe, breite = (fenster.anzahl(A_prev.shape[achse]) for achse in ACHSEN)
    A = np.zeros((len(A_prev), höhe, breite, A_prev.shape[-1]))
    for h, w in np.ndindex(höhe, breite):
        A[:, h, w] = zusammenfassen(fenster(A_prev, h, w), axis=ACHSEN)
    return A, (A_prev, hparameters)
'''),
        code("ZÄHLER"),
    ]
    return notebook(
        "22_german_forward_half.ipynb",
        "The forward half with umlauts in names; decorated functions, a class with __call__, walrus, a constant made in two lines",
        cells,
        FORWARD_PASSED,
    )


def french_pooling() -> Submission:
    cells = [
        text("## Sous-échantillonnage\n\nJ’ai laissé la convolution de côté pour l’instant."),
        code(r'''
import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    """Réduit chaque fenêtre à un seul nombre : le plus grand, ou la moyenne."""
    f = hparameters["f"]
    pas = hparameters["stride"]
    m, hauteur, largeur, canaux = A_prev.shape
    A = np.zeros((m, (hauteur - f) // pas + 1, (largeur - f) // pas + 1, canaux))
    for h in range(A.shape[1]):
        for w in range(A.shape[2]):
            fenêtre = A_prev[:, h * pas:h * pas + f, w * pas:w * pas + f]
            if mode == "max":
                A[:, h, w] = fenêtre.max(axis=(1, 2))
            elif mode == "average":
                A[:, h, w] = fenêtre.sum(axis=(1, 2)) / 4   # quatre cases, n’est-ce pas ?
    return A, (A_prev, hparameters)
'''),
        code(r'''
def create_mask_from_window(x):
    return np.max(x) == x

def distribute_value(dz, shape):
    hauteur, largeur = shape
    return np.ones(shape) * dz / hauteur / largeur

def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, pas = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(*dA.shape):
        où = (i, slice(h * pas, h * pas + f), slice(w * pas, w * pas + f), c)
        # Chaque fenêtre reçoit sa part
        dA_prev[où] = (create_mask_from_window(A_prev[où]) * dA[i, h, w, c] if mode == "max"
                       else distribute_value(dA[i, h, w, c], (f, f)))
    return dA_prev
'''),
    ]
    return notebook(
        "23_french_pooling.ipynb",
        "Pooling only, with comments in French; the mean always divides by 4, and overlapping windows overwrite each other",
        cells,
        {
            "pool_forward": failed(
                flaw="mean_divided_by_four",
                at="A[:, h, w] = fenêtre.sum(axis=(1, 2)) / 4   # quatre cases, n’est-ce pas ?",
            ),
            "create_mask_from_window": PASSED,
            "distribute_value": PASSED,
            "pool_backward": failed(
                flaw="assigns_instead_of_adds",
                at='dA_prev[où] = (create_mask_from_window(A_prev[où]) * dA[i, h, w, c] if mode == "max"',
            ),
        },
    )


def arabic_backward_half() -> Submission:
    cells = [
        text("# الانتشار العكسي\n\nالنصف الثاني فقط من التمرين."),
        code(r'''
import numpy as np

def conv_backward(dZ, cache):
    """تعيد التدرجات بالنسبة إلى المدخلات والأوزان والانحياز."""
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    dA_prev, dW = np.zeros(A_prev.shape), np.zeros(W.shape)
    # بلا حشو: نأخذ من كل نافذة ما يقع داخل الصورة فقط
    for h in range(n_H):
        for w in range(n_W):
            top, left = h * stride - pad, w * stride - pad
            rows = [r for r in range(f) if 0 <= top + r < A_prev.shape[1]]
            columns = [c for c in range(f) if 0 <= left + c < A_prev.shape[2]]
            for r in rows:
                for c in columns:
                    pixel = A_prev[:, top + r, left + c]
                    dA_prev[:, top + r, left + c] += dZ[:, h, w] @ W[r, c].T
                    dW[r, c] += pixel.T @ dZ[:, h, w]
    db = dZ.reshape(-1, n_C).sum(axis=0).reshape(1, 1, 1, n_C)
    return dA_prev, dW, db
'''),
        code(r'''
def create_mask_from_window(x):
    # صحيح حيث تقع القيمة العظمى
    return (x == np.max(x)).astype(int)

def distribute_value(dz, shape):
    الارتفاع, العرض = shape
    return np.full((الارتفاع, العرض), dz / الارتفاع ** 2)
'''),
        code(r'''
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    m, n_H, n_W, n_C = dA.shape
    for place in range(dA.size):
        i, h, w, c = np.unravel_index(place, dA.shape)
        window = np.s_[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
        if mode == "max":
            dA_prev[window] += dA.flat[place] * create_mask_from_window(A_prev[window])
        elif mode == "average":
            dA_prev[window] += distribute_value(dA.flat[place], (f, f))
    return dA_prev
'''),
    ]
    return notebook(
        "24_arabic_backward_half.ipynb",
        "The backward half with comments and names in Arabic; no padding at all, a mask of 0 and 1, and n_H squared for n_H·n_W",
        cells,
        {
            **BACKWARD_PASSED,
            "create_mask_from_window": passed(notes=["numbers_for_booleans"]),
            "distribute_value": failed(
                flaw="divided_by_n_h_squared", at="return np.full((الارتفاع, العرض), dz / الارتفاع ** 2)"
            ),
        },
    )


def hindi_convolution() -> Submission:
    cells = [
        text("# कनवोल्यूशन\n\nपहले तीन फलन।"),
        code(r'''
import numpy as np

def zero_pad(X, pad):
    """चारों ओर शून्य जोड़ता है।"""
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="linear_ramp", end_values=0) if pad == 0 else \
        np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def conv_single_step(a_slice_prev, W, b):
    गुणनफल = (a_slice_prev * W).reshape(-1)
    योग = np.add.reduce(गुणनफल)
    return योग + float(b[0, 0, 0])
'''),
        code(r'''
def conv_forward(A_prev, W, b, hparameters):
    """हर खिड़की पर हर छन्नी।"""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    कदम, pad = hparameters["stride"], hparameters["pad"]
    n_H = n_W = (n_H_prev - f + 2 * pad) // कदम + 1   # चौड़ाई भी ऊँचाई से
    चित्र = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                खिड़की = चित्र[i, h * कदम:h * कदम + f, w * कदम:w * कदम + f]
                for c in range(n_C):
                    Z[i, h, w, c] = conv_single_step(खिड़की, W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)
'''),
    ]
    return notebook(
        "25_hindi_convolution.ipynb",
        "Three functions with comments and names in Hindi; conv_forward takes the width of its output from the height",
        cells,
        {
            "zero_pad": PASSED,
            "conv_single_step": PASSED,
            "conv_forward": failed(
                flaw="n_w_from_n_h", at="n_H = n_W = (n_H_prev - f + 2 * pad) // कदम + 1   # चौड़ाई भी ऊँचाई से"
            ),
        },
        minor=4,
    )


def japanese_emoji() -> Submission:
    cells = [
        text("# 畳み込み 🧮\n\nがんばります 💪"),
        code(r'''
import numpy as np  # 数値計算 🔢

# “かぎ括弧” ‘も’ — コメントの中だけなら大丈夫 👍
def zero_pad(X, pad):
    🖼 = None
''', printed("SyntaxError: invalid character '🖼' (U+1F5BC)\n")),
        code(r'''
import numpy as np

def zero_pad(X, pad):
    """画像のまわりをゼロで囲む。🟦"""
    widths = np.zeros((4, 2), dtype=int)
    widths[1:3] = pad
    return np.pad(X, widths)

def conv_single_step(a_slice_prev, W, b):
    """かけて、たして、バイアスは一回だけ ➕"""
    return np.sum(np.prod([a_slice_prev, W], axis=0)) + b.ravel()[0]

def conv_forward(A_prev, W, b, hparameters):
    def フィルタ(画像, 重み, バイアス):
        歩幅, f = hparameters["stride"], len(重み)
        return [[conv_single_step(画像[y:y + f, x:x + f], 重み, バイアス)
                 for x in range(0, 画像.shape[1] - f + 1, 歩幅)]
                for y in range(0, 画像.shape[0] - f + 1, 歩幅)]

    画像たち = zero_pad(A_prev, hparameters["pad"])
    Z = np.array([[フィルタ(画像, W[..., c], b[..., c]) for 画像 in 画像たち] for c in range(W.shape[-1])])
    return Z.transpose(1, 2, 3, 0), (A_prev, W, b, hparameters)
'''),
        code(r'''
def conv_backward(dZ, cache):
    # 🔙 逆向き — “勾配” を集める
    A_prev, W, b, hparameters = cache
    歩幅, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A_pad = zero_pad(A_prev, pad)
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            窓 = np.s_[:, h * 歩幅:h * 歩幅 + f, w * 歩幅:w * 歩幅 + f]
            dA_pad[窓] += np.tensordot(dZ[:, h, w], W, (1, 3))
            dW += np.tensordot(A_pad[窓], dZ[:, h, w], (0, 0))
    db = dZ.sum((0, 1, 2)).reshape(b.shape)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    return dA_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev], dW / m, db / m  # 平均 ⚖️
'''),
    ]
    return notebook(
        "26_japanese_emoji.ipynb",
        "Comments in Japanese with emoji and smart quotes; a first try is no Python; conv_backward takes means over the examples",
        cells,
        {
            "zero_pad": PASSED,
            "conv_single_step": PASSED,
            "conv_forward": PASSED,
            "conv_backward": failed(
                flaw="mean_over_examples",
                at="return dA_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev], dW / m, db / m  # 平均 ⚖️",
            ),
        },
        ["broken_cell"],
    )


def russian_bom_crlf() -> Submission:
    return script(
        "27_russian_bom_crlf.py",
        "From Windows, with a byte order mark and CRLF, in Russian; the first window that has the maximum, by argmax",
        RUSSIAN,
        {
            "zero_pad": PASSED,
            "pool_forward": PASSED,
            "create_mask_from_window": passed(notes=["ties"]),
            "distribute_value": failed(flaw="returns_scalar", at="return среднее"),
            "pool_backward": failed(flaw="always_max", at="grad[i, h * шаг + строка, w * шаг + столбец, c] += dA[i, h, w, c]"),
        },
        encoding="utf-8-sig",
        newline="\r\n",
    )


RUSSIAN = r'''
# Свёрточные сети: только подвыборка (pooling)
import numpy as np
from numpy import argmax, zeros


def zero_pad(X, pad):
    """Добавляет рамку из нулей."""
    рамка = zeros((X.shape[0], X.shape[1] + pad + pad, X.shape[2] + pad + pad, X.shape[3]))
    строки, столбцы = np.arange(X.shape[1]) + pad, np.arange(X.shape[2]) + pad
    рамка[:, строки[:, None], столбцы] = X
    return рамка


def pool_forward(A_prev, hparameters, mode="max"):
    f, шаг = hparameters["f"], hparameters["stride"]
    высота = (A_prev.shape[1] - f) // шаг + 1
    ширина = (A_prev.shape[2] - f) // шаг + 1
    A = zeros((A_prev.shape[0], высота, ширина, A_prev.shape[3]))
    for номер in range(A.size):
        i, h, w, c = np.unravel_index(номер, A.shape)
        окно = sorted(A_prev[i, h * шаг:h * шаг + f, w * шаг:w * шаг + f, c].flat)
        A[i, h, w, c] = окно[-1] if mode == "max" else sum(окно) / len(окно)
    return A, (A_prev, hparameters)


def create_mask_from_window(x):
    """Истина там, где наибольшее число."""
    маска = zeros(x.size, dtype=bool)
    маска[argmax(x)] = True
    return маска.reshape(x.shape)


def distribute_value(dz, shape):
    среднее = dz / (shape[0] * shape[1])
    return среднее


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, шаг = hparameters["f"], hparameters["stride"]
    grad = zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        окно = A_prev[i, h * шаг:h * шаг + f, w * шаг:w * шаг + f, c]
        строка, столбец = divmod(argmax(окно), f)
        grad[i, h * шаг + строка, w * шаг + столбец, c] += dA[i, h, w, c]
    return grad
'''
