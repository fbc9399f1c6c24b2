/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from './drafts';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { opening, type Served } from './opening.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY;

const served = (text: string, revision: number, editor = '', sequence = 0): Served => ({
  text,
  revision,
  savedAt: 5000,
  editor,
  sequence,
});
const saved = (doc: string, base: number, sequence = 1, editor = 'me'): Draft => ({
  state: { doc, selection: null, history: `of ${doc}` },
  base,
  sequence,
  unsaved: false,
  at: NOW - 1000,
  savedAt: 5000,
  editor,
});
const unsaved = (doc: string, base: number, sequence = 1, editor = 'me'): Draft => ({
  ...saved(doc, base, sequence, editor),
  unsaved: true,
});
const open = (page: Served, ...kept: Draft[]) => opening(page, 'me', kept, NOW);

/** What comes on screen. */
function shown(page: Served, ...kept: Draft[]): string {
  const { start, unsaved: lacking, served: known } = open(page, ...kept);
  return start && lacking ? start.state.doc : known.text;
}

test('without a draft the server’s text opens', () => {
  const { start, served: known, leftovers, apart } = open(served('starter', 0));
  assert.deepEqual([start, known.text, leftovers, apart], [null, 'starter', [], false]);
});

test('what was not saved wins over what it grew from', () => {
  assert.equal(shown(served('one', 1), unsaved('one two', 1)), 'one two');
  assert.ok(!open(served('one', 1), unsaved('one two', 1)).apart);
});

test('what was not saved wins over an earlier save of the same editor whose answer got lost', () => {
  const page = served('one two', 2, 'me', 4);
  assert.equal(shown(page, unsaved('one two three', 1, 4)), 'one two three');
  assert.equal(shown(page, unsaved('one two three', 1, 5)), 'one two three');
});

test('a text that the server has is not unsaved', () => {
  const found = open(served('one two', 2, 'me', 4), unsaved('one two', 1, 4));
  assert.equal(found.unsaved, false);
  assert.equal(found.start?.state.history, 'of one two');
});

test('a draft that is older than what its editor sent last never wins', () => {
  assert.equal(shown(served('one two three', 4, 'me', 9), unsaved('one two', 2, 7)), 'one two three');
  assert.deepEqual(open(served('one two three', 4, 'me', 9), unsaved('one two', 2, 7)).leftovers, []);
});

test('a newer text of the server comes silently on top of what was saved', () => {
  const found = open(served('elsewhere', 6, 'other', 3), saved('here', 5));
  assert.deepEqual([found.unsaved, found.apart, found.served.text], [false, false, 'elsewhere']);
  assert.equal(found.start?.state.doc, 'here', 'one undo away');
});

test('a text that the server put in the place of what this editor saved is shown', () =>
  assert.equal(shown(served('starter', 6), saved('here', 5, 9)), 'starter'));

test('what both changed is apart: the own text is shown, and the server’s is asked about', () => {
  const page = served('elsewhere', 6, 'other', 3);
  assert.equal(shown(page, unsaved('here', 5)), 'here');
  assert.ok(open(page, unsaved('here', 5)).apart);
});

test('a server that was set back to an older state does not take away what it has forgotten', () => {
  assert.ok(open(served('old', 2), saved('new', 9)).apart);
  assert.equal(shown(served('old', 2), saved('new', 9)), 'new');
});

test('what a closed tab could not save becomes the text of the next editor', () => {
  const found = open(served('one', 1), unsaved('one two', 1, 3, 'gone'));
  assert.equal(found.start?.editor, 'gone');
  assert.ok(found.unsaved && !found.apart);
  assert.deepEqual([found.leftovers, found.dropped], [[], []]);
});

test('what a closed tab sent, without hearing of it, and then went on with becomes the text', () =>
  assert.equal(shown(served('one', 2, 'gone', 3), unsaved('one two', 1, 3, 'gone')), 'one two'));

test('of several closed tabs the newest goes on, the others are left over', () => {
  const older = { ...unsaved('older', 1, 3, 'gone1'), at: NOW - 9000 };
  const newer = unsaved('newer', 1, 3, 'gone2');
  const found = open(served('one', 1), older, newer);
  assert.equal(found.start, newer);
  assert.deepEqual(found.leftovers, [older]);
});

test('what a closed tab left does not take the place of what this editor has not saved', () => {
  const left = unsaved('theirs', 1, 3, 'gone');
  const found = open(served('one', 1), unsaved('mine', 1), left);
  assert.equal(found.start?.state.doc, 'mine');
  assert.deepEqual(found.leftovers, [left]);
});

test('what a closed tab left beside a newer text of the server is left over', () => {
  const left = unsaved('theirs', 1, 3, 'gone');
  const found = open(served('newer', 2, 'other', 1), left);
  assert.equal(found.unsaved, false);
  assert.deepEqual(found.leftovers, [left]);
});

test('a text that two tabs left is asked about once', () => {
  const [one, two] = [unsaved('same', 1, 3, 'gone1'), unsaved('same', 1, 3, 'gone2')];
  const found = open(served('newer', 2), one, two);
  assert.deepEqual([found.leftovers, found.dropped], [[one], ['gone2']]);
});

test('a new editor begins with what can be undone in a text that the server has', () => {
  const found = open(served('same', 4), saved('same', 4, 2, 'gone'));
  assert.equal(found.start?.state.history, 'of same');
  assert.equal(found.unsaved, false);
});

test('of what others have saved the latest stays, for a month', () => {
  const page = served('now', 9);
  const [old, older] = [{ ...saved('b', 3, 1, 'b'), at: NOW - DAY }, { ...saved('a', 2, 1, 'a'), at: NOW - 2 * DAY }];
  assert.deepEqual(open(page, older, old).dropped, ['a']);
  assert.deepEqual(open(page, { ...old, at: NOW - 31 * DAY }).dropped, ['b']);
});

test('a draft from the future, as a clock that was set back makes it, is kept and opens', () => {
  const future = { ...unsaved('typed', 1, 3, 'gone'), at: NOW + 300 * DAY };
  assert.equal(shown(served('one', 1), future), 'typed');
  assert.deepEqual(open(served('one', 1), { ...future, unsaved: false }).dropped, []);
});

test('while the database is away the browser’s text is shown, without a question', () => {
  const page = served('starter', -1);
  for (const kept of [saved('typed', 4), unsaved('typed', 4), unsaved('typed', 4, 1, 'gone'), saved('typed', 4, 1, 'gone')]) {
    assert.equal(shown(page, kept), 'typed');
    assert.deepEqual([open(page, kept).apart, open(page, kept).served.revision], [false, 4]);
  }
  assert.equal(shown(page), 'starter');
  assert.equal(open(page).served.revision, 0);
});

test('while the database is away, what a closed tab left long ago does not win over what was saved since', () => {
  const found = open(served('starter', -1), saved('now', 9), unsaved('then', 4, 1, 'gone'));
  assert.equal(found.served.text, 'now');
  assert.equal(found.unsaved, false);
  assert.equal(found.leftovers.length, 1);
});

test('the count of an editor’s saves goes on from whichever side knows more', () => {
  assert.equal(open(served('one', 1, 'me', 9), saved('one', 1, 4)).sequence, 9);
  assert.equal(open(served('one', 1, 'me', 3), saved('one', 1, 4)).sequence, 4);
  assert.equal(open(served('one', 1, 'other', 9)).sequence, 0);
});
