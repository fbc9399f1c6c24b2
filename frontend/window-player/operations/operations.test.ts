/// <reference types="node" />
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { Player, type Play } from '../player.ts';
// @ts-ignore
import type { At, Box, Scene, Step } from '../model.ts';
// @ts-ignore
import type { Given } from '../tensor.ts';

type Golden = Play & { results: Record<string, Given> };
const goldens: Golden[] = JSON.parse(readFileSync(new URL('../golden/operations.json', import.meta.url), 'utf8'));

function sceneOf(play: Play): Scene {
  const player = new Player(play);
  assert.equal(player.problem, undefined);
  return player.scene;
}

function near(got: number, want: number, what: string) {
  assert.ok(Math.abs(got - want) <= 1e-9 + 1e-9 * Math.abs(want), `${what}: ${got}, not ${want}`);
}

function given(values: number[][]): Given {
  return { shape: [1, values.length, values[0]!.length, 1], values: values.flat() };
}

function stepsOf(scene: Scene, channel = 0): { at: At; step: Step }[] {
  return Array.from({ length: scene.length }, (_, i) => {
    const at = scene.at(i, channel);
    return { at, step: scene.step(at) };
  });
}

function mapOf(scene: Scene, id: string) {
  return scene.panels.flatMap(({ maps }) => maps).find((map) => map.id === id)!;
}

const size = ({ rows, columns }: Box) => [rows[1] - rows[0], columns[1] - columns[0]];

for (const [number, golden] of goldens.entries()) {
  const name = `${golden.operation} ${number}`;
  const scene = sceneOf(golden);

  test(`${name}: the result is NumPy’s`, () => {
    for (const [part, want] of Object.entries(golden.results)) {
      const got = scene.results[part]!;
      assert.deepEqual([...got.shape], [...want.shape]);
      want.values.forEach((value, i) => near(got.values[i]!, Number(value), `${part} at ${i}`));
    }
  });

  test(`${name}: at its last step every map that is compared shows NumPy’s numbers`, () => {
    const at = scene.at(scene.length - 1, 0);
    for (const map of scene.panels.flatMap(({ maps }) => maps).filter(({ part }) => part)) {
      const values = map.values(at);
      assert.equal(values.length, map.rows * map.columns);
      let compared = 0;
      values.forEach((value, i) => {
        const place = map.place(at, Math.floor(i / map.columns), i % map.columns);
        if (place !== undefined) {
          near(value!, Number(golden.results[map.part!]!.values[place]), `${map.name} at ${i}`);
          compared++;
        }
      });
      assert.ok(compared > 0, map.name);
    }
  });

  test(`${name}: no step marks anything outside its map, and every line adds up`, () => {
    for (const { at, step } of stepsOf(scene)) {
      for (const [id, marks] of Object.entries(step.marks)) {
        const map = mapOf(scene, id);
        for (const { rows, columns } of marks) {
          assert.ok(rows[0] >= 0 && rows[1] <= map.rows && columns[0] >= 0 && columns[1] <= map.columns, `${id} ${at.step}`);
        }
      }
      for (const line of step.lines) {
        if (line.how === 'sum') {
          const products = line.terms.reduce((sum, { factors }) => sum + factors.reduce((a, b) => a * b, 1), 0);
          near(line.sum!, products, line.left);
          near(line.result!, products + (line.bias ?? 0), line.left);
        }
      }
    }
  });

  test(`${name}: what may be changed is what stands there`, () => {
    const at = scene.at(Math.floor(scene.length / 2), 0);
    for (const map of scene.panels.flatMap(({ maps }) => maps).filter(({ edits }) => edits)) {
      map.values(at).forEach((value, i) => {
        const place = map.place(at, Math.floor(i / map.columns), i % map.columns);
        const want = place === undefined ? 0 : golden.arrays[map.edits!]!.values[place];
        assert.equal(value, want, `${map.name} at ${i}`);
      });
    }
  });
}

test('the vertical edge filter gives −5 and then −4, by the products of its windows', () => {
  const scene = sceneOf({
    operation: 'conv_forward',
    arrays: {
      A_prev: given([
        [3, 0, 1, 2, 7, 4],
        [1, 5, 8, 9, 3, 1],
        [2, 7, 2, 5, 1, 3],
        [0, 1, 3, 1, 7, 8],
        [4, 2, 1, 6, 2, 8],
        [2, 4, 5, 2, 3, 9],
      ]),
      W: { shape: [3, 3, 1, 1], values: [1, 0, -1, 1, 0, -1, 1, 0, -1] },
      b: { shape: [1, 1, 1, 1], values: [0] },
    },
    numbers: { stride: 1, pad: 0 },
  });
  const [first, second] = stepsOf(scene);
  assert.equal(scene.length, 16);
  assert.equal(first!.step.lines[0]!.result, -5);
  assert.equal(second!.step.lines[0]!.result, -4);
  assert.deepEqual(
    first!.step.lines[0]!.terms.map(({ value }) => value),
    [3, 0, -1, 1, 0, -8, 2, 0, -2],
  );
  assert.deepEqual(second!.step.marks['input'], [{ kind: 'window', rows: [0, 3], columns: [1, 4] }]);
  assert.equal(first!.step.lines[0]!.left, 'Z[0, 0, 0, 0]');
});

test('a window of several channels begins with the products of the channel that is shown', () => {
  const { scene } = new Player(goldens.find(({ operation }) => operation === 'conv_forward')!);
  const terms = scene.step(scene.at(3, 2)).lines[0]!.terms;
  assert.equal(terms.length, 27);
  assert.ok(terms.slice(0, 9).every(({ label }) => label.includes(', 2] · ')));
  assert.equal(new Set(terms.map(({ label }) => label)).size, 27);
});

test('what is not made yet is not shown', () => {
  const scene = sceneOf(goldens.find(({ operation }) => operation === 'pool_forward')!);
  const output = mapOf(scene, 'output');
  assert.equal(output.values(scene.at(0, 0)).filter((value) => value !== null).length, 1);
  assert.equal(output.values(scene.at(3, 0)).filter((value) => value !== null).length, 4);
});

test('the largest value of a window is marked, every one of several', () => {
  const scene = sceneOf({
    operation: 'pool_forward',
    arrays: { A_prev: given([[4, 1], [0, 4]]) },
    numbers: { f: 2, stride: 1 },
  });
  const { marks, lines } = scene.step(scene.at(0, 0));
  const best = marks['input']!.filter(({ kind }) => kind === 'best');
  assert.deepEqual(best.map(({ rows, columns }) => [rows[0], columns[0]]), [[0, 0], [1, 1]]);
  assert.equal(lines[0]!.result, 4);
});

test('a gradient goes back along its filter, windows add up, and the middle is touched most', () => {
  const scene = sceneOf({
    operation: 'conv_backward',
    arrays: {
      A_prev: given([[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
      W: { shape: [2, 2, 1, 1], values: [1, 0, 0, 1] },
      b: { shape: [1, 1, 1, 1], values: [0] },
      dZ: given([[1, 0], [0, 1]]),
    },
    numbers: { stride: 1, pad: 0 },
  });
  const last = scene.at(3, 0);
  assert.deepEqual(mapOf(scene, 'dA').values(scene.at(0, 0)), [1, 0, 0, 0, 1, 0, 0, 0, 0]);
  assert.deepEqual(mapOf(scene, 'dA').values(last), [1, 0, 0, 0, 2, 0, 0, 0, 1]);
  assert.deepEqual(mapOf(scene, 'dW').values(last), [6, 8, 12, 14]);
  assert.deepEqual(mapOf(scene, 'db').values(last), [2]);
  assert.deepEqual(mapOf(scene, 'touched').values(last), [1, 2, 1, 2, 4, 2, 1, 2, 1]);
});

test('all of a gradient goes to the maximum, or the same share to each', () => {
  const play = (mode: 'max' | 'average'): Play => ({
    operation: 'pool_backward',
    arrays: { A_prev: given([[1, 3], [4, 2]]), dA: given([[8]]) },
    numbers: { f: 2, stride: 1 },
    mode,
  });
  const [max, average] = [sceneOf(play('max')), sceneOf(play('average'))];
  assert.deepEqual(mapOf(max, 'dA').values(max.at(0, 0)), [0, 0, 8, 0]);
  assert.deepEqual(mapOf(max, 'parts').values(max.at(0, 0)), [0, 0, 1, 0]);
  assert.deepEqual(mapOf(average, 'dA').values(average.at(0, 0)), [2, 2, 2, 2]);
  assert.equal(average.step(average.at(0, 0)).lines[0]!.terms[0]!.text, '8 / (2 · 2)');
});

test('a window with nan has no maximum that it equals', () => {
  const scene = sceneOf({
    operation: 'create_mask_from_window',
    arrays: { x: { shape: [1, 2], values: ['NaN', 2] } },
  });
  assert.deepEqual([...scene.results['mask']!.values], [0, 0]);
  assert.equal(scene.step(scene.at(1, 0)).sentence.key, 'maskNone');
});

test('a single step takes one product at a time, and the bias once at the end', () => {
  const scene = sceneOf({
    operation: 'conv_single_step',
    arrays: {
      a_slice_prev: { shape: [2, 2, 1], values: [1, 2, 3, 4] },
      W: { shape: [2, 2, 1], values: [1, 0, 0, -1] },
      b: { shape: [1, 1, 1], values: [10] },
    },
  });
  assert.equal(scene.length, 5);
  assert.deepEqual(
    stepsOf(scene).map(({ step }) => step.lines[0]!.result),
    [1, 1, 1, -3, 7],
  );
});

test('padding shows where each number comes from', () => {
  const scene = sceneOf({ operation: 'zero_pad', arrays: { X: given([[5]]) }, numbers: { pad: 1 } });
  const keys = stepsOf(scene).map(({ step }) => step.sentence.key);
  assert.deepEqual(keys.indexOf('padInside'), 4);
  assert.equal(keys.filter((key) => key === 'padOutside').length, 8);
  assert.deepEqual(size(scene.step(scene.at(4, 0)).marks['input']![0]!), [1, 1]);
});
