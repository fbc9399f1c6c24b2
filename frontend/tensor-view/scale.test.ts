/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { heatOf, heatOfBoolean, limitOf } from './scale.ts';

test('the scale ends at the greatest magnitude of all linked planes', () => {
  assert.equal(limitOf([1, -3, 2], [0, 2.5, 'NaN']), 3);
});

test('what is not finite does not stretch the scale', () => {
  assert.equal(limitOf([1, 'Infinity', '-Infinity', 'NaN']), 1);
  assert.equal(limitOf(['NaN']), 0);
  assert.equal(limitOf([]), 0);
});

test('zero is neutral, of either sign and on any scale', () => {
  assert.deepEqual(heatOf(0, 3), { side: 'zero', strength: 0 });
  assert.deepEqual(heatOf(-0, 3), { side: 'zero', strength: 0 });
  assert.deepEqual(heatOf(0, 0), { side: 'zero', strength: 0 });
});

test('the same magnitude has the same strength on both sides', () => {
  assert.deepEqual(heatOf(1.5, 3), { side: 'positive', strength: 0.5 });
  assert.deepEqual(heatOf(-1.5, 3), { side: 'negative', strength: 0.5 });
});

test('NaN and the infinities are on neither side', () => {
  for (const value of ['NaN', 'Infinity', '-Infinity'] as const) {
    assert.equal(heatOf(value, 1).side, 'none');
  }
});

test('True has a colour, False has none', () => {
  assert.equal(heatOfBoolean(1).side, 'positive');
  assert.equal(heatOfBoolean(0).side, 'zero');
});
