/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { choice } from './choice.ts';

test('a choice holds for the whole application and for more than a year', () => {
  const cookie = choice('stride-language', 'zh', new URL('http://localhost:8080/'));

  assert.equal(cookie, 'stride-language=zh; Path=/; Max-Age=34560000; SameSite=Lax');
});

test('a choice below a path stays below it, and on a safe connection', () => {
  const cookie = choice('stride-language', 'en', new URL('https://example.org/course/'));

  assert.match(cookie, /; Path=\/course\/;/);
  assert.match(cookie, /; Secure$/);
});
