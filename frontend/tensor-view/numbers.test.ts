/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { compact, exact, widthOf } from './numbers.ts';

for (const [value, text] of [
  [1.6243453636632417, '1.62'],
  [-0.6117564136500754, '−0.61'],
  [0, '0.00'],
  [-0, '0.00'],
  [0.01, '0.01'],
  [-0.00999, '−1.0e−2'],
  [-0.003, '−3.0e−3'],
  [5e-324, '4.9e−324'],
  [9999, '9999.00'],
  [9999.5, '1.0e4'],
  [-1234567, '−1.2e6'],
  ['NaN', 'nan'],
  ['Infinity', 'inf'],
  ['-Infinity', '−inf'],
] as const) {
  test(`a cell writes the float ${value} as ${text}`, () => assert.equal(compact(value, 'float'), text));
}

for (const [value, text] of [
  [0, '0'],
  [-0, '0'],
  [-7, '−7'],
  [99999, '99999'],
  [100000, '1.0e5'],
] as const) {
  test(`a cell writes the integer ${value} as ${text}`, () => assert.equal(compact(value, 'int'), text));
}

test('booleans are Python’s words', () => {
  assert.equal(compact(1, 'bool'), 'True');
  assert.equal(compact(0, 'bool'), 'False');
  assert.equal(exact(1, 'bool'), 'True');
});

// Each line is what Python prints for the number.
for (const [value, text] of [
  [1.6243453636632417, '1.6243453636632417'],
  [0.1, '0.1'],
  [100, '100.0'],
  [0, '0.0'],
  [-0, '-0.0'],
  [0.0001, '0.0001'],
  [0.00012345678901234567, '0.00012345678901234567'],
  [0.00001, '1e-05'],
  [-1.5e-7, '-1.5e-07'],
  [123456789012345680, '1.2345678901234568e+17'],
  [9007199254740993, '9007199254740992.0'],
  [1e16, '1e+16'],
  [1e22, '1e+22'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  ['NaN', 'nan'],
  ['-Infinity', '-inf'],
] as const) {
  test(`in full, the float ${value} is ${text}`, () => assert.equal(exact(value, 'float'), text));
}

test('a point takes half the room of a digit', () => {
  assert.equal(widthOf('−12.34'), 5.5);
  assert.equal(widthOf('7'), 1);
});

test('integers keep all their digits', () => assert.equal(exact(2 ** 62, 'int'), '4611686018427387904'));
