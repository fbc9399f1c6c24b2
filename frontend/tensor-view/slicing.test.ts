/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import * as slicing from './slicing.ts';

const { clamp, columnsOf, indexAt, indexed, moved, offsetOf, offsetsOf, otherAxes } = slicing;
const { placeOf, rowsOf, shownAxes, sizeOf, sliceText, within } = slicing;

// All lengths differ, so that no two axes can be mistaken for each other.
const image = { shape: [2, 5, 7, 4], rowAxis: 1, columnAxis: 2, selection: [1, 0, 0, 3] };
const filter = { shape: [3, 2, 4, 8], rowAxis: 0, columnAxis: 1, selection: [0, 0, 2, 5] };
const vector = { shape: [6], rowAxis: -1, columnAxis: 0, selection: [0] };
const scalar = { shape: [], rowAxis: -1, columnAxis: -1, selection: [] };

for (const [shape, names, shown] of [
  [[2, 5, 7, 4], ['m', 'n_H', 'n_W', 'n_C'], [1, 2]],
  [[3, 3, 4, 8], ['f', 'f', 'n_C_prev', 'n_C'], [0, 1]],
  [[3, 3, 4], ['f', 'f', 'n_C_prev'], [0, 1]],
  [[2, 3], ['n_H', 'n_W'], [0, 1]],
  [[6], ['n'], [-1, 0]],
  [[], [], [-1, -1]],
  [[1, 1, 1, 8], ['1', '1', '1', 'n_C'], [-1, 3]],
  [[4, 1, 1, 2], ['m', 'n_H', 'n_W', 'n_C'], [-1, 0]],
  [[1, 1, 1, 1], ['1', '1', '1', 'n_C'], [0, 1]],
] as const) {
  test(`of (${names}) with lengths (${shape}), axes ${shown} are shown first`, () =>
    assert.deepEqual(shownAxes(shape, names), shown));
}

test('offsets count in row-major order', () => {
  const offsets = [];
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 3; j++) {
      for (let k = 0; k < 4; k++) {
        offsets.push(offsetOf([2, 3, 4], [i, j, k]));
      }
    }
  }
  assert.deepEqual(offsets, [...Array(24).keys()]);
  assert.equal(offsetOf([], []), 0);
});

test('a size is the product of the lengths, 1 for a scalar', () => {
  assert.equal(sizeOf([2, 5, 7, 4]), 280);
  assert.equal(sizeOf([]), 1);
  assert.equal(sizeOf([3, 0, 2]), 0);
});

test('the plane’s axes take row and column, the others keep their selection', () => {
  assert.deepEqual(indexAt(image, { row: 4, column: 6 }), [1, 4, 6, 3]);
  assert.deepEqual(indexAt(filter, { row: 2, column: 1 }), [2, 1, 2, 5]);
  assert.deepEqual(indexAt(vector, { row: 0, column: 5 }), [5]);
  assert.deepEqual(indexAt(scalar, { row: 0, column: 0 }), []);
});

test('a plane finds its values, whichever way its axes lie', () => {
  const slice = { shape: [2, 3, 2], rowAxis: 1, columnAxis: 2, selection: [1, 0, 0] };
  assert.deepEqual(offsetsOf(slice), [
    [6, 7],
    [8, 9],
    [10, 11],
  ]);
  assert.deepEqual(offsetsOf({ ...slice, rowAxis: 2, columnAxis: 1 }), [
    [6, 8, 10],
    [7, 9, 11],
  ]);
  assert.deepEqual(offsetsOf(scalar), [[0]]);
});

test('a place outside the plane moves to the nearest inside', () => {
  assert.deepEqual(within(image, { row: 9, column: -1 }), { row: 4, column: 0 });
});

test('an index falls back on its place', () => {
  assert.deepEqual(placeOf(image, [1, 4, 6, 3]), { row: 4, column: 6 });
  assert.deepEqual(placeOf(vector, [5]), { row: 0, column: 5 });
  assert.deepEqual(placeOf(scalar, []), { row: 0, column: 0 });
});

test('a missing axis counts as one row or one column', () => {
  assert.deepEqual([rowsOf(image), columnsOf(image)], [5, 7]);
  assert.deepEqual([rowsOf(vector), columnsOf(vector)], [1, 6]);
  assert.deepEqual([rowsOf(scalar), columnsOf(scalar)], [1, 1]);
});

test('the axes that are not shown are those to choose from', () => {
  assert.deepEqual(otherAxes(image), [0, 3]);
  assert.deepEqual(otherAxes(filter), [2, 3]);
  assert.deepEqual(otherAxes(scalar), []);
});

test('slices and cells are written as NumPy writes them', () => {
  assert.equal(sliceText('A_prev', image), 'A_prev[1, :, :, 3]');
  assert.equal(sliceText('x', vector), 'x[:]');
  assert.equal(sliceText('Z', scalar), 'Z');
  assert.equal(indexed('W', [2, 1, 0, 5]), 'W[2, 1, 0, 5]');
});

test('a selection is cut to the shape', () => {
  assert.deepEqual(clamp([2, 5, 7, 4], [9, -1, 3]), [1, 0, 3, 0]);
  assert.deepEqual(clamp([], [1]), []);
});

for (const [key, wholeGrid, row, column] of [
  ['ArrowUp', false, 1, 3],
  ['ArrowDown', false, 3, 3],
  ['ArrowLeft', false, 2, 2],
  ['ArrowRight', false, 2, 4],
  ['Home', false, 2, 0],
  ['End', false, 2, 6],
  ['Home', true, 0, 0],
  ['End', true, 4, 6],
] as const) {
  test(`${wholeGrid ? 'Ctrl+' : ''}${key} leads from [2, 3] to [${row}, ${column}]`, () => {
    assert.deepEqual(moved(key, wholeGrid, { row: 2, column: 3 }, image), { row, column });
  });
}

test('the arrow keys stop at the edges', () => {
  const [first, last] = [{ row: 0, column: 0 }, { row: 4, column: 6 }];
  for (const key of ['ArrowUp', 'ArrowLeft']) {
    assert.deepEqual(moved(key, false, first, image), first);
  }
  for (const key of ['ArrowDown', 'ArrowRight']) {
    assert.deepEqual(moved(key, false, last, image), last);
  }
});

test('other keys are left alone', () => assert.equal(moved('Tab', false, { row: 0, column: 0 }, image), undefined));
