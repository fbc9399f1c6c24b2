import type { At, Operation, Step } from '../model.ts';
import type { Tensor } from '../tensor.ts';
import { cell, indexed, mark, plane, soFar, steps, written } from './common.ts';

/** The same share for every cell. */
export const distributeValue: Operation = ({ arrays, numbers }) => {
  const dz = arrays['dz']!;
  const [height, width] = [numbers['n_H']!, numbers['n_W']!];
  const share = dz.values[0]! / (height * width);
  const a: Tensor = { shape: [height, width], values: new Float64Array(height * width).fill(share) };
  const index = (_at: At, row: number | string, column: number | string) => [row, column];

  const step = (at: At): Step => {
    const left = indexed('a', at.row, at.column);
    const text = `${written(dz.values[0]!)} / (${height} · ${width})`;
    return {
      marks: { input: [mark('window', cell(0, 0))], output: [mark('cell', cell(at.row, at.column))] },
      lines: [
        {
          left,
          sign: '=',
          how: 'is',
          terms: [{ label: 'dz / (n_H · n_W)', factors: [dz.values[0]!, height, width], value: share, text }],
          result: share,
        },
      ],
      sentence: {
        key: 'shareOne',
        words: {
          cell: left,
          value: written(dz.values[0]!),
          height: String(height),
          width: String(width),
          share: written(share),
        },
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
          {
            ...plane({ id: 'input', name: 'dz', title: 'value', edits: 'dz' }, dz, index, 0),
            shape: [],
            plane: () => 'dz',
          },
          plane({ id: 'output', name: 'a', title: 'share', part: 'a', glyph: '→' }, a, index, 0, soFar),
        ],
      },
    ],
    step,
    results: { a },
  };
};
