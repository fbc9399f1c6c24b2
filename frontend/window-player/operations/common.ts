/** What the operations share: the loop over steps, windows, and the planes that the maps show. */
import { compact } from '../../tensor-view/numbers.ts';
import { limitOf } from '../../tensor-view/scale.ts';
import type { At, Axis, Box, Line, MapSpec, Mark, Scene, Term } from '../model.ts';
import { offset, unravel, type Tensor } from '../tensor.ts';

type Loop = readonly (readonly [Axis, number])[];

/** The steps of nested loops, by their number. */
export function steps(loop: Loop, extra = 0): Pick<Scene, 'loop' | 'length' | 'at'> {
  const lengths = loop.map(([, length]) => length);
  const inside = lengths.reduce((product, length) => product * length, 1);
  return {
    loop,
    length: inside + extra,
    at(step, channel) {
      const at: At = { step, example: 0, filter: 0, channel, row: 0, column: 0 };
      const index = unravel(lengths, Math.min(step, inside - 1));
      loop.forEach(([axis], i) => (at[axis] = index[i]!));
      return at;
    },
  };
}

/** The step that `at` is, were it for another place on one axis. */
export function stepAt(loop: Loop, at: At, axis: Axis, index: number): number {
  const there = { ...at, [axis]: index };
  return offset(
    loop.map(([, length]) => length),
    loop.map(([name]) => there[name]),
  );
}

/** How many windows fit along one axis; 0 or less if none does. */
export function outputLength(length: number, f: number, stride: number, pad = 0): number {
  return Math.floor((length - f + 2 * pad) / stride) + 1;
}

export function windowAt({ row, column }: At, f: number, stride: number): Box {
  const [top, left] = [row * stride, column * stride];
  return { rows: [top, top + f], columns: [left, left + f] };
}

export function cell(row: number, column: number): Box {
  return { rows: [row, row + 1], columns: [column, column + 1] };
}

export function mark(kind: Mark['kind'], box: Box): Mark {
  return { kind, ...box };
}

export function indexed(name: string, ...index: (number | string)[]): string {
  return `${name}[${index.join(', ')}]`;
}

export function range([from, to]: readonly [number, number]): string {
  return `${from}:${to}`;
}

/** As the maps write it: whole numbers short, others with two decimals. */
export function written(value: number): string {
  return compact(value, Number.isInteger(value) && Math.abs(value) < 1e15 ? 'int' : 'float');
}

/** Rows and columns of a window in words that a text fills in; the last is the last that belongs to it. */
export function boxWords({ rows, columns }: Box): Record<string, string> {
  return {
    top: String(rows[0]),
    bottom: String(rows[1] - 1),
    left: String(columns[0]),
    right: String(columns[1] - 1),
  };
}

export function sum(terms: readonly Term[]): number {
  return terms.reduce((total, term) => total + term.value, 0);
}

export function is(left: string, label: string, value: number, result = value): Line {
  return { left, sign: '=', how: 'is', terms: [{ label, factors: [value], value }], result };
}

type Facts = Pick<MapSpec, 'id' | 'name' | 'title'> & Partial<MapSpec>;

/** The plane `array[example, :, :, last]`, or with `leads` and `trails` for other places of height and width. */
export function plane(
  facts: Facts,
  array: Tensor,
  index: (at: At, row: number | ':', column: number | ':') => (number | string)[],
  heightAxis: number,
  shown: (value: number, place: number, at: At, row: number, column: number) => number | null = (value) => value,
): MapSpec {
  const { shape, values } = array;
  const [rows, columns] = [shape[heightAxis]!, shape[heightAxis + 1]!];
  const padding = facts.padding ?? 0;
  const cut = facts.edits || facts.part ? padding : 0;
  const inner = shape.map((length, axis) => (axis === heightAxis || axis === heightAxis + 1 ? length - 2 * cut : length));
  return {
    shape,
    rows,
    columns,
    padding,
    limit: limitOf(values as unknown as number[]),
    whole: values.every(Number.isInteger),
    plane: (at) => indexed(facts.name, ...index(at, ':', ':')),
    values(at) {
      const cells: (number | null)[] = [];
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const place = offset(shape, index(at, row, column) as number[]);
          cells.push(shown(values[place]!, place, at, row, column));
        }
      }
      return cells;
    },
    place(at, row, column) {
      const [y, x] = [row - cut, column - cut];
      return y < 0 || x < 0 || y >= rows - 2 * cut || x >= columns - 2 * cut
        ? undefined
        : offset(inner, index(at, y, x) as number[]);
    },
    ...facts,
  };
}

/** The plane of an example and a channel: `images[example, :, :, channel]`. */
export function imagePlane(
  facts: Facts,
  array: Tensor,
  last: 'channel' | 'filter',
  shown?: (value: number, place: number, at: At, row: number, column: number) => number | null,
): MapSpec {
  return plane(facts, array, (at, row, column) => [at.example, row, column, at[last]], 1, shown);
}

/** The plane of a filter: `W[:, :, channel, filter]`. */
export function filterPlane(
  facts: Facts,
  array: Tensor,
  shown?: (value: number, place: number, at: At, row: number, column: number) => number | null,
): MapSpec {
  return plane(facts, array, (at, row, column) => [row, column, at.channel, at.filter], 0, shown);
}

/** Of what is made row by row: what comes later is not there yet. */
export function soFar(value: number, _place: number, at: At, row: number, column: number): number | null {
  return row < at.row || (row === at.row && column <= at.column) ? value : null;
}
