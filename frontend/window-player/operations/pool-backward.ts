import type { At, Line, MapSpec, Operation, Step } from '../model.ts';
import { add, at as valueAt, zeros } from '../tensor.ts';
import {
  boxWords,
  cell,
  imagePlane,
  indexed,
  mark,
  outputLength,
  range,
  steps,
  windowAt,
  written,
} from './common.ts';
import { largest, windowTerms } from './pool-forward.ts';
import { touchedMap } from './touched.ts';

/** Each step hands one cell of dA to the maximum of its window, or to all of them in equal shares. */
export const poolBackward: Operation = ({ arrays, numbers, mode }) => {
  const [dA, A_prev] = [arrays['dA']!, arrays['A_prev']!];
  const [f, stride] = [numbers['f']!, numbers['stride']!];
  const [m, height, width, channels] = A_prev.shape as [number, number, number, number];
  const [nH, nW] = [outputLength(height, f, stride), outputLength(width, f, stride)];
  const loop = steps([
    ['example', m],
    ['channel', channels],
    ['row', nH],
    ['column', nW],
  ]);

  /** What each cell of the window gets of one unit. */
  const parts = (at: At): number[] => {
    const values = windowTerms(A_prev, at, f, stride).map((term) => term.value);
    const most = largest(values);
    return values.map((value) => (mode === 'average' ? 1 / (f * f) : value === most ? 1 : 0));
  };
  const gradientAt = (at: At) => valueAt(dA, at.example, at.row, at.column, at.channel);
  const dA_prev = zeros(...A_prev.shape);
  for (let i = 0; i < loop.length; i++) {
    const at = loop.at(i, 0);
    parts(at).forEach((part, place) => {
      const [y, x] = [at.row * stride + Math.floor(place / f), at.column * stride + (place % f)];
      add(dA_prev, part * gradientAt(at), at.example, y, x, at.channel);
    });
  }

  /** What has gone into the plane that is shown. */
  const soFar = (at: At): number[] => {
    const cells = new Array<number>(height * width).fill(0);
    for (let window = 0; window <= at.row * nW + at.column; window++) {
      const there = { ...at, row: Math.floor(window / nW), column: window % nW };
      const gradient = gradientAt(there);
      parts(there).forEach((part, place) => {
        const [y, x] = [there.row * stride + Math.floor(place / f), there.column * stride + (place % f)];
        cells[y * width + x]! += part * gradient;
      });
    }
    return cells;
  };

  const step = (at: At): Step => {
    const window = windowAt(at, f, stride);
    const source = indexed('dA', at.example, at.row, at.column, at.channel);
    const gradient = gradientAt(at);
    const shares = parts(at);
    const getting = shares.flatMap((part, place) =>
      part === 0 ? [] : [cell(window.rows[0] + Math.floor(place / f), window.columns[0] + (place % f))],
    );
    const best = mode === 'max' ? getting.map((box) => mark('best', box)) : [];
    const term = { label: source, factors: [gradient], value: gradient };
    const share = gradient / (f * f);
    const shared: Line = {
      left: indexed('dA_prev', at.example, range(window.rows), range(window.columns), at.channel),
      sign: '+=',
      how: 'is',
      terms: [{ ...term, label: `${source} / (f · f)`, text: `${written(gradient)} / (${f} · ${f})`, value: share }],
      result: share,
    };
    const given = getting.map(
      ({ rows, columns }): Line => ({
        left: indexed('dA_prev', at.example, rows[0], columns[0], at.channel),
        sign: '+=',
        how: 'is',
        terms: [term],
      }),
    );
    return {
      marks: {
        input: [mark('window', window), ...best],
        gradient: [mark('cell', cell(at.row, at.column))],
        parts: [mark('window', { rows: [0, f], columns: [0, f] })],
        dA: [mark('window', window), ...best],
        touched: [mark('window', window)],
      },
      lines: mode === 'max' ? given : [shared],
      sentence: {
        key: mode === 'average' ? 'poolBackMean' : getting.length === 0 ? 'poolBackNone' : 'poolBackMax',
        words: {
          ...boxWords(window),
          source,
          value: written(gradient),
          cells: given.map((line) => line.left).join(', '),
          share: written(share),
        },
      },
    };
  };

  const partsMap: MapSpec = {
    id: 'parts',
    name: mode === 'max' ? 'mask' : 'a',
    title: mode === 'max' ? 'mask' : 'share',
    shape: [f, f],
    rows: f,
    columns: f,
    padding: 0,
    bool: mode === 'max',
    limit: mode === 'max' ? 1 : Math.max(...dA.values.map((value) => Math.abs(value / (f * f)))),
    whole: false,
    glyph: '→',
    plane: () => (mode === 'max' ? 'mask' : 'a'),
    values: (at) => (mode === 'max' ? parts(at) : parts(at).map((part) => part * gradientAt(at))),
    place: () => undefined,
  };

  return {
    ...loop,
    channels: 0,
    panels: [
      {
        maps: [
          imagePlane({ id: 'input', name: 'A_prev', title: 'input', edits: 'A_prev' }, A_prev, 'channel'),
          partsMap,
          imagePlane({ id: 'gradient', name: 'dA', title: 'ofOutput', edits: 'dA', under: true }, dA, 'channel'),
          {
            ...imagePlane({ id: 'dA', name: 'dA_prev', title: 'ofInput', part: 'dA_prev', glyph: '→' }, dA_prev, 'channel'),
            values: soFar,
            grows: true,
          },
          touchedMap([height, width], f, stride, [nH, nW], 0),
        ],
      },
    ],
    step,
    results: { dA_prev },
  };
};
