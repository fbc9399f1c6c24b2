/** Where the wrong cells of an array lie, if that can be said in one sentence. */

/** Which place it is on its axis. */
export type End = 'first' | 'last' | 'middle';

export type Pattern =
  /** One place of one axis: every cell there is wrong, or only some. */
  | { kind: 'place'; axis: number; index: number; end: End; whole: boolean }
  /** The first and last places of both image axes, or all but those. */
  | { kind: 'border'; whole: boolean }
  | { kind: 'inside'; whole: boolean };

const PLACES = { first: 'patternFirst', last: 'patternLast', middle: 'patternMiddle' } as const;
const EDGES = { border: 'patternBorder', inside: 'patternInside' } as const;

/** A text, by its key, and the words that go into it. */
export interface Sentence {
  key: (typeof PLACES)[End] | (typeof EDGES)[keyof typeof EDGES] | 'patternWhole';
  words: Record<string, string | number>;
}

/** What says it, in this order. */
export function sentencesOf(pattern: Pattern, axisName: (axis: number) => string): Sentence[] {
  const where: Sentence =
    pattern.kind === 'place'
      ? { key: PLACES[pattern.end], words: { axis: axisName(pattern.axis), index: pattern.index } }
      : { key: EDGES[pattern.kind], words: {} };
  return pattern.whole ? [where, { key: 'patternWhole', words: {} }] : [where];
}

/**
 * The plainest pattern that all wrong cells follow.
 *
 * @param images the two axes of height and width, for what lies at the border
 */
export function patternOf(
  shape: readonly number[],
  wrong: readonly boolean[],
  images: readonly [number, number] | null,
): Pattern | null {
  const cells = wrong.flatMap((is, offset) => (is ? [indexOf(shape, offset)] : []));
  // That all are wrong is said by their number
  if (cells.length === 0 || cells.length === wrong.length) {
    return null;
  }
  return place(shape, cells) ?? (images && edge(shape, cells, images));
}

function indexOf(shape: readonly number[], offset: number): number[] {
  const index: number[] = [];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = offset % shape[axis]!;
    offset = Math.floor(offset / shape[axis]!);
  }
  return index;
}

/** A place that is wrong as a whole tells more than one in which some cells are. */
function place(shape: readonly number[], cells: readonly number[][]): Pattern | null {
  const size = shape.reduce((product, length) => product * length, 1);
  const places = shape.flatMap((length, axis): (Pattern & { kind: 'place' })[] => {
    const index = cells[0]![axis]!;
    if (length === 1 || cells.some((cell) => cell[axis] !== index)) {
      return [];
    }
    const end = index === 0 ? 'first' : index === length - 1 ? 'last' : 'middle';
    return [{ kind: 'place', axis, index, end, whole: cells.length === size / length }];
  });
  // One wrong cell lies in a place of every axis, which says nothing that the cell does not
  return places.find(({ whole }) => whole) ?? (cells.length > 1 ? (places[0] ?? null) : null);
}

function edge(shape: readonly number[], cells: readonly number[][], images: readonly [number, number]): Pattern | null {
  const atEdge = (cell: readonly number[]) =>
    images.some((axis) => cell[axis] === 0 || cell[axis] === shape[axis]! - 1);
  const size = shape.reduce((product, length) => product * length, 1);
  const inside = images.reduce((product, axis) => product * (Math.max(0, shape[axis]! - 2) / shape[axis]!), size);
  if (inside < 1 || cells.length < 3) {
    return null;
  }
  if (cells.every(atEdge)) {
    return { kind: 'border', whole: cells.length === Math.round(size - inside) };
  }
  return cells.some(atEdge) ? null : { kind: 'inside', whole: cells.length === Math.round(inside) };
}
