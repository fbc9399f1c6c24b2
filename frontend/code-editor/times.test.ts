/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { moment } from './times.ts';

const at = (...[year, month, day, hour]: [number, number, number, number]) =>
  new Date(year, month, day, hour, 3, 4).getTime();
const now = new Date(2031, 4, 6, 15);

for (const [name, milliseconds, said] of [
  ['of today by its time', at(2031, 4, 6, 12), '12:03:04'],
  ['of today that is still to come, after the clock was set back', at(2031, 4, 6, 23), '23:03:04'],
  ['after midnight', at(2031, 4, 6, 0), '00:03:04'],
  ['of this year by its day', at(2031, 4, 5, 9), '5 May, 09:03:04'],
  ['of another year by that too', at(2030, 11, 31, 9), '31 December 2030, 09:03:04'],
  ['that never was by nothing', 0, ''],
  ['that no clock can show by nothing', 1e30, ''],
  ['that is no number by nothing', NaN, ''],
] as const) {
  test(`a moment ${name}`, () => assert.equal(moment(milliseconds, now), said));
}

test('a moment in Chinese', () => {
  assert.equal(moment(at(2031, 4, 6, 0), now, 'zh-Hans'), '00:03:04');
  assert.equal(moment(at(2031, 4, 5, 9), now, 'zh-Hans'), '5月5日 09:03:04');
  assert.equal(moment(at(2030, 11, 31, 9), now, 'zh-Hans'), '2030年12月31日 09:03:04');
});
