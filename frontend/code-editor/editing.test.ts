/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertNewlineAndIndent, redo, toggleComment, undo } from '@codemirror/commands';
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { goingTo, python, replacing, restored, snapshot } from './editing.ts';

const extensions = python();

/** A state whose text has its cursor at the bar. */
function at(text: string): EditorState {
  const doc = text.replace('|', '');
  return EditorState.create({ doc, selection: { anchor: Math.max(text.indexOf('|'), 0) }, extensions });
}

function after(state: EditorState, ...commands: StateCommand[]): EditorState {
  for (const command of commands) {
    command({ state, dispatch: (transaction) => (state = transaction.state) });
  }
  return state;
}

const typed = (state: EditorState, text: string) => state.update(state.replaceSelection(text)).state;
const says = (state: EditorState) => state.doc.toString();

for (const [name, before, indented] of [
  ['in a body keeps its indentation', 'def f(a):\n    b = a|', 'def f(a):\n    b = a\n    '],
  ['after a colon indents by four spaces', 'def f(a):|', 'def f(a):\n    '],
  ['in a nested body keeps the deeper indentation', 'for i in a:\n    if i:\n        i|', 'for i in a:\n    if i:\n        i\n        '],
] as const) {
  test(`Enter ${name}`, () => assert.equal(says(after(at(before), insertNewlineAndIndent)), indented));
}

test('a comment is put before a line and taken away again', () => {
  const commented = after(at('    a = 1|'), toggleComment);
  assert.equal(says(commented), '    # a = 1');
  assert.equal(says(after(commented, toggleComment)), '    a = 1');
});

test('what was typed before a reload can be undone and redone after it', () => {
  const kept = JSON.parse(JSON.stringify(snapshot(typed(at('a = |'), '1'))));
  const state = restored(kept, extensions);
  assert.equal(says(state), 'a = 1');
  assert.equal(says(after(state, undo)), 'a = ');
  assert.equal(says(after(state, undo, redo)), 'a = 1');
});

test('a kept text without a history, or with one that makes no sense, is a text', () => {
  for (const history of [undefined, 'none', { done: [{}] }]) {
    const state = restored({ doc: 'a = 1', selection: { ranges: [{ anchor: 1, head: 1 }], main: 0 }, history }, extensions);
    assert.equal(says(state), 'a = 1');
  }
  assert.equal(says(restored({ doc: 'a', selection: { ranges: [{ anchor: 9, head: 9 }], main: 0 } }, extensions)), 'a');
});

test('a text from the server can be undone, back to what was typed', () => {
  const mine = typed(at('start|'), ' and mine');
  const served = mine.update(replacing(mine, 'start again')).state;
  assert.equal(says(served), 'start again');
  assert.equal(says(after(served, undo)), 'start and mine');
  assert.equal(says(after(served, undo, undo)), 'start');
});

for (const [from, to] of [
  ['aaa', 'aa'],
  ['aa', 'aaa'],
  ['', 'a'],
  ['a', ''],
  ['abc', 'xyz'],
  ['same', 'same'],
  ['one\ntwo\nthree', 'one\n2\nthree'],
] as const) {
  test(`‹${from}› is replaced by ‹${to}›`, () => {
    const state = at(from);
    assert.equal(says(state.update(replacing(state, to)).state), to);
  });
}

test('a cursor after what is replaced stays where it is in the text', () => {
  const state = at('one two |three');
  const replaced = state.update(replacing(state, '1 two three')).state;
  assert.equal(replaced.selection.main.head, '1 two '.length);
});

test('line separators of every kind become line feeds, and nothing else changes', () => {
  const state = at('x');
  assert.equal(says(state.update(replacing(state, 'a\r\nb\rc\n\ufeff\t“\0')).state), 'a\nb\nc\n\ufeff\t“\0');
});

for (const [line, cursor] of [
  [2, 13],
  [0, 0],
  [99, 13],
] as const) {
  test(`going to line ${line} ends inside the text`, () => {
    const state = at('def f():\n    pass');
    const gone = state.update(goingTo(state, line)).state;
    assert.ok(gone.selection.eq(EditorSelection.single(cursor)));
  });
}
