/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { MOST_SHOWN, compared, stretches, type Row } from './lines.ts';

/** The rows as patches show them. */
const shown = (rows: readonly Row[]) => rows.map(({ kind, text }) => ({ same: ' ', removed: '-', added: '+' })[kind] + text);
const lines = (count: number, name = 'line') => Array.from({ length: count }, (_, i) => `${name} ${i}`);
const differing = (row: Row) => row.words.map(([from, to]) => row.text.slice(from, to));

test('a line that changed is there twice, as it was before as it is', () =>
  assert.deepEqual(shown(compared('a\nb\nc', 'a\nB\nc')), [' a', '-b', '+B', ' c']));

test('each line has its number in each text', () => {
  const numbers = compared('a\nb\nc', 'a\nx\ny\nc').map(({ before, after }) => [before, after]);
  assert.deepEqual(numbers, [[1, 1], [2, undefined], [undefined, 2], [undefined, 3], [3, 4]]);
});

for (const [name, before, after] of [
  ['nothing from nothing', '', ''],
  ['nothing from something', 'a\nb', ''],
  ['something from nothing', '', 'a\nb'],
  ['a line feed at the end', 'a', 'a\n'],
  ['repeated lines', 'a\na\na', 'a\na'],
  ['a block that moved', 'a\nb\nc\nd', 'c\nd\na\nb'],
  ['odd characters', 'a\0\ud83d\n\u202eb', 'a\0\ud83d\n\u202ec\r'],
] as const) {
  test(`both texts can be read from the rows: ${name}`, () => {
    const rows = compared(before, after);
    const text = (left: string) => rows.filter(({ kind }) => kind !== left).map((row) => row.text).join('\n');
    assert.equal(text('added'), before);
    assert.equal(text('removed'), after);
  });
}

test('a text without a line is no empty line', () => assert.deepEqual(shown(compared('', 'a')), ['+a']));

test('the end of the last line is a line only where it is new', () => {
  assert.deepEqual(shown(compared('a\n', 'b\n')), ['-a', '+b']);
  assert.deepEqual(shown(compared('a', 'a\n')), [' a', '+']);
});

test('texts that say the same differ in no line', () =>
  assert.ok(compared('a\nb\n', 'a\nb\n').every(({ kind }) => kind === 'same')));

test('the words that differ are told, on both sides', () => {
  const [before, after] = compared('    vert_start = h', '    vert_start = h * stride');
  assert.deepEqual(differing(before!), []);
  assert.deepEqual(differing(after!), [' * stride']);
});

test('words that differ are found in the line that they moved to', () => {
  const rows = compared('for h in range(n):\n    use(h)', 'for w in range(n):\n    use(w)');
  assert.deepEqual(rows.map(differing), [['h'], ['h'], ['w'], ['w']]);
});

test('in lines that have nothing in common no word is singled out', () =>
  assert.ok(compared('return None', 'x = np.zeros(3)').every(({ words }) => words.length === 0)));

test('of a long text that did not change only the lines around the change are shown', () => {
  const before = lines(100);
  const rows = compared(before.join('\n'), before.with(50, 'other').join('\n'));
  assert.deepEqual(
    stretches(rows).map(({ kind, from, to, folded }) => [kind, to - from, folded]),
    [['same', 47, true], ['same', 3, false], ['removed', 1, false], ['added', 1, false], ['same', 3, false], ['same', 46, true]],
  );
  assert.deepEqual(
    stretches(rows, [[0, 47]]).map(({ from, to, folded }) => [from, to, folded]).slice(0, 2),
    [[0, 50, false], [50, 51, false]],
  );
});

test('a few lines are not folded', () => assert.ok(stretches(compared('a\nb\nc\nd\ne\nf', 'a\nb\nc\nd\ne\nF')).every(({ folded }) => !folded)));

test('a change without end is shown in part', () => {
  const rows = compared('', lines(5000).join('\n'));
  assert.deepEqual(
    stretches(rows).map(({ kind, to, folded }) => [kind, to, folded]),
    [['added', MOST_SHOWN, false], ['added', 5000, true]],
  );
});

for (const [name, before, after] of [
  ['lines that are all others', lines(10_000).join('\n'), lines(10_000, 'row').join('\n')],
  ['a hundred thousand empty lines', '\n'.repeat(100_000), `x${'\n'.repeat(60_000)}y\n${'\n'.repeat(30_000)}z`],
  ['the same two lines in another rhythm', 'a\nb\n'.repeat(25_000), 'b\na\na\n'.repeat(16_000)],
  ['one line of a hundred thousand characters', 'a+'.repeat(50_000), 'b+'.repeat(50_000)],
] as const) {
  test(`a comparison comes to an end: ${name}`, { timeout: 60_000 }, () => {
    const rows = compared(before, after);
    assert.equal(rows.filter(({ kind }) => kind !== 'added').at(-1)?.text, before.replace(/\n$/, '').split('\n').at(-1));
  });
}
