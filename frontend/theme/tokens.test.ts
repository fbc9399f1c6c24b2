/// <reference types="node" />
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { contrast, mix, parse, token } from './contrast.ts';

const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const steps = Array.from({ length: 101 }, (_, i) => i / 100);

test('contrast agrees with the figures that WCAG gives', () => {
  assert.equal(contrast(parse('#000000'), parse('#ffffff')), 21);
  assert.equal(contrast(parse('#777777'), parse('#ffffff')).toFixed(2), '4.48');
});

test('a mix begins at one colour, ends at the other, and greys stay grey between', () => {
  const [black, white] = [parse('#000000'), parse('#ffffff')];
  assert.deepEqual(mix(black, white, 0).map(Math.round), [0, 0, 0]);
  assert.deepEqual(mix(black, white, 1).map(Math.round), [1, 1, 1]);
  const [red, green, blue] = mix(black, white, 0.5);
  assert.ok(Math.abs(red - green) < 1e-6 && Math.abs(green - blue) < 1e-6);
});

for (const scheme of ['light', 'dark'] as const) {
  const colour = (name: string) => token(tokens, `--stride-${name}`, scheme);

  for (const side of ['negative', 'positive']) {
    test(`${scheme}: numbers can be read on every step of the ${side} scale`, () => {
      for (const step of steps) {
        const cell = mix(colour('heat-zero'), colour(`heat-${side}`), step);
        const ratio = contrast(cell, colour('heat-ink'));
        assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} at ${step}`);
      }
    });

    for (const mark of ['wrong', 'window']) {
      const name = mark === 'wrong' ? 'heat-wrong' : 'window';
      test(`${scheme}: the mark of a ${mark} cell stands out on every step of the ${side} scale`, () => {
        for (const step of steps) {
          const cell = mix(colour('heat-zero'), colour(`heat-${side}`), step);
          const ratio = contrast(cell, colour(name));
          assert.ok(ratio >= 3, `${ratio.toFixed(2)} at ${step}`);
        }
      });
    }
  }

  test(`${scheme}: words can be read on the hatch`, () => {
    assert.ok(contrast(colour('heat-hatch'), colour('heat-ink')) >= 4.5);
  });

  test(`${scheme}: actions and verdicts can be read`, () => {
    for (const [ink, surface] of [
      ['call-ink', 'call'],
      ['call-ink', 'call-hover'],
      ['on-verdict', 'good'],
      ['on-verdict', 'bad'],
      ['good', 'card'],
      ['bad', 'card'],
    ] as const) {
      const ratio = contrast(colour(ink), colour(surface));
      assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} for ${ink} on ${surface}`);
    }
  });

  test(`${scheme}: source code can be read, on emphasized lines, selected and compared too`, () => {
    const compared = ['added', 'added-words', 'removed', 'removed-words'];
    for (const name of ['ink', 'comment', 'keyword', 'string', 'number', 'name']) {
      for (const surface of ['surface', 'emphasis', 'selection', ...compared]) {
        const ratio = contrast(colour(`code-${surface}`), colour(`code-${name}`));
        assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} for ${name} on ${surface}`);
      }
    }
    assert.ok(contrast(colour('code-emphasis'), colour('code-emphasis-bar')) >= 3);
    assert.ok(contrast(colour('code-added-words'), colour('good')) >= 3);
    assert.ok(contrast(colour('code-removed-words'), colour('bad')) >= 3);
  });

  test(`${scheme}: what marks a line of source code stands out`, () => {
    for (const mark of ['bad', 'code-emphasis-bar', 'call', 'code-comment']) {
      assert.ok(contrast(colour('code-surface'), colour(mark)) >= 3, mark);
    }
    for (const ink of ['bad', 'code-name', 'code-ink']) {
      assert.ok(contrast(colour('card'), colour(ink)) >= 4.5, ink);
    }
  });
}
