import type { At, MapSpec, Operation, Step, Term } from '../model.ts';
import { add, at as valueAt, padded, zeros, type Tensor } from '../tensor.ts';
import {
  boxWords,
  cell,
  filterPlane,
  imagePlane,
  indexed,
  mark,
  outputLength,
  plane,
  range,
  steps,
  windowAt,
  written,
} from './common.ts';
import { touchedMap } from './touched.ts';

/** Each step takes one cell of dZ: back along its filter into the window, and with the window into the filter. */
export const convBackward: Operation = ({ arrays, numbers }) => {
  const [dZ, A_prev, W] = [arrays['dZ']!, arrays['A_prev']!, arrays['W']!];
  const [stride, pad] = [numbers['stride']!, numbers['pad']!];
  const [f, , channels, filters] = W.shape as [number, number, number, number];
  const [m, height, width] = A_prev.shape as [number, number, number];
  const [nH, nW] = [outputLength(height, f, stride, pad), outputLength(width, f, stride, pad)];
  const input = padded(A_prev, pad);
  const [inputName, gradientName] = pad > 0 ? ['A_prev_pad', 'dA_prev_pad'] : ['A_prev', 'dA_prev'];
  const size = [height + 2 * pad, width + 2 * pad] as const;
  const whole = gradients(dZ, input, W, stride);

  /** What has gone into the plane of dA that is shown: of this example, all filters so far. */
  const inputGradient = (at: At): number[] => {
    const cells = new Array<number>(size[0] * size[1]).fill(0);
    const [now, each] = [at.row * nW + at.column + 1, nH * nW];
    for (let filter = 0; filter <= at.filter; filter++) {
      for (let window = 0; window < (filter < at.filter ? each : now); window++) {
        const [row, column] = [Math.floor(window / nW), window % nW];
        const gradient = valueAt(dZ, at.example, row, column, filter);
        for (let i = 0; i < f; i++) {
          for (let j = 0; j < f; j++) {
            const place = (row * stride + i) * size[1] + column * stride + j;
            cells[place]! += W.values[((i * f + j) * channels + at.channel) * filters + filter]! * gradient;
          }
        }
      }
    }
    return cells;
  };

  /** Every cell of dZ that has gone into this filter: of all examples so far. */
  const taken = function* (at: At): Generator<[gradient: number, example: number, row: number, column: number]> {
    const [now, each] = [at.row * nW + at.column + 1, nH * nW];
    for (let example = 0; example <= at.example; example++) {
      for (let window = 0; window < (example < at.example ? each : now); window++) {
        const [row, column] = [Math.floor(window / nW), window % nW];
        yield [valueAt(dZ, example, row, column, at.filter), example, row, column];
      }
    }
  };
  const filterGradient = (at: At): number[] => {
    const cells = new Array<number>(f * f).fill(0);
    for (const [gradient, example, row, column] of taken(at)) {
      for (let place = 0; place < f * f; place++) {
        const [y, x] = [row * stride + Math.floor(place / f), column * stride + (place % f)];
        cells[place]! += valueAt(input, example, y, x, at.channel) * gradient;
      }
    }
    return cells;
  };
  const biasGradient = (at: At) => [...taken(at)].reduce((total, [gradient]) => total + gradient, 0);

  const step = (at: At): Step => {
    const window = windowAt(at, f, stride);
    const { example, row, column, channel, filter } = at;
    const source = indexed('dZ', example, row, column, filter);
    const gradient = valueAt(dZ, example, row, column, filter);
    const each = (label: (i: number, j: number) => string, value: (i: number, j: number) => number): Term[] =>
      Array.from({ length: f * f }, (_, place) => {
        const [i, j] = [Math.floor(place / f), place % f];
        return { label: `${label(i, j)} · ${source}`, factors: [value(i, j), gradient], value: value(i, j) * gradient };
      });
    const weights = each(
      (i, j) => indexed('W', i, j, channel, filter),
      (i, j) => valueAt(W, i, j, channel, filter),
    );
    const [top, left] = [window.rows[0], window.columns[0]];
    const inputs = each(
      (i, j) => indexed(inputName, example, top + i, left + j, channel),
      (i, j) => valueAt(input, example, top + i, left + j, channel),
    );
    const [moving, all] = [mark('window', window), mark('window', { rows: [0, f], columns: [0, f] })];
    const one = mark('cell', cell(0, 0));
    const corners = indexed(gradientName, example, range(window.rows), range(window.columns), channel);
    return {
      marks: {
        gradient: [mark('cell', cell(row, column))],
        filter: [all],
        dA: [moving],
        touched: [moving],
        input: [moving],
        dW: [all],
        db: [one],
      },
      lines: [
        { left: corners, sign: '+=', how: 'each', terms: weights },
        { left: indexed('dW', ':', ':', channel, filter), sign: '+=', how: 'each', terms: inputs },
        {
          left: indexed('db', 0, 0, 0, filter),
          sign: '+=',
          how: 'is',
          terms: [{ label: source, factors: [gradient], value: gradient }],
        },
      ],
      sentence: { key: 'convBack', words: { ...boxWords(window), source, value: written(gradient) } },
    };
  };

  const grown = (map: MapSpec, values: (at: At) => number[]): MapSpec => ({ ...map, values, grows: true });
  const image = { padding: pad };
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
        code: `${gradientName}[window] += W · dZ`,
        maps: [
          imagePlane({ id: 'gradient', name: 'dZ', title: 'ofOutput', edits: 'dZ' }, dZ, 'filter'),
          filterPlane({ id: 'filter', name: 'W', title: 'filter', edits: 'W', under: true }, W),
          grown(
            imagePlane(
              { id: 'dA', name: gradientName, title: 'ofInput', part: 'dA_prev', glyph: '→', ...image },
              whole.dPadded,
              'channel',
            ),
            inputGradient,
          ),
          touchedMap(size, f, stride, [nH, nW], pad),
        ],
      },
      {
        code: `dW += ${inputName}[window] · dZ`,
        maps: [
          imagePlane(
            { id: 'input', name: inputName, title: pad > 0 ? 'paddedInput' : 'input', edits: 'A_prev', ...image },
            input,
            'channel',
          ),
          grown(
            filterPlane({ id: 'dW', name: 'dW', title: 'ofFilter', part: 'dW', glyph: '→' }, whole.dW),
            filterGradient,
          ),
          grown(
            {
              ...plane({ id: 'db', name: 'db', title: 'ofBias', part: 'db', under: true }, whole.db, (at, r, c) => [r, c, 0, at.filter], 0),
              plane: (at) => indexed('db', 0, 0, 0, at.filter),
            },
            (at) => [biasGradient(at)],
          ),
        ],
      },
    ],
    step,
    results: { dA_prev: cropped(whole.dPadded, pad), dW: whole.dW, db: whole.db },
  };
};

function gradients(dZ: Tensor, input: Tensor, W: Tensor, stride: number) {
  const [m, nH, nW, filters] = dZ.shape as [number, number, number, number];
  const [f, , channels] = W.shape as [number, number, number];
  const [dPadded, dW, db] = [zeros(...input.shape), zeros(...W.shape), zeros(1, 1, 1, filters)];
  let cellOfZ = 0;
  for (let image = 0; image < m; image++) {
    for (let row = 0; row < nH; row++) {
      for (let column = 0; column < nW; column++) {
        for (let filter = 0; filter < filters; filter++) {
          const gradient = dZ.values[cellOfZ++]!;
          db.values[filter]! += gradient;
          for (let i = 0; i < f; i++) {
            const line = ((image * input.shape[1]! + row * stride + i) * input.shape[2]! + column * stride) * channels;
            for (let j = 0; j < f * channels; j++) {
              const weight = (i * f * channels + j) * filters + filter;
              dPadded.values[line + j]! += W.values[weight]! * gradient;
              dW.values[weight]! += input.values[line + j]! * gradient;
            }
          }
        }
      }
    }
  }
  return { dPadded, dW, db };
}

function cropped(images: Tensor, pad: number): Tensor {
  const [m, height, width, channels] = images.shape as [number, number, number, number];
  const result = zeros(m, height - 2 * pad, width - 2 * pad, channels);
  for (let place = 0; place < result.values.length; place++) {
    const channel = place % channels;
    const column = Math.floor(place / channels) % (width - 2 * pad);
    const row = Math.floor(place / channels / (width - 2 * pad)) % (height - 2 * pad);
    const image = Math.floor(place / channels / (width - 2 * pad) / (height - 2 * pad));
    add(result, valueAt(images, image, row + pad, column + pad, channel), image, row, column, channel);
  }
  return result;
}
