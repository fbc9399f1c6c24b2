/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { drafts, forget, parse, remove, storageName, takeOver, write, type Draft, type Place, type Store } from './drafts.ts';

const HERE: Place = { learner: 'l1', exercise: 'zero_pad' };
const draft = (doc: string, editor = 'e1'): Draft => ({
  state: { doc, selection: null },
  base: 3,
  sequence: 7,
  unsaved: true,
  at: 1000,
  savedAt: 900,
  editor,
});

/** A storage that takes texts up to a length. */
function store(most = Infinity): Store & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (name) => items.get(name) ?? null,
    removeItem: (name) => items.delete(name),
    setItem: (name, value) => {
      if (value.length > most) {
        throw new Error('full');
      }
      items.set(name, value);
    },
  };
}

test('what is kept is found again, each editor’s by itself', () => {
  const kept = store();
  assert.ok(write(kept, HERE, draft('one')));
  assert.ok(write(kept, HERE, draft('two', 'e2')));
  assert.deepEqual(drafts(kept, HERE), [draft('one'), draft('two', 'e2')]);
  remove(kept, HERE, 'e1');
  assert.deepEqual(drafts(kept, HERE), [draft('two', 'e2')]);
});

test('nobody finds another learner’s drafts, or those of another exercise', () => {
  const kept = store();
  write(kept, HERE, draft('mine'));
  assert.deepEqual(drafts(kept, { ...HERE, learner: 'l2' }), []);
  assert.deepEqual(drafts(kept, { ...HERE, learner: 'l' }), []);
  assert.deepEqual(drafts(kept, { ...HERE, exercise: 'zero' }), []);
});

for (const [name, text] of [
  ['tabs, smart quotes and a byte order mark', '\ufeff\tprint(“hello”)'],
  ['a null byte and a right-to-left override', 'a\0b\u202ec'],
  ['half of a surrogate pair', 'x = "\ud83d"'],
] as const) {
  test(`${name} are kept`, () => {
    const kept = store();
    write(kept, HERE, draft(text));
    assert.equal(drafts(kept, HERE)[0]?.state.doc, text);
  });
}

test('if there is no room for the history, the text is kept without it', () => {
  const kept = store(200);
  const state = { doc: 'text', selection: null, history: 'x'.repeat(300) };
  assert.ok(write(kept, HERE, { ...draft(''), state }));
  assert.deepEqual(drafts(kept, HERE), [draft('text')]);
});

test('if there is no room at all, what was kept before stays', () => {
  const kept = store(200);
  assert.ok(write(kept, HERE, draft('before')));
  assert.ok(!write(kept, HERE, draft('x'.repeat(200))));
  assert.deepEqual(drafts(kept, HERE), [draft('before')]);
});

test('a text that no browser has room for is not tried', () => {
  const untouched = store();
  assert.ok(!write(untouched, HERE, draft('x'.repeat(5_000_000))));
  assert.equal(untouched.length, 0);
});

const numbers = '"base":0,"sequence":0,"at":0,"savedAt":0';
for (const stored of [
  null,
  '',
  'null',
  '{',
  '[]',
  '1',
  '{"state":{}}',
  `{"state":{"doc":1},"unsaved":true,${numbers}}`,
  `{"state":{"doc":""},${numbers}}`,
  '{"state":{"doc":""},"unsaved":true,"base":"0","sequence":0,"at":0,"savedAt":0}',
]) {
  test(`${stored} is no draft`, () => assert.equal(parse(stored), null));
}

test('what is no draft is passed over', () => {
  const kept = store();
  kept.setItem(storageName(HERE, 'e1'), '{');
  assert.deepEqual(drafts(kept, HERE), []);
});

const PREVIOUS = 'stride.code.zero_pad';
const previous = (doc: string) => JSON.stringify({ state: { doc, selection: null }, seen: [] });

test('the draft of a previous version is taken over once, as one that no server has', () => {
  const kept = store();
  kept.setItem(PREVIOUS, previous('typed'));
  takeOver(kept, HERE, 'starter', 'new', 5000);
  assert.deepEqual(drafts(kept, HERE), [
    { ...draft('typed', 'new'), base: 0, sequence: 0, unsaved: true, at: 5000, savedAt: 0 },
  ]);
  assert.equal(kept.getItem(PREVIOUS), null);
});

test('a previous draft that says what the server says is not needed', () => {
  const kept = store();
  kept.setItem(PREVIOUS, previous('starter'));
  takeOver(kept, HERE, 'starter', 'new', 5000);
  assert.equal(kept.length, 0);
});

test('a previous draft stays if there is no room to take it over', () => {
  const kept = store(100);
  kept.items.set(PREVIOUS, previous('typed'));
  takeOver(kept, HERE, 'starter', 'new', 5000);
  assert.equal(kept.getItem(PREVIOUS), previous('typed'));
});

test('whoever is forgotten leaves nothing, and no other tab puts it back', () => {
  const kept = store();
  write(kept, HERE, draft('mine'));
  write(kept, { ...HERE, exercise: 'conv_forward' }, draft('mine too'));
  write(kept, { ...HERE, learner: 'l2' }, draft('theirs'));
  kept.setItem(PREVIOUS, '{}');
  kept.setItem('something.else', '1');
  forget(kept, 'l1');
  assert.equal(write(kept, HERE, draft('again')), false);
  assert.deepEqual(drafts(kept, HERE), []);
  assert.deepEqual([...kept.items.keys()], ['stride.draft.l2.zero_pad.e1', 'something.else', 'stride.forgotten.l1']);
});
