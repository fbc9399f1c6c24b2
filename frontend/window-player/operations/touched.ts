import type { At, MapSpec } from '../model.ts';

/** How many windows of one pass have touched each cell, up to a step. */
export function touchedSoFar(
  [rows, columns]: readonly [number, number],
  f: number,
  stride: number,
  nW: number,
  windows: number,
): number[] {
  const counts = new Array<number>(rows * columns).fill(0);
  for (let window = 0; window < windows; window++) {
    const [top, left] = [Math.floor(window / nW) * stride, (window % nW) * stride];
    for (let row = top; row < top + f; row++) {
      for (let column = left; column < left + f; column++) {
        counts[row * columns + column]!++;
      }
    }
  }
  return counts;
}

/** The counts as a map beside the gradient that they explain. */
export function touchedMap(
  size: readonly [number, number],
  f: number,
  stride: number,
  [nH, nW]: readonly [number, number],
  padding: number,
): MapSpec {
  return {
    id: 'touched',
    name: 'touched',
    title: 'touched',
    shape: size,
    rows: size[0],
    columns: size[1],
    padding,
    limit: Math.max(...touchedSoFar(size, f, stride, nW, nH * nW)),
    whole: true,
    narrow: true,
    plane: () => 'touched',
    values: (at: At) => touchedSoFar(size, f, stride, nW, at.row * nW + at.column + 1),
    place: () => undefined,
  };
}
