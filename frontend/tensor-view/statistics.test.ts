/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statisticsOf } from './statistics.ts';

test('a few numbers say what an array is like', () => {
  assert.deepEqual(statisticsOf([2, 4, 4, 4, 5, 5, 7, 9]), { min: 2, max: 9, mean: 5, std: 2, notFinite: 0 });
});

test('what is not finite is counted, and left out of the rest', () => {
  assert.deepEqual(statisticsOf([1, 'NaN', 3, '-Infinity']), { min: 1, max: 3, mean: 2, std: 1, notFinite: 2 });
});

test('nothing is said of nothing', () => {
  assert.equal(statisticsOf([]), null);
  assert.equal(statisticsOf(['NaN', 'Infinity']), null);
});

test('a hundred thousand values are no trouble', () => {
  assert.equal(statisticsOf(Array.from({ length: 100_000 }, (_, i) => i))?.max, 99_999);
});
