/** The arithmetic of indices: which values of a row-major array a plane shows, and where the arrow keys lead. */

/** A plane through an array: its two axes (−1 for none) and the place on every other axis. */
export interface Slice {
  shape: readonly number[];
  rowAxis: number;
  columnAxis: number;
  selection: readonly number[];
}

export interface Place {
  row: number;
  column: number;
}

/**
 * The two axes that are worth seeing first: height and width, which come after the examples in images `(m, n_H, n_W,
 * n_C)` and first in filters `(f, f, n_C_prev, n_C)` and windows. If both have one place only, as in a bias, the first
 * axis that has more runs across.
 */
export function shownAxes(shape: readonly number[], names: readonly string[]): [rowAxis: number, columnAxis: number] {
  if (shape.length < 2) {
    return [-1, shape.length - 1];
  }
  const height = shape.length < 4 || names[0] === names[1] ? 0 : 1;
  if (shape[height] === 1 && shape[height + 1] === 1) {
    const longer = shape.findIndex((length) => length > 1);
    if (longer >= 0) {
      return [-1, longer];
    }
  }
  return [height, height + 1];
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** The place of an index in row-major order. */
export function offsetOf(shape: readonly number[], index: readonly number[]): number {
  return shape.reduce((offset, length, axis) => offset * length + index[axis]!, 0);
}

export function rowsOf(slice: Slice): number {
  return slice.shape[slice.rowAxis] ?? 1;
}

export function columnsOf(slice: Slice): number {
  return slice.shape[slice.columnAxis] ?? 1;
}

/** The full index of one cell of the plane. */
export function indexAt(slice: Slice, { row, column }: Place): number[] {
  return slice.shape.map((_, axis) =>
    axis === slice.rowAxis ? row : axis === slice.columnAxis ? column : slice.selection[axis]!,
  );
}

/** Where the plane's values lie in row-major order, row by row. */
export function offsetsOf(slice: Slice): number[][] {
  return Array.from({ length: rowsOf(slice) }, (_, row) =>
    Array.from({ length: columnsOf(slice) }, (_, column) => offsetOf(slice.shape, indexAt(slice, { row, column }))),
  );
}

/** The cell of the plane on which an index falls, whatever it says of the other axes. */
export function placeOf(slice: Slice, index: readonly number[]): Place {
  return { row: index[slice.rowAxis] ?? 0, column: index[slice.columnAxis] ?? 0 };
}

/** The nearest cell that the plane has. */
export function within(slice: Slice, { row, column }: Place): Place {
  return {
    row: Math.max(0, Math.min(rowsOf(slice) - 1, row)),
    column: Math.max(0, Math.min(columnsOf(slice) - 1, column)),
  };
}

/** One number per axis, each within its length. */
export function clamp(shape: readonly number[], selection: readonly number[]): number[] {
  return shape.map((length, axis) => Math.max(0, Math.min(length - 1, Math.trunc(selection[axis] ?? 0))));
}

/** The axes that the plane does not show: each wants an index of its own. */
export function otherAxes(slice: Slice): number[] {
  return slice.shape.map((_, axis) => axis).filter((axis) => axis !== slice.rowAxis && axis !== slice.columnAxis);
}

/** The plane as NumPy slices it: `A_prev[0, :, :, 2]`. */
export function sliceText(name: string, slice: Slice): string {
  return indexed(
    name,
    slice.selection.map((i, axis) => (axis === slice.rowAxis || axis === slice.columnAxis ? ':' : i)),
  );
}

/** One cell as NumPy indexes it: `A_prev[0, 1, 2, 3]`. */
export function indexed(name: string, index: readonly (number | string)[]): string {
  return index.length === 0 ? name : `${name}[${index.join(', ')}]`;
}

/** The cell that a key leads to, or undefined if the key is not one that moves. */
export function moved(key: string, wholeGrid: boolean, { row, column }: Place, slice: Slice): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return within(slice, { row: row - 1, column });
    case 'ArrowDown':
      return within(slice, { row: row + 1, column });
    case 'ArrowLeft':
      return within(slice, { row, column: column - 1 });
    case 'ArrowRight':
      return within(slice, { row, column: column + 1 });
    case 'Home':
      return { row: wholeGrid ? 0 : row, column: 0 };
    case 'End':
      return { row: wholeGrid ? rowsOf(slice) - 1 : row, column: columnsOf(slice) - 1 };
    default:
      return undefined;
  }
}
