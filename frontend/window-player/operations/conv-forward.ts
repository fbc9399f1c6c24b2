import type { At, MapSpec, Operation, Step, Term } from '../model.ts';
import { at as valueAt, padded, zeros, type Tensor } from '../tensor.ts';
import {
  boxWords,
  cell,
  filterPlane,
  imagePlane,
  indexed,
  mark,
  outputLength,
  plane,
  soFar,
  steps,
  sum,
  windowAt,
  written,
} from './common.ts';

/** One window under one filter at each step. */
export const convForward: Operation = ({ arrays, numbers }) => {
  const [A_prev, W, b] = [arrays['A_prev']!, arrays['W']!, arrays['b']!];
  const [stride, pad] = [numbers['stride']!, numbers['pad']!];
  const [f, , channels, filters] = W.shape as [number, number, number, number];
  const [m, height, width] = A_prev.shape as [number, number, number];
  const [nH, nW] = [outputLength(height, f, stride, pad), outputLength(width, f, stride, pad)];
  const input = padded(A_prev, pad);
  const inputName = pad > 0 ? 'A_prev_pad' : 'A_prev';
  const Z = convolved(input, W, b, stride, [m, nH, nW, filters]);

  /** The channel that is shown comes first, so that the line begins with the numbers that can be seen. */
  const termsOf = (at: At): Term[] => {
    const [top, left] = [at.row * stride, at.column * stride];
    const order = [at.channel, ...Array.from({ length: channels }, (_, c) => c).filter((c) => c !== at.channel)];
    return order.flatMap((c) =>
      Array.from({ length: f * f }, (_, place) => {
        const [i, j] = [Math.floor(place / f), place % f];
        const factors = [valueAt(input, at.example, top + i, left + j, c), valueAt(W, i, j, c, at.filter)];
        const [read, weight] = [indexed(inputName, at.example, top + i, left + j, c), indexed('W', i, j, c, at.filter)];
        return { label: `${read} · ${weight}`, factors, value: factors[0]! * factors[1]! };
      }),
    );
  };

  const step = (at: At): Step => {
    const window = windowAt(at, f, stride);
    const terms = termsOf(at);
    const left = indexed('Z', at.example, at.row, at.column, at.filter);
    const bias = b.values[at.filter]!;
    const result = valueAt(Z, at.example, at.row, at.column, at.filter);
    return {
      marks: {
        input: [mark('window', window)],
        filter: [mark('window', { rows: [0, f], columns: [0, f] })],
        output: [mark('cell', cell(at.row, at.column))],
      },
      lines: [{ left, sign: '=', how: 'sum', terms, sum: sum(terms), bias, result }],
      sentence: {
        key: 'convolve',
        words: {
          ...boxWords(window),
          filter: String(at.filter),
          sum: written(sum(terms)),
          bias: written(bias),
          cell: left,
          result: written(result),
        },
      },
    };
  };

  return {
    ...steps([
      ['example', m],
      ['filter', filters],
      ['row', nH],
      ['column', nW],
    ]),
    channels,
    panels: [
      {
        maps: [
          imagePlane(
            {
              id: 'input',
              name: inputName,
              title: pad > 0 ? 'paddedInput' : 'input',
              padding: pad,
              edits: 'A_prev',
            },
            input,
            'channel',
          ),
          filterPlane({ id: 'filter', name: 'W', title: 'filter', edits: 'W', glyph: '∗' }, W),
          biasMap(b),
          imagePlane({ id: 'output', name: 'Z', title: 'output', part: 'Z', glyph: '=' }, Z, 'filter', soFar),
        ],
      },
    ],
    step,
    results: { Z },
  };
};

function biasMap(b: Tensor): MapSpec {
  return {
    ...plane({ id: 'bias', name: 'b', title: 'bias', edits: 'b', under: true }, b, (at, row, column) => [row, column, 0, at.filter], 0),
    plane: (at) => indexed('b', 0, 0, 0, at.filter),
  };
}

function convolved(input: Tensor, W: Tensor, b: Tensor, stride: number, shape: number[]): Tensor {
  const Z = zeros(...shape);
  const [m, nH, nW, filters] = shape as [number, number, number, number];
  const [f, , channels] = W.shape as [number, number, number];
  const [, , width] = input.shape as [number, number, number];
  let place = 0;
  for (let image = 0; image < m; image++) {
    for (let row = 0; row < nH; row++) {
      for (let column = 0; column < nW; column++) {
        for (let filter = 0; filter < filters; filter++) {
          let total = 0;
          for (let i = 0; i < f; i++) {
            const from = ((image * input.shape[1]! + row * stride + i) * width + column * stride) * channels;
            for (let j = 0; j < f * channels; j++) {
              total += input.values[from + j]! * W.values[(i * f * channels + j) * filters + filter]!;
            }
          }
          Z.values[place++] = total + b.values[filter]!;
        }
      }
    }
  }
  return Z;
}
