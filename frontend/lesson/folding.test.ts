/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { remember, remembered } from './folding.ts';

function store(): { getItem(key: string): string | null; setItem(key: string, value: string): void } {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

test('what was never folded or opened is not remembered', () => {
  assert.equal(remembered(store(), 'zero_pad'), undefined);
});

test('each step is remembered by itself, as it was left last', () => {
  const kept = store();
  remember(kept, 'zero_pad', true);
  remember(kept, 'conv_forward', false);
  remember(kept, 'zero_pad', false);
  remember(kept, 'pool_forward', true);
  assert.deepEqual(
    ['zero_pad', 'conv_forward', 'pool_forward'].map((step) => remembered(kept, step)),
    [false, false, true],
  );
});

test('a value that means nothing is none', () => {
  const kept = store();
  kept.setItem('stride.lesson.zero_pad', 'ajar');
  assert.equal(remembered(kept, 'zero_pad'), undefined);
});
