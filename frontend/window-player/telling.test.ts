/// <reference types="node" />
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { fill } from '../words/fill.ts';
// @ts-ignore
import type { OperationName } from './model.ts';
// @ts-ignore
import { Player, type Play } from './player.ts';
// @ts-ignore
import { held, type Run, type RunWindow } from './run.ts';
// @ts-ignore
import { told } from './telling.ts';
// @ts-ignore
import type { Texts } from './texts.ts';

/*
 * Everything that the player says of a mistake, in each language, as files that people read: golden/told_*.md. To write them
 * anew: STRIDE_TRANSCRIPTS=write node --test frontend/window-player/telling.test.ts
 */

const ones = (...shape: number[]) => ({ shape, values: Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 1) });

const conv: Play = {
  operation: 'conv_forward',
  arrays: { A_prev: ones(1, 5, 7, 1), W: ones(3, 3, 1, 1), b: ones(1, 1, 1, 1) },
  numbers: { stride: 2, pad: 1 },
};
const pool: Play = { operation: 'pool_forward', arrays: { A_prev: ones(1, 5, 7, 1) }, numbers: { f: 3, stride: 2 } };

const CHOICES: [Play, string, number][] = [
  [conv, 'stride', 1.5],
  [conv, 'pad', -1],
  [conv, 'n_W_prev', 99],
  [conv, 'stride', 0],
  [conv, 'f', 8],
  [pool, 'f', 6],
];

/** Windows of 3×3 at a stride of 2 over an input of 5×7, in two examples. */
const right = { examples: 2, last: 1, nH: 2, nW: 3, f: 3, stride: 2, height: 5, width: 7 };

function windows(stride: number): RunWindow[] {
  return [0, 1].flatMap((example) =>
    [0, 1].flatMap((h) =>
      [0, 1, 2].map((w) => ({
        line: 12,
        h0: h * stride,
        h1: h * stride + 3,
        w0: w * stride,
        w1: w * stride + 3,
        example,
      })),
    ),
  );
}

const run = (taken: RunWindow[], more: Partial<Run> = {}): Run => ({
  windows: taken,
  truncated: false,
  passed: false,
  ...more,
});

const RUNS: [string, Run][] = [
  ['every window in its order, and a wrong result', run(windows(2))],
  ['the last window first', run(windows(2).toReversed())],
  ['windows that begin at h and w rather than at h * stride and w * stride', run(windows(1))],
  ['the first example only', run(windows(2).slice(0, 6))],
  ['a window beyond the last', run([...windows(2), { line: 14, h0: 4, h1: 5, w0: 0, w1: 3, example: 1 }])],
  ['more than was noted', run(windows(2).slice(0, 9), { truncated: true })],
  ['other pieces of the input, and the right result', run(windows(1), { passed: true })],
];

const Z = new Player(conv).scene.results['Z']!;
const RESULTS: [string, Play['arrays'][string]][] = [
  ['the right one', Z],
  ['one with a wrong cell', { shape: Z.shape, values: [...Z.values].with(0, 100) }],
  ['one of another shape', ones(1, 2, 2, 1)],
];

function transcript(texts: Texts): string {
  const lines = ['# The window player', '', '## A choice that cannot be', ''];
  for (const [play, name, value] of CHOICES) {
    const player = new Player(play);
    player.resize(name, value);
    lines.push(`- \`${play.operation satisfies OperationName}\`, ${name} = ${value}: ${fill(texts[player.problem!.key], player.problem!.words)}`);
  }
  lines.push('', '## A result drawn over the right one', '');
  for (const [name, got] of RESULTS) {
    const player = new Player(conv, { Z: got });
    const { agreement, misshapen } = player;
    const said = agreement ? [texts[agreement === 'right' ? 'comparingRight' : 'comparing']] : [];
    const shapes = misshapen.map(({ part, got: has, want }) =>
      fill(texts.otherShape, { part, got: `(${has.join(', ')})`, want: `(${want.join(', ')})` }),
    );
    lines.push(`- ${name}: ${[...said, ...shapes].join(' ')}`);
  }
  lines.push('', '## The windows that typed code took', '');
  for (const [name, taken] of RUNS) {
    const { key, words, bad, place } = told(held(taken, right).finding);
    lines.push(`- ${name}: ${bad ? '✗ ' : ''}${fill(texts[key], words)}${place ? ` [${texts.runShow}]` : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The texts of a language, by the names that the player knows. */
function textsOf(file: string): Texts {
  const source = readFileSync(new URL(`../../src/main/resources/vaadin-i18n/${file}.properties`, import.meta.url), 'utf8');
  const entries = [...source.matchAll(/^player\.(\w+) = (.*)$/gm)];
  return Object.fromEntries(
    entries.map(([, key, text]) => [key!.replace(/_(.)/g, (_, letter) => letter.toUpperCase()), text]),
  );
}

for (const [language, file] of [['en', 'translations'], ['zh', 'translations_zh']] as const) {
  test(`what the player says of mistakes is as it was read over, ${language}`, () => {
    const golden = new URL(`golden/told_${language}.md`, import.meta.url);
    const texts = textsOf(file);
    const now = transcript(texts);
    if (process.env['STRIDE_TRANSCRIPTS'] === 'write') {
      writeFileSync(golden, now);
    }
    assert.equal(now, readFileSync(golden, 'utf8'));
    assert.doesNotMatch(now, /[{}]|undefined/);
    for (const [key, text] of Object.entries(texts).filter(([key]) => /^(run(?!Show)|no|too|other|comparing)/.test(key))) {
      const pieces = text!.split(/\{\w+\}/);
      assert.ok(now.split('\n').some((line) => pieces.every((piece) => line.includes(piece))), `${key} is told nowhere`);
    }
  });
}
