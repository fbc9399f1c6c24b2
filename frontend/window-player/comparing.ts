/** What a learner’s code gave, drawn over what is right. */
import type { At, MapSpec } from './model.ts';
import type { Tensor } from './tensor.ts';

/** The two numbers that differ, by the place of their cell in the map. */
export type Wrong = ReadonlyMap<number, { got: number; want: number }>;

/** As NumPy's allclose, which is what a verdict goes by. */
export function close(got: number, want: number): boolean {
  return Object.is(got, want) || got === want || Math.abs(got - want) <= 1e-8 + 1e-5 * Math.abs(want);
}

export function sameShape(got: Tensor, want: Tensor): boolean {
  return got.shape.length === want.shape.length && got.shape.every((length, axis) => length === want.shape[axis]);
}

/** The wrong cells of a plane among those that are made already. */
export function wrongCells(map: MapSpec, at: At, got: Tensor, want: Tensor, values: readonly (number | null)[]): Wrong {
  const wrong = new Map<number, { got: number; want: number }>();
  for (let row = 0; row < map.rows; row++) {
    for (let column = 0; column < map.columns; column++) {
      const place = map.place(at, row, column);
      const cell = row * map.columns + column;
      if (place !== undefined && values[cell] !== null && !close(got.values[place]!, want.values[place]!)) {
        wrong.set(cell, { got: got.values[place]!, want: want.values[place]! });
      }
    }
  }
  return wrong;
}
