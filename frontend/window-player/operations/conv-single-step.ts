import type { At, Operation, Step, Term } from '../model.ts';
import { at as valueAt, zeros, type Tensor } from '../tensor.ts';
import { cell, indexed, mark, plane, steps, sum, written } from './common.ts';

/** Product by product, one channel after the other, and the bias once at the end. */
export const convSingleStep: Operation = ({ arrays }) => {
  const [window, W, b] = [arrays['a_slice_prev']!, arrays['W']!, arrays['b']!];
  const [f, width, channels] = window.shape as [number, number, number];
  const products: Tensor = { shape: window.shape, values: window.values.map((value, i) => value * W.values[i]!) };
  const count = f * width * channels;
  const bias = b.values[0]!;
  const result = zeros();
  const index = (at: At, row: number | string, column: number | string) => [row, column, at.channel];

  const termAt = (i: number): Term => {
    const channel = Math.floor(i / (f * width));
    const [row, column] = [Math.floor(i / width) % f, i % width];
    const factors = [valueAt(window, row, column, channel), valueAt(W, row, column, channel)];
    return {
      label: `${indexed('a_slice_prev', row, column, channel)} · ${indexed('W', row, column, channel)}`,
      factors,
      value: factors[0]! * factors[1]!,
    };
  };
  const termsTo = (end: number) => Array.from({ length: end }, (_, i) => termAt(i));
  result.values[0] = sum(termsTo(count)) + bias;

  const step = (at: At): Step => {
    if (at.step >= count) {
      const terms = termsTo(count);
      return {
        marks: { bias: [mark('cell', cell(0, 0))], output: [mark('cell', cell(0, 0))] },
        lines: [{ left: 'Z', sign: '=', how: 'sum', terms, sum: sum(terms), bias, result: result.values[0]! }],
        sentence: {
          key: 'addBias',
          words: { sum: written(sum(terms)), bias: written(bias), result: written(result.values[0]!) },
        },
      };
    }
    // The newest product first: it is the one that the picture shows
    const terms = termsTo(at.step + 1).reverse();
    const [a, w] = terms[0]!.factors as [number, number];
    const here = [mark('cell', cell(at.row, at.column))];
    return {
      marks: { window: here, filter: here, products: here },
      lines: [{ left: 's', sign: '=', how: 'sum', terms, sum: sum(terms), result: sum(terms) }],
      sentence: {
        key: 'product',
        words: {
          number: String(at.step + 1),
          count: String(count),
          a: written(a),
          w: written(w),
          product: written(terms[0]!.value),
          sum: written(sum(terms)),
        },
      },
    };
  };

  const one = (at: At) => (at.step >= count ? result.values[0]! : null);
  return {
    ...steps(
      [
        ['channel', channels],
        ['row', f],
        ['column', width],
      ],
      1,
    ),
    channels: 0,
    panels: [
      {
        maps: [
          plane({ id: 'window', name: 'a_slice_prev', title: 'window', edits: 'a_slice_prev' }, window, index, 0),
          plane({ id: 'filter', name: 'W', title: 'filter', edits: 'W', glyph: '×' }, W, index, 0),
          plane(
            { id: 'products', name: 's', title: 'products', glyph: '=' },
            products,
            index,
            0,
            (value, _place, at, row, column) =>
              at.step >= count || row * width + column <= at.row * width + at.column ? value : null,
          ),
          single('bias', 'b', 'bias', b, { edits: 'b', glyph: '+' }),
          single('output', 'Z', 'output', result, { part: 'Z', glyph: '=', plane: () => 'Z', values: (at) => [one(at)] }),
        ],
      },
    ],
    step,
    results: { Z: result },
  };
};

/** A map of one cell. */
function single(
  id: string,
  name: string,
  title: 'bias' | 'output',
  array: Tensor,
  more: Partial<ReturnType<typeof plane>>,
) {
  const square: Tensor = { shape: [1, 1], values: array.values };
  return {
    ...plane({ id, name, title }, square, (_at, row, column) => [row, column], 0),
    shape: array.shape,
    plane: () => indexed(name, ...array.shape.map(() => 0)),
    ...more,
  };
}
