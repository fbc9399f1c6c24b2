import type { At, Operation, Step } from '../model.ts';
import type { Tensor } from '../tensor.ts';
import { cell, indexed, mark, plane, soFar, steps, written } from './common.ts';
import { largest } from './pool-forward.ts';

/** Every cell against the maximum. */
export const createMask: Operation = ({ arrays }) => {
  const x = arrays['x']!;
  const [height, width] = x.shape as [number, number];
  const most = largest([...x.values]);
  const mask: Tensor = { shape: x.shape, values: x.values.map((value) => (value === most ? 1 : 0)) };
  const best = [...x.values].flatMap((value, i) =>
    value === most ? [mark('best', cell(Math.floor(i / width), i % width))] : [],
  );
  const index = (_at: At, row: number | string, column: number | string) => [row, column];

  const step = (at: At): Step => {
    const value = x.values[at.row * width + at.column]!;
    const here = cell(at.row, at.column);
    const left = indexed('mask', at.row, at.column);
    const source = indexed('x', at.row, at.column);
    const text = `${written(value)} == ${written(most)}`;
    return {
      marks: { input: [mark('window', here), ...best], output: [mark('cell', here)] },
      lines: [
        {
          left,
          sign: '=',
          how: 'is',
          terms: [{ label: `${source} == np.max(x)`, factors: [value, most], value, text }],
          verdict: value === most,
        },
      ],
      sentence: {
        key: Number.isNaN(most) ? 'maskNone' : value === most ? 'maskTrue' : 'maskFalse',
        words: { cell: left, source, value: written(value), max: written(most) },
      },
    };
  };

  return {
    ...steps([
      ['row', height],
      ['column', width],
    ]),
    channels: 0,
    panels: [
      {
        maps: [
          plane({ id: 'input', name: 'x', title: 'window', edits: 'x' }, x, index, 0),
          plane({ id: 'output', name: 'mask', title: 'mask', bool: true, part: 'mask', glyph: '→' }, mask, index, 0, soFar),
        ],
      },
    ],
    step,
    results: { mask },
  };
};
