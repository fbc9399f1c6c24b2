import type { At, Operation, Step, Term } from '../model.ts';
import { add, at as valueAt, zeros, type Tensor } from '../tensor.ts';
import {
  boxWords,
  cell,
  imagePlane,
  indexed,
  mark,
  outputLength,
  soFar,
  steps,
  sum,
  windowAt,
  written,
} from './common.ts';

/** The values of a window in one channel, row by row. */
export function windowTerms(A_prev: Tensor, at: At, f: number, stride: number): Term[] {
  const [top, left] = [at.row * stride, at.column * stride];
  return Array.from({ length: f * f }, (_, place) => {
    const [y, x] = [top + Math.floor(place / f), left + (place % f)];
    const value = valueAt(A_prev, at.example, y, x, at.channel);
    return { label: indexed('A_prev', at.example, y, x, at.channel), factors: [value], value };
  });
}

/** As NumPy's: not a number if any of them is none. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isNaN(most) || value <= most ? most : value), -Infinity);
}

/** One window of one channel at each step. */
export const poolForward: Operation = ({ arrays, numbers, mode }) => {
  const A_prev = arrays['A_prev']!;
  const [f, stride] = [numbers['f']!, numbers['stride']!];
  const [m, height, width, channels] = A_prev.shape as [number, number, number, number];
  const [nH, nW] = [outputLength(height, f, stride), outputLength(width, f, stride)];
  const loop = steps([
    ['example', m],
    ['channel', channels],
    ['row', nH],
    ['column', nW],
  ]);
  const pooled = (terms: readonly Term[]) =>
    mode === 'max' ? largest(terms.map((term) => term.value)) : sum(terms) / terms.length;
  const A = zeros(m, nH, nW, channels);
  for (let i = 0; i < loop.length; i++) {
    const at = loop.at(i, 0);
    add(A, pooled(windowTerms(A_prev, at, f, stride)), at.example, at.row, at.column, at.channel);
  }

  const step = (at: At): Step => {
    const window = windowAt(at, f, stride);
    const terms = windowTerms(A_prev, at, f, stride);
    const left = indexed('A', at.example, at.row, at.column, at.channel);
    const result = pooled(terms);
    const best = terms.flatMap((term, place) =>
      mode === 'max' && term.value === result
        ? [mark('best', cell(window.rows[0] + Math.floor(place / f), window.columns[0] + (place % f)))]
        : [],
    );
    return {
      marks: { input: [mark('window', window), ...best], output: [mark('cell', cell(at.row, at.column))] },
      lines: [{ left, sign: '=', how: mode === 'max' ? 'max' : 'mean', terms, sum: sum(terms), result }],
      sentence: {
        key: mode === 'max' ? 'poolMax' : 'poolMean',
        words: { ...boxWords(window), cell: left, result: written(result), channel: String(at.channel) },
      },
    };
  };

  return {
    ...loop,
    channels: 0,
    panels: [
      {
        maps: [
          imagePlane({ id: 'input', name: 'A_prev', title: 'input', edits: 'A_prev' }, A_prev, 'channel'),
          imagePlane({ id: 'output', name: 'A', title: 'output', part: 'A', glyph: '→' }, A, 'channel', soFar),
        ],
      },
    ],
    step,
    results: { A },
  };
};
