/// <reference types="node" />
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fill } from '../words/fill.ts';
import { patternOf, sentencesOf, type Pattern } from './pattern.ts';

const SHAPE = [2, 4, 5, 3];

/** Wrong where the index says so. */
function mask(shape: number[], is: (index: number[]) => boolean): boolean[] {
  const size = shape.reduce((a, b) => a * b, 1);
  return Array.from({ length: size }, (_, offset) => {
    const index: number[] = [];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = offset % shape[axis]!;
      offset = Math.floor(offset / shape[axis]!);
    }
    return is(index);
  });
}

const pattern = (is: (index: number[]) => boolean) => patternOf(SHAPE, mask(SHAPE, is), [1, 2]);

test('all wrong cells lie in the last column', () => {
  assert.deepEqual(
    pattern(([, , w]) => w === 4),
    { kind: 'place', axis: 2, index: 4, end: 'last', whole: true },
  );
  assert.deepEqual(
    pattern(([, h, w]) => w === 4 && h! > 1),
    { kind: 'place', axis: 2, index: 4, end: 'last', whole: false },
  );
});

test('all wrong cells lie in one example, or in one channel', () => {
  assert.deepEqual(
    pattern(([m]) => m === 1),
    { kind: 'place', axis: 0, index: 1, end: 'last', whole: true },
  );
  assert.deepEqual(
    pattern(([, , , c]) => c === 1),
    { kind: 'place', axis: 3, index: 1, end: 'middle', whole: true },
  );
});

test('of several places the one that is wrong as a whole is told', () => {
  assert.deepEqual(patternOf([1, 3, 2], mask([1, 3, 2], ([, h]) => h === 0), null), {
    kind: 'place', axis: 1, index: 0, end: 'first', whole: true,
  });
});

test('right inside and wrong at the border, or the other way round', () => {
  const border = ([, h, w]: number[]) => h === 0 || h === 3 || w === 0 || w === 4;
  assert.deepEqual(pattern(border), { kind: 'border', whole: true });
  assert.deepEqual(
    pattern((index) => border(index) && index[3] !== 1),
    { kind: 'border', whole: false },
  );
  assert.deepEqual(
    pattern((index) => !border(index)),
    { kind: 'inside', whole: true },
  );
});

test('what follows no pattern is not given one', () => {
  assert.equal(pattern(() => false), null);
  assert.equal(pattern(() => true), null);
  assert.equal(
    pattern((index) => index.reduce((a, b) => a + b) % 2 === 0),
    null,
  );
  assert.equal(
    pattern(([m, h, w, c]) => m === 1 && h === 2 && w === 3 && c === 1),
    null,
    'one cell says for itself where it is',
  );
  assert.equal(patternOf([], [true], null), null);
});

const AXES = ['m', 'n_H', 'n_W', 'n_C'];
const TOLD: [string, Pattern | null][] = [
  ['the last column', pattern(([, , w]) => w === 4)],
  ['some cells of the first example', pattern(([m, h]) => m === 0 && h! > 1)],
  ['the channel in the middle', pattern(([, , , c]) => c === 1)],
  ['the border', pattern(([, h, w]) => h === 0 || h === 3 || w === 0 || w === 4)],
  ['some of what lies inside', pattern(([, h, w, c]) => (h === 1 || h === 2) && w! > 0 && w! < 4 && h !== c)],
];

/** To write them anew: STRIDE_TRANSCRIPTS=write node --test frontend/tensor-view/pattern.test.ts */
for (const [language, file] of [['en', 'translations'], ['zh', 'translations_zh']] as const) {
  test(`what is said of where wrong cells lie is as it was read over, ${language}`, () => {
    const golden = new URL(`golden/patterns_${language}.md`, import.meta.url);
    const properties = new URL(`../../src/main/resources/vaadin-i18n/${file}.properties`, import.meta.url);
    const texts = new Map(
      [...readFileSync(properties, 'utf8').matchAll(/^tensor\.pattern\.(\w+) ?= ?(.*)$/gm)].map(([, key, text]) => [
        `pattern${key![0]!.toUpperCase()}${key!.slice(1)}`,
        text!,
      ]),
    );
    const lines = TOLD.map(([where, found]) => {
      const said = sentencesOf(found!, (axis) => AXES[axis]!).map(({ key, words }) => fill(texts.get(key), words));
      return `- ${where}: ${said.join(' ')}`;
    });
    const now = `# Where the wrong cells of an array lie\n\n${lines.join('\n')}\n`;
    if (process.env['STRIDE_TRANSCRIPTS'] === 'write') {
      writeFileSync(golden, now);
    }
    assert.equal(now, readFileSync(golden, 'utf8'));
    assert.doesNotMatch(now, /[{}]|undefined/);
    for (const [key, text] of texts) {
      const pieces = text.split(/\{\w+\}/);
      assert.ok(now.split('\n').some((line) => pieces.every((piece) => line.includes(piece))), `${key} is told nowhere`);
    }
  });
}
