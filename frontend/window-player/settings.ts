/** What the learner may change: sizes, f, stride and pad; what follows from them, and why a choice is impossible. */
import { outputLength } from './operations/common.ts';
import type { OperationName, Setup } from './model.ts';
import { resized, type Tensor } from './tensor.ts';

export type Sizes = Record<string, number>;

export type Problem =
  | { key: 'notWhole'; words: { name: string } }
  | { key: 'tooSmall' | 'tooLarge'; words: { name: string; limit: string } }
  | { key: 'noStride'; words: Record<string, never> }
  | { key: 'noFit' | 'noFitPadded'; words: { f: string; height: string; width: string } };

/** A length and where it comes from: `n_H = ⌊(n_H_prev − f + 2·pad) / stride⌋ + 1`. */
export interface SizeLine {
  name: string;
  formula: string;
  numbers: string;
  between?: string;
  result: number;
}

const FIELDS: Record<OperationName, readonly string[]> = {
  zero_pad: ['n_H', 'n_W', 'pad'],
  conv_single_step: ['f'],
  conv_forward: ['n_H_prev', 'n_W_prev', 'f', 'stride', 'pad'],
  pool_forward: ['n_H_prev', 'n_W_prev', 'f', 'stride'],
  conv_backward: ['n_H_prev', 'n_W_prev', 'f', 'stride', 'pad'],
  create_mask_from_window: ['n_H', 'n_W'],
  distribute_value: ['n_H', 'n_W'],
  pool_backward: ['n_H_prev', 'n_W_prev', 'f', 'stride'],
};
const MOST: Sizes = { n_H_prev: 24, n_W_prev: 24, n_H: 24, n_W: 24, f: 12, stride: 12, pad: 6 };

export function least(name: string): number {
  return name === 'pad' ? 0 : 1;
}

/** The choices that an operation has, as they are in its arguments. */
export function sizesOf(operation: OperationName, { arrays, numbers }: Setup): Sizes {
  const image = arrays['A_prev'] ?? arrays['X'];
  const [height, width] = image ? image.shape.slice(1, 3) : (arrays['x']?.shape ?? [numbers['n_H'], numbers['n_W']]);
  const f = (arrays['W'] ?? arrays['a_slice_prev'])?.shape[0] ?? numbers['f'];
  const all: Record<string, number | undefined> = {
    ...numbers,
    f,
    n_H: height,
    n_W: width,
    n_H_prev: height,
    n_W_prev: width,
  };
  return Object.fromEntries(FIELDS[operation].map((name) => [name, all[name]!]));
}

/** Why there is nothing to show for these sizes. What came that way may be larger than what may be chosen. */
export function problemOf(operation: OperationName, sizes: Sizes, given: Sizes): Problem | undefined {
  for (const [name, value] of Object.entries(sizes)) {
    const most = Math.max(MOST[name]!, given[name]!);
    if (!Number.isInteger(value)) {
      return { key: 'notWhole', words: { name } };
    }
    if (name === 'stride' && value < 1) {
      return { key: 'noStride', words: {} };
    }
    if (value < least(name) || value > most) {
      const [key, limit] = value > most ? (['tooLarge', most] as const) : (['tooSmall', least(name)] as const);
      return { key, words: { name, limit: String(limit) } };
    }
  }
  const { f, pad, n_H_prev: height, n_W_prev: width } = sizes;
  if (height === undefined || width === undefined || f === undefined) {
    return undefined;
  }
  const around = 2 * (pad ?? 0);
  if (f <= height + around && f <= width + around) {
    return undefined;
  }
  return {
    key: operation.startsWith('conv') ? 'noFitPadded' : 'noFit',
    words: { f: String(f), height: String(height + around), width: String(width + around) },
  };
}

/** The length of the result along one axis, in letters and in numbers. */
export function sizeLines(operation: OperationName, sizes: Sizes): SizeLine[] {
  return (['H', 'W'] as const).flatMap((axis) => {
    const { f, stride, pad } = sizes;
    if (operation === 'zero_pad') {
      const length = sizes[`n_${axis}`]!;
      return {
        name: `n_${axis} + 2·pad`,
        formula: '',
        numbers: `${length} + 2·${pad}`,
        result: length + 2 * pad!,
      };
    }
    const length = sizes[`n_${axis}_prev`];
    if (length === undefined) {
      return [];
    }
    const padding = pad === undefined ? ['', ''] : [' + 2·pad', ` + 2·${pad}`];
    return {
      name: `n_${axis}`,
      formula: `⌊(n_${axis}_prev − f${padding[0]}) / stride⌋ + 1`,
      numbers: `⌊(${length} − ${f}${padding[1]}) / ${stride}⌋ + 1`,
      between: `⌊${length - f! + 2 * (pad ?? 0)} / ${stride}⌋ + 1`,
      result: outputLength(length, f!, stride!, pad),
    };
  });
}

/** The same arguments in other sizes: what is longer repeats what there is, what is shorter is cut. */
export function inSizes(operation: OperationName, setup: Setup, sizes: Sizes): Setup {
  const numbers = { ...setup.numbers };
  for (const name of Object.keys(numbers)) {
    numbers[name] = sizes[name] ?? numbers[name]!;
  }
  const arrays = Object.fromEntries(
    Object.entries(setup.arrays).map(([name, array]) => [name, resized(array, shapeOf(operation, name, array, sizes))]),
  );
  return { ...setup, numbers, arrays };
}

function shapeOf(operation: OperationName, name: string, { shape }: Tensor, sizes: Sizes): number[] {
  const { f, stride, pad } = sizes;
  const [first, , third, last] = shape as [number, number, number, number];
  switch (name) {
    case 'A_prev':
      return [first, sizes['n_H_prev']!, sizes['n_W_prev']!, last];
    case 'X':
      return [first, sizes['n_H']!, sizes['n_W']!, last];
    case 'x':
      return [sizes['n_H']!, sizes['n_W']!];
    case 'dZ':
    case 'dA': {
      const length = (axis: string) => outputLength(sizes[`n_${axis}_prev`]!, f!, stride!, pad);
      return [first, length('H'), length('W'), last];
    }
    case 'a_slice_prev':
      return [f!, f!, third];
    case 'W':
      return operation === 'conv_single_step' ? [f!, f!, third] : [f!, f!, third, last];
    default:
      return [...shape];
  }
}

/** Every array as long on each axis as the longer of the two: what was there once comes back when it fits again. */
export function grown(before: Setup, after: Setup): Setup {
  const arrays = Object.fromEntries(
    Object.entries(before.arrays).map(([name, array]) => {
      const other = after.arrays[name]!;
      const shape = array.shape.map((length, axis) => Math.max(length, other.shape[axis]!));
      return [name, resized(array, shape)];
    }),
  );
  return { ...before, arrays };
}
