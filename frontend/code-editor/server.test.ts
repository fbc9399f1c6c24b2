/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { draftServer, type Answer } from './server.ts';

const SAVE = { text: 'a', base: 3, editor: 'e1', sequence: 7 };
const OTHER = { revision: 4, savedAt: 99, text: 'b' };

/** A server that always answers the same, and what it was asked. */
function answering(status: number, body: unknown = {}) {
  const asked: { url: string; init: RequestInit }[] = [];
  const server = draftServer({ learner: 'l1', exercise: 'zero_pad' }, 'http://here/course/', async (url, init) => {
    asked.push({ url: String(url), init: init! });
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  });
  return { server, asked };
}

for (const [status, body, answer] of [
  [200, { revision: 4, savedAt: 99 }, { kind: 'draft', revision: 4, savedAt: 99, text: null }],
  [200, { revision: 0 }, { kind: 'draft', revision: 0, savedAt: 0, text: null }],
  [200, OTHER, { kind: 'draft', ...OTHER }],
  [409, OTHER, { kind: 'other', ...OTHER }],
  [204, null, { kind: 'same' }],
  [413, { most: 100_000 }, { kind: 'too-long' }],
  [401, {}, { kind: 'signed-out' }],
  [503, {}, { kind: 'away' }],
  [500, {}, { kind: 'offline' }],
  [404, {}, { kind: 'offline' }],
  [200, 'a page of a proxy', { kind: 'offline' }],
  [200, null, { kind: 'offline' }],
] as [number, unknown, Answer][]) {
  test(`${status} with ${JSON.stringify(body)} is understood as ${answer.kind}`, async () => {
    assert.deepEqual(await answering(status, body).server.save(SAVE), answer);
  });
}

test('no answer is understood as offline', async () => {
  const server = draftServer({ learner: 'l1', exercise: 'zero_pad' }, 'http://here/', () => Promise.reject(new TypeError('failed to fetch')));
  assert.deepEqual(await server.save(SAVE), { kind: 'offline' });
});

test('a save says everything that the server has to know', async () => {
  const { server, asked } = answering(200, OTHER);
  await server.save(SAVE);
  const [{ url, init }] = asked as [(typeof asked)[0]];
  const headers = new Headers(init.headers);
  assert.deepEqual([init.method, url], ['PUT', 'http://here/course/drafts/zero_pad']);
  assert.deepEqual([headers.get('Content-Type'), headers.get('X-Stride-Draft')], ['application/json', '1']);
  assert.equal(headers.get('X-Stride-Learner'), 'l1');
  assert.deepEqual(JSON.parse(String(init.body)), SAVE);
});

test('a choice and a look have addresses and words of their own', async () => {
  const { server, asked } = answering(200, OTHER);
  await server.choose(SAVE, false);
  await server.look(12);
  assert.deepEqual(
    asked.map(({ url, init }) => [init.method, url]),
    [
      ['POST', 'http://here/course/drafts/zero_pad/choice'],
      ['GET', 'http://here/course/drafts/zero_pad'],
    ],
  );
  assert.deepEqual(JSON.parse(String(asked[0]!.init.body)), { ...SAVE, mine: false });
  assert.equal(new Headers(asked[1]!.init.headers).get('X-Stride-Revision'), '12');
  assert.equal(asked[1]!.init.body, undefined);
});

test('half of a surrogate pair and a null byte are sent as what they are', async () => {
  const { server, asked } = answering(200, OTHER);
  await server.save({ ...SAVE, text: '\ud83d\0' });
  const body = new TextDecoder().decode(new TextEncoder().encode(String(asked[0]!.init.body)));
  assert.equal(JSON.parse(body).text, '\ud83d\0');
});

for (const [text, keepalive] of [
  ['x'.repeat(59_000), true],
  ['x'.repeat(60_000), false],
  ['漢'.repeat(20_000), false],
] as const) {
  test(`a last save of ${text.length} characters of ${text[0]} ${keepalive ? 'outlives' : 'cannot outlive'} its page`, async () => {
    const { server, asked } = answering(200, OTHER);
    await server.save({ ...SAVE, text }, true);
    assert.equal(asked[0]!.init.keepalive, keepalive);
  });
}
