/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { meaning, type Pressed } from './keys.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

test('a question mark opens the sheet, with or without Shift, in either script', () => {
  assert.equal(meaning(pressed('?', { shiftKey: true }), false, true), 'sheet');
  assert.equal(meaning(pressed('?'), false, true), 'sheet');
  assert.equal(meaning(pressed('？'), false, true), 'sheet');
});

test('a question mark that is written, switched off or part of something else means nothing', () => {
  assert.equal(meaning(pressed('?'), true, true), undefined);
  assert.equal(meaning(pressed('?'), false, false), undefined);
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }]) {
    assert.equal(meaning(pressed('?', more), false, true), undefined);
  }
});

test('the steps are turned like pages, from a text too, and whatever a single sign may do', () => {
  for (const writes of [true, false]) {
    assert.equal(meaning(pressed('PageDown', { altKey: true }), writes, false), 'next');
    assert.equal(meaning(pressed('PageUp', { altKey: true }), writes, false), 'previous');
  }
});

test('keys that scroll, and those that browsers have for themselves, mean nothing', () => {
  for (const more of [{}, { ctrlKey: true }, { altKey: true, ctrlKey: true }, { altKey: true, shiftKey: true }]) {
    assert.equal(meaning(pressed('PageDown', more), false, true), undefined);
  }
  assert.equal(meaning(pressed('ArrowRight', { altKey: true }), false, true), undefined);
  assert.equal(meaning(pressed('n'), false, true), undefined);
});
