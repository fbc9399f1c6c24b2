/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { wrongCells } from './comparing.ts';
// @ts-ignore
import { Player, type Play } from './player.ts';
// @ts-ignore
import { held, type Run, type RunWindow } from './run.ts';
// @ts-ignore
import { sizeLines } from './settings.ts';
// @ts-ignore
import { stepAt } from './operations/common.ts';

const counting = (...shape: number[]) => ({
  shape,
  values: Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
});

const play: Play = {
  operation: 'conv_forward',
  arrays: { A_prev: counting(2, 5, 7, 2), W: counting(3, 3, 2, 4), b: counting(1, 1, 1, 4) },
  numbers: { stride: 2, pad: 1 },
};

test('the learner’s sizes make another input, another filter and another output', () => {
  const player = new Player(play);
  player.resize('f', 2);
  player.resize('n_W_prev', 9);
  player.resize('pad', 0);
  assert.deepEqual(player.sizes, { n_H_prev: 5, n_W_prev: 9, f: 2, stride: 2, pad: 0 });
  assert.deepEqual([...player.scene.results['Z']!.shape], [2, 2, 4, 4]);
  assert.equal(player.changed, true);
});

test('the size formula stands there with the learner’s numbers, and says what the scene has', () => {
  const player = new Player(play);
  player.resize('n_H_prev', 6);
  const lines = sizeLines('conv_forward', player.sizes);
  assert.deepEqual(lines[0], {
    name: 'n_H',
    formula: '⌊(n_H_prev − f + 2·pad) / stride⌋ + 1',
    numbers: '⌊(6 − 3 + 2·1) / 2⌋ + 1',
    between: '⌊5 / 2⌋ + 1',
    result: 3,
  });
  assert.deepEqual(lines.map(({ result }) => result), player.scene.results['Z']!.shape.slice(1, 3));
});

test('an impossible choice is explained, and all is well again once it is taken back', () => {
  const player = new Player(play);
  player.resize('f', 8);
  assert.deepEqual(player.problem, { key: 'noFitPadded', words: { f: '8', height: '7', width: '9' } });
  player.resize('f', 3);
  assert.equal(player.problem, undefined);
  player.resize('stride', 0);
  assert.equal(player.problem?.key, 'noStride');
  player.resize('stride', NaN);
  assert.deepEqual(player.problem, { key: 'notWhole', words: { name: 'stride' } });
  player.resize('stride', 1);
  player.resize('pad', -1);
  assert.deepEqual(player.problem, { key: 'tooSmall', words: { name: 'pad', limit: '0' } });
  player.resize('pad', 1);
  player.resize('n_H_prev', 2000);
  assert.equal(player.problem?.key, 'tooLarge');
  player.reset();
  assert.equal(player.problem, undefined);
  assert.equal(player.changed, false);
});

test('what was cut off comes back when it fits again, with the learner’s own numbers', () => {
  const player = new Player(play);
  const input = () => player.scene.panels[0]!.maps[0]!;
  const before = input().values(player.at);
  player.edit(input(), 5, 7, 99);
  assert.equal(input().values(player.at)[5 * 9 + 7], 99);
  player.resize('n_W_prev', 3);
  player.resize('n_W_prev', 7);
  const after = input().values(player.at);
  assert.equal(after[5 * 9 + 7], 99);
  assert.deepEqual(after.toSpliced(5 * 9 + 7, 1), before.toSpliced(5 * 9 + 7, 1));
});

test('padding cannot be edited', () => {
  const player = new Player(play);
  player.edit(player.scene.panels[0]!.maps[0]!, 0, 0, 5);
  assert.equal(player.changed, false);
});

test('an edited number moves the result', () => {
  const player = new Player({ ...play, numbers: { stride: 1, pad: 0 } });
  const before = player.scene.results['Z']!.values[0]!;
  player.edit(player.scene.panels[0]!.maps[0]!, 0, 0, 10);
  // A_prev[0, 0, 0, 0] was 0, and W[0, 0, 0, 0] is 0: the result stays; filter 1 has weight 1 there
  assert.equal(player.scene.results['Z']!.values[0]!, before);
  assert.equal(player.scene.results['Z']!.values[1]! - new Player({ ...play, numbers: { stride: 1, pad: 0 } }).scene.results['Z']!.values[1]!, 10);
});

test('another example or filter is the same place in another plane', () => {
  const player = new Player(play);
  player.show(5);
  player.choose('filter', 3);
  player.choose('example', 1);
  const { example, filter, row, column } = player.at;
  assert.deepEqual([example, filter, row, column], [1, 3, 1, 1]);
  assert.equal(stepAt(player.scene.loop, player.at, 'filter', 3), player.step);
  player.choose('channel', 1);
  assert.equal(player.at.channel, 1);
  assert.equal(player.at.filter, 3);
});

test('steps end where there are no more', () => {
  const player = new Player(play);
  player.show(1e6);
  assert.equal(player.step, player.scene.length - 1);
  player.show(-3);
  assert.equal(player.step, 0);
});

test('a learner’s result is drawn over the right one until the numbers are changed', () => {
  const right = new Player(play).scene.results['Z']!;
  const values = [...right.values];
  values[0]! += 1;
  const player = new Player(play, { Z: { shape: right.shape, values } });
  const output = player.scene.panels[0]!.maps.find(({ part }) => part === 'Z')!;
  const wrong = wrongCells(output, player.at, player.gotOf('Z')!, player.scene.results['Z']!, output.values(player.at));
  assert.deepEqual([...wrong], [[0, { got: values[0], want: right.values[0] }]]);
  assert.equal(player.agreement, 'wrong');
  player.resize('stride', 1);
  assert.equal(player.gotOf('Z'), undefined);
});

test('a result that is right in every cell is said to be so', () => {
  const { results } = new Player(play).scene;
  assert.equal(new Player(play, { Z: results['Z']! }).agreement, 'right');
});

test('results of which one cannot be drawn are not said to be right', () => {
  const backward: Play = {
    operation: 'conv_backward',
    arrays: { A_prev: counting(1, 3, 3, 1), W: counting(2, 2, 1, 1), b: counting(1, 1, 1, 1), dZ: counting(1, 2, 2, 1) },
    numbers: { stride: 1, pad: 0 },
  };
  const { dA_prev, dW, db } = new Player(backward).scene.results;
  assert.equal(new Player(backward, { dA_prev: dA_prev!, dW: dW!, db: db! }).agreement, 'right');
  assert.equal(new Player(backward, { dA_prev: counting(1, 2, 2, 1), dW: dW!, db: db! }).agreement, undefined);
});

test('a result of another shape is told, not drawn', () => {
  const player = new Player(play, { Z: counting(2, 3, 3, 4) });
  assert.equal(player.agreement, undefined);
  assert.deepEqual(player.misshapen, [{ part: 'Z', got: [2, 3, 3, 4], want: [2, 3, 4, 4] }]);
});

const right = { examples: 2, last: 4, nH: 2, nW: 3, f: 3, stride: 2, height: 5, width: 8 };

function windows(stride: number, examples: (number | undefined)[] = [0, 1]): RunWindow[] {
  return examples.flatMap((example) =>
    [0, 1].flatMap((h) =>
      [0, 1, 2].map((w) => {
        const window = { line: 7, h0: h * stride, h1: h * stride + 3, w0: w * stride, w1: w * stride + 3 };
        return example === undefined ? window : { ...window, example };
      }),
    ),
  );
}

function failed(taken: RunWindow[]): Run {
  return { windows: taken, truncated: false, passed: false };
}

test('a run over the right windows is told to be right, for each example or for all at once', () => {
  assert.deepEqual(held(failed(windows(2)), right).finding, { kind: 'same', count: 12 });
  assert.deepEqual(held(failed(windows(2, [undefined])), right).finding, { kind: 'same', count: 6 });
});

test('the first window that differs is told with its line', () => {
  assert.deepEqual(held(failed(windows(1)), right).finding, {
    kind: 'differs',
    number: 2,
    line: 7,
    got: { rows: [0, 3], columns: [1, 4] },
    want: { rows: [0, 3], columns: [2, 5] },
    place: { column: 1, row: 0, example: 0 },
  });
});

test('a run that stops early or goes too far is told so', () => {
  assert.deepEqual(held(failed(windows(2).slice(0, 9)), right).finding, {
    kind: 'short',
    count: 9,
    wanted: 12,
    place: { column: 0, row: 1, example: 1 },
  });
  const further = { line: 9, h0: 4, h1: 5, w0: 0, w1: 3, example: 1 };
  const long = failed([...windows(2), further]);
  assert.deepEqual(held(long, right).finding, { kind: 'long', count: 13, wanted: 12, line: 9 });
});

test('a run that leaves out examples stops early', () => {
  assert.deepEqual(held(failed(windows(2).slice(0, 6)), right).finding, {
    kind: 'short',
    count: 6,
    wanted: 12,
    place: { column: 0, row: 0, example: 1 },
  });
});

test('the right windows in another order are not called wrong', () => {
  const { finding, windowAt } = held(failed(windows(2).toReversed()), right);
  assert.deepEqual(finding, { kind: 'otherOrder', count: 12 });
  assert.equal(windowAt({ step: 0, example: 0, row: 0, column: 0, filter: 0, channel: 0 }), undefined);
  const filters = Array.from({ length: right.last }, () => windows(2)).flat();
  assert.equal(held(failed(filters), right).finding.kind, 'same');
  assert.equal(held(failed(windows(2).slice(0, 11).toReversed()), right).finding.kind, 'differs');
});

test('a run of which not all was noted is right so far, or wrong where it differs', () => {
  const noted = { windows: windows(2).slice(0, 9), truncated: true, passed: false };
  assert.deepEqual(held(noted, right).finding, { kind: 'soFar', count: 9, wanted: 12 });
  assert.equal(held({ ...noted, windows: windows(1).slice(0, 9) }, right).finding.kind, 'differs');
});

test('no window of a run that gives what is right is called wrong', () => {
  const other = held({ windows: windows(1), truncated: false, passed: true }, right);
  assert.deepEqual(other.finding, { kind: 'otherWay' });
  assert.equal(other.windowAt({ step: 1, example: 0, row: 0, column: 1, filter: 0, channel: 0 }), undefined);
  assert.equal(held({ windows: windows(2), truncated: false, passed: true }, right).finding.kind, 'same');
});

test('a step shows what the learner’s code took in its place', () => {
  const player = new Player(
    { operation: 'pool_forward', arrays: { A_prev: counting(2, 5, 8, 1) }, numbers: { f: 3, stride: 2 } },
    {},
    failed(windows(1)),
  );
  player.show(1);
  assert.deepEqual(player.held!.windowAt(player.at), { rows: [0, 3], columns: [1, 4] });
});
