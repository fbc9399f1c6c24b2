/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from './drafts';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { claim, holdLock, leave, present, random } from './editor-id.ts';

const HERE: Place = { learner: 'l1', exercise: 'zero_pad' };

/** What one tab remembers. */
function memory(items = new Map<string, string>()) {
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

test('a new editor has a name that no other has', () => {
  const names = Array.from({ length: 1000 }, random);
  assert.equal(new Set(names).size, 1000);
  assert.ok(names.every((name) => /^[A-Za-z0-9-]{1,64}$/.test(name)));
});

test('a reload goes on under the name that was left', () => {
  const tab = memory();
  const name = claim(tab, HERE);
  leave(tab, HERE, name);
  assert.equal(claim(tab, HERE), name);
});

test('a copy of a tab whose editor is there gets a name of its own', () => {
  const tab = memory();
  leave(tab, HERE, 'mine');
  assert.equal(claim(tab, HERE), 'mine');
  assert.notEqual(claim(memory(new Map(tab.items)), HERE), 'mine');
});

test('each exercise and each learner has editors of its own', () => {
  const tab = memory();
  leave(tab, HERE, 'mine');
  assert.notEqual(claim(tab, { ...HERE, exercise: 'conv_forward' }), 'mine');
  assert.notEqual(claim(tab, { ...HERE, learner: 'l2' }), 'mine');
});

test('an editor is there until it lets go', { skip: !navigator.locks }, async () => {
  const release = holdLock('mine');
  assert.ok((await present())('mine'));
  assert.ok(!(await present())('other'));
  release();
  await new Promise((resolve) => setTimeout(resolve));
  assert.ok(!(await present())('mine'));
});
