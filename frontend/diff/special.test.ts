/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { visible } from './special.ts';

const special = (text: string) => visible(text).filter((piece) => piece.special).map((piece) => piece.text);

for (const [name, text] of [
  ['code', 'def f(a):\n\treturn "é ü 漢字 😀"'],
  ['markup', '<img src=x onerror=alert(1)>'],
] as const) {
  test(`${name} is shown as it is`, () => assert.deepEqual(visible(text), [{ text, special: false }]));
}

for (const [character, code] of [
  ['\0', 'U+0000'],
  ['\r', 'U+000D'],
  ['\u00a0', 'U+00A0'],
  ['\u200b', 'U+200B'],
  ['\u202e', 'U+202E'],
  ['\u2028', 'U+2028'],
  ['\ufeff', 'U+FEFF'],
  ['\ud83d', 'U+D83D'],
  ['\udc00', 'U+DC00'],
  ['\u{e0041}', 'U+E0041'],
] as const) {
  test(`${code} is shown by its number`, () => {
    assert.deepEqual(special(`a${character}b`), [code]);
    assert.deepEqual(special(character + character), [code, code]);
  });
}
