/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState, type Text } from '@codemirror/state';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { isStale, place, placedMarks, setMarks, shortened, type Mark, type Placed } from './marks.ts';

const CODE = 'def f(a):\n    b = a * 2\n\n    return b\n';
const mark = (line: number, more: Partial<Mark> = {}): Mark => ({ line, severity: 'error', message: 'no', ...more });
const text = (doc: Text, placed: Placed) => doc.sliceString(placed.from, placed.to);

function marked(...marks: Mark[]): EditorState {
  const state = EditorState.create({ doc: CODE, extensions: placedMarks });
  return state.update({ effects: setMarks.of(marks) }).state;
}

function edited(state: EditorState, from: number, to: number, insert = ''): EditorState {
  return state.update({ changes: { from, to, insert } }).state;
}

const only = (state: EditorState) => state.field(placedMarks)[0]!;

for (const [name, given, underlined] of [
  ['a line is underlined without its indentation', mark(2), 'b = a * 2'],
  ['a column is where the underline begins', mark(2, { column: 9 }), 'a * 2'],
  ['a column inside the indentation means the line', mark(2, { column: 1 }), 'b = a * 2'],
  ['a column beyond the line means the line', mark(2, { column: 99 }), 'b = a * 2'],
  ['an empty line has nothing to underline', mark(3), ''],
  ['a line before the first is the first', mark(0), 'def f(a):'],
  ['a line that is no number is the first', mark(Number.NaN), 'def f(a):'],
  ['a line after the last is the last', mark(99), ''],
  ['a judged line that moved is found again', mark(1, { text: '    return b' }), 'return b'],
] as const) {
  test(name, () => {
    const { doc } = EditorState.create({ doc: CODE });
    assert.equal(text(doc, place(doc, given)), underlined);
  });
}

test('of several lines that say what was judged, the nearest is meant', () => {
  const { doc } = EditorState.create({ doc: 'x = 1\ny = 2\nx = 1\nz = 3\nx = 1' });
  assert.equal(doc.lineAt(place(doc, mark(4, { text: 'x = 1' })).from).number, 5);
  assert.equal(doc.lineAt(place(doc, mark(3, { text: 'x = 1' })).from).number, 3);
});

test('a line that no longer says what was judged is marked as stale', () => {
  const { doc } = EditorState.create({ doc: CODE });
  assert.ok(isStale(doc, place(doc, mark(2, { text: '    b = a * 3' }))));
  assert.ok(!isStale(doc, place(doc, mark(2, { text: '    b = a * 2' }))));
});

test('a mark moves with its line and stays fresh', () => {
  const state = edited(marked(mark(2)), 0, 0, 'import numpy as np\n\n');
  assert.equal(text(state.doc, only(state)), 'b = a * 2');
  assert.ok(!isStale(state.doc, only(state)));
});

test('an edit of its line makes a mark stale, and taking the edit back makes it fresh', () => {
  const at = CODE.indexOf('2');
  const changed = edited(marked(mark(2)), at, at + 1, '3');
  assert.ok(isStale(changed.doc, only(changed)));
  const back = edited(changed, at, at + 1, '2');
  assert.ok(!isStale(back.doc, only(back)));
});

test('an edit of another line leaves a mark fresh', () => {
  const state = edited(marked(mark(2)), CODE.length - 2, CODE.length - 1, 'c');
  assert.ok(!isStale(state.doc, only(state)));
});

test('a mark goes away with its line', () => {
  const line = CODE.indexOf('    b');
  assert.deepEqual(edited(marked(mark(2)), line, CODE.indexOf('\n\n')).field(placedMarks), []);
});

test('the mark of an empty line stays on it', () => {
  const state = edited(marked(mark(3)), 0, 0, '# above\n');
  assert.equal(state.doc.lineAt(only(state).from).number, 4);
});

test('new marks take the place of the old ones', () => {
  const state = marked(mark(1), mark(2)).update({ effects: setMarks.of([mark(4)]) }).state;
  assert.deepEqual(
    state.field(placedMarks).map((placed) => text(state.doc, placed)),
    ['return b'],
  );
});

test('a long value is cut to a few lines, a short one is shown as it is', () => {
  assert.equal(shortened('[[1 2]\n [3 4]]'), '[[1 2]\n [3 4]]');
  assert.equal(shortened('x'.repeat(5000)), `${'x'.repeat(1000)} …`);
  assert.equal(shortened('row\n'.repeat(50)).split('\n').length, 12);
});
