/** Arrays of numbers as the operations use them: row-major, any rank. */

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** An array as it comes from the server, or is written in a page: JSON has no word for NaN and the infinities. */
export interface Given {
  shape: readonly number[];
  values: readonly (number | 'NaN' | 'Infinity' | '-Infinity')[];
}

export function tensor({ shape, values }: Given): Tensor {
  return { shape: [...shape], values: Float64Array.from(values, Number) };
}

export function zeros(...shape: number[]): Tensor {
  return { shape, values: new Float64Array(sizeOf(shape)) };
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

export function offset(shape: readonly number[], index: readonly number[]): number {
  let place = 0;
  for (let axis = 0; axis < shape.length; axis++) {
    place = place * shape[axis]! + index[axis]!;
  }
  return place;
}

export function at(array: Tensor, ...index: number[]): number {
  return array.values[offset(array.shape, index)]!;
}

export function add(array: Tensor, value: number, ...index: number[]): void {
  array.values[offset(array.shape, index)]! += value;
}

/** The index of a place in row-major order. */
export function unravel(shape: readonly number[], place: number): number[] {
  const index = new Array<number>(shape.length);
  let rest = place;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return index;
}

/** Of another shape: what is longer goes on with the values from the start, what is shorter is cut. */
export function resized(array: Tensor, shape: readonly number[]): Tensor {
  if (shape.every((length, axis) => length === array.shape[axis])) {
    return array;
  }
  const values = new Float64Array(sizeOf(shape));
  for (let place = 0; place < values.length; place++) {
    const index = unravel(shape, place).map((i, axis) => i % array.shape[axis]!);
    values[place] = array.values[offset(array.shape, index)]!;
  }
  return { shape: [...shape], values };
}

export function replaced(array: Tensor, place: number, value: number): Tensor {
  const values = array.values.slice();
  values[place] = value;
  return { shape: array.shape, values };
}

/** Height and width surrounded by zeros. */
export function padded(images: Tensor, pad: number): Tensor {
  const [m, height, width, channels] = images.shape as [number, number, number, number];
  const result = zeros(m, height + 2 * pad, width + 2 * pad, channels);
  for (let image = 0; image < m; image++) {
    for (let row = 0; row < height; row++) {
      const from = offset(images.shape, [image, row, 0, 0]);
      const line = images.values.subarray(from, from + width * channels);
      result.values.set(line, offset(result.shape, [image, row + pad, pad, 0]));
    }
  }
  return result;
}
