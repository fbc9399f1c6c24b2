import type { At, Operation, Step } from '../model.ts';
import { at as valueAt, padded } from '../tensor.ts';
import { cell, imagePlane, indexed, is, mark, soFar, steps, written } from './common.ts';

/** Every cell of the larger array: a copy inside, a zero around it. */
export const zeroPad: Operation = ({ arrays, numbers }) => {
  const X = arrays['X']!;
  const pad = numbers['pad']!;
  const [m, height, width, channels] = X.shape as [number, number, number, number];
  const result = padded(X, pad);
  const input = imagePlane({ id: 'input', name: 'X', title: 'input', edits: 'X' }, X, 'channel');
  const output = imagePlane(
    { id: 'output', name: 'X_pad', title: 'output', padding: pad, part: 'X_pad', glyph: '→' },
    result,
    'channel',
    soFar,
  );

  const step = (at: At): Step => {
    const { example, row, column, channel } = at;
    const [y, x] = [row - pad, column - pad];
    const left = indexed('X_pad', example, row, column, channel);
    const made = [mark('cell', cell(row, column))];
    if (y < 0 || x < 0 || y >= height || x >= width) {
      return {
        marks: { output: made },
        lines: [{ left, sign: '=', how: 'is', terms: [], result: 0 }],
        sentence: { key: 'padOutside', words: { cell: left } },
      };
    }
    const source = indexed('X', example, y, x, channel);
    const value = valueAt(X, example, y, x, channel);
    return {
      marks: { input: [mark('window', cell(y, x))], output: made },
      lines: [is(left, source, value)],
      sentence: { key: 'padInside', words: { cell: left, source, value: written(value) } },
    };
  };

  return {
    ...steps([
      ['example', m],
      ['channel', channels],
      ['row', height + 2 * pad],
      ['column', width + 2 * pad],
    ]),
    channels: 0,
    // A cell of what is returned is compared where it stands, padding and all
    panels: [{ maps: [input, { ...output, place: wholePlace(result.shape) }] }],
    step,
    results: { X_pad: result },
  };
};

function wholePlace(shape: readonly number[]) {
  const [, height, width, channels] = shape as [number, number, number, number];
  return (at: At, row: number, column: number) => ((at.example * height + row) * width + column) * channels + at.channel;
}
