/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { opening, parse, print, read, withSeen, write, type Draft, type Store } from './drafts.ts';

const draft = (doc: string, ...seen: string[]): Draft => ({ state: { doc, selection: null }, seen: seen.map(print) });

/** A storage that takes texts up to a length. */
function store(most = Infinity): Store & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > most) {
        throw new Error('full');
      }
      items.set(name, value);
    },
  };
}

test('without a draft the server’s text opens', () => assert.equal(opening('starter', null), 'served'));

test('a draft that grew out of the server’s text wins over it', () =>
  assert.equal(opening('starter', draft('starter and more', 'starter')), 'draft'));

test('a draft wins over an older state of itself that the server kept', () =>
  assert.equal(opening('one', draft('one two', 'starter', 'one')), 'draft'));

test('a draft that says what the server says opens with its history', () =>
  assert.equal(opening('same', draft('same')), 'draft'));

test('a text that this browser has never seen comes on top of the draft', () =>
  assert.equal(opening('from another device', draft('mine', 'starter')), 'served-over-draft'));

test('a print tells texts apart that differ in one character', () => {
  assert.notEqual(print('a = 1'), print('a = 2'));
  assert.notEqual(print(''), print('\0'));
});

test('a text seen again is the latest, and the list of those seen stays short', () => {
  assert.deepEqual(withSeen([print('a'), print('b')], 'a'), [print('b'), print('a')]);
  let seen: string[] = [];
  for (let i = 0; i < 1000; i++) {
    seen = withSeen(seen, `text ${i}`);
  }
  assert.equal(seen.length, 200);
  assert.equal(seen.at(-1), print('text 999'));
});

for (const [name, text] of [
  ['tabs, smart quotes and a byte order mark', '\ufeff\tprint(“hello”)'],
  ['a null byte and a right-to-left override', 'a\0b\u202ec'],
  ['half of a surrogate pair', 'x = "\ud83d"'],
] as const) {
  test(`${name} are kept`, () => {
    const kept = store();
    write(kept, 'key', draft(text));
    assert.equal(read(kept, 'key')?.state.doc, text);
  });
}

test('if there is no room for the history, the text is kept without it', () => {
  const kept = store(200);
  const state = { doc: 'text', selection: null, history: 'x'.repeat(300) };
  assert.ok(write(kept, 'key', { state, seen: [] }));
  assert.deepEqual(read(kept, 'key'), draft('text'));
});

test('if there is no room at all, what was kept before stays', () => {
  const kept = store(100);
  assert.ok(write(kept, 'key', draft('before')));
  assert.ok(!write(kept, 'key', draft('x'.repeat(200))));
  assert.equal(read(kept, 'key')?.state.doc, 'before');
});

for (const stored of [null, '', 'null', '{', '[]', '{"state":{}}', '{"state":{"doc":1},"seen":[]}', '{"state":{"doc":""}}']) {
  test(`${stored} is no draft`, () => assert.equal(parse(stored), null));
}

test('a storage that cannot be opened holds no draft', () => {
  const closed = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => undefined,
  };
  assert.equal(read(closed, 'key'), null);
});
