/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numpyText } from './numpy-text.ts';

test('an array is written as NumPy writes it', () => {
  assert.equal(
    numpyText([2, 2], [1, -2.5, 0, 1e-5], 'float'),
    'np.array([[1.0, -2.5],\n          [0.0, 1e-05]])',
  );
  assert.equal(
    numpyText([2, 1, 2], [1, 2, 3, 4], 'int'),
    'np.array([[[1, 2]],\n\n          [[3, 4]]])',
  );
});

test('values without a literal of their own are written as NumPy names them', () => {
  assert.equal(numpyText([3], ['NaN', 'Infinity', '-Infinity'], 'float'), 'np.array([np.nan, np.inf, -np.inf])');
  assert.equal(numpyText([2], [1, 0], 'bool'), 'np.array([True, False])');
});

test('a scalar and nothing at all', () => {
  assert.equal(numpyText([], [2], 'float'), 'np.array(2.0)');
  assert.equal(numpyText([0], [], 'float'), 'np.array([], dtype=float)');
});
