/** An array as NumPy code, to be tried out elsewhere. */

import { exact, type Kind, type Value } from './numbers.ts';

const SPECIAL = /\b(nan|inf)\b/g;

/** Such as `np.array([[1.0, -2.5], [0.0, 4.0]])`; every number in full. */
export function numpyText(shape: readonly number[], values: readonly Value[], kind: Kind): string {
  const dtype = values.length === 0 ? `, dtype=${kind}` : '';
  return `np.array(${nested(shape, values, kind, 'np.array('.length)}${dtype})`;
}

function nested(shape: readonly number[], values: readonly Value[], kind: Kind, indent: number): string {
  if (shape.length === 0) {
    return exact(values[0]!, kind).replace(SPECIAL, 'np.$1');
  }
  const [length, ...rest] = shape as [number, ...number[]];
  const size = rest.reduce((product, each) => product * each, 1);
  const parts = Array.from({ length }, (_, i) =>
    nested(rest, values.slice(i * size, (i + 1) * size), kind, indent + 1),
  );
  const separator = rest.length === 0 ? ', ' : `,${'\n'.repeat(rest.length)}${' '.repeat(indent + 1)}`;
  return `[${parts.join(separator)}]`;
}
