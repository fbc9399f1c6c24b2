/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from './clock';
import type { Draft } from './drafts';
import type { Opening } from './opening';
import type { Page } from './page';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { Saver } from './saving.ts';
import type { Answer, DraftServer, Save } from './server';

const MOST = 1000;

/** A clock that runs only when it is told to. */
class TestClock implements Clock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];

  now = () => this.time;

  after(milliseconds: number, run: () => void) {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return timer;
  }

  cancel(timer: unknown) {
    this.timers = this.timers.filter((one) => one !== timer);
  }

  async pass(milliseconds: number) {
    const end = this.time + milliseconds;
    for (;;) {
      await settled();
      const next = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) {
        break;
      }
      this.time = Math.max(this.time, next.at);
      this.cancel(next);
      next.run();
    }
    this.time = end;
  }
}

/** Until everything is done that needs no timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

type Request = { kind: 'save' | 'choose' | 'look'; save?: Save; mine?: boolean; last?: boolean; at: number };

/** A server as the contract has it, with one draft. */
class TestServer implements DraftServer {
  requests: Request[] = [];
  draft: { text: string | null; revision: number; savedAt: number; editor: string; sequence: number };
  aside = new Map<string, string>();
  /** What it answers instead of doing anything. */
  instead: Answer | null = null;
  /** Whether it does what it is asked, but nobody hears of it. */
  mute = false;
  /** Holds answers back until it is called. */
  gate: Promise<void> | null = null;

  private readonly clock: Clock;

  constructor(clock: Clock, text: string | null = 'one', revision = 1) {
    this.clock = clock;
    this.draft = { text, revision, savedAt: 10, editor: '', sequence: 0 };
  }

  save(save: Save, last = false) {
    return this.answer({ kind: 'save', save, last, at: this.clock.now() }, () => this.saved(save));
  }

  choose(save: Save, mine: boolean) {
    return this.answer({ kind: 'choose', save, mine, at: this.clock.now() }, () => {
      if (save.base !== this.draft.revision) {
        return this.other();
      }
      if (mine) {
        this.put(save.text, save);
      }
      const { revision, savedAt, text } = this.draft;
      return { kind: 'draft', revision, savedAt, text };
    });
  }

  look(base: number) {
    return this.answer({ kind: 'look', at: this.clock.now() }, () => {
      const { revision, savedAt, text } = this.draft;
      return revision === base ? { kind: 'same' } : { kind: 'draft', revision, savedAt, text };
    });
  }

  /** Somebody else writes. */
  put(text: string, { editor, sequence } = { editor: 'else', sequence: 1 }) {
    const { revision, savedAt } = this.draft;
    this.draft = { text, revision: revision + 1, savedAt: savedAt + 10, editor, sequence };
  }

  texts() {
    return this.requests.flatMap(({ save }) => (save ? [save.text] : []));
  }

  private saved(save: Save): Answer {
    const { draft } = this;
    const own = draft.editor === save.editor && draft.sequence < save.sequence;
    if (save.base === draft.revision || own) {
      this.put(save.text, save);
    } else if (save.text !== draft.text) {
      this.aside.set(save.editor, save.text);
      return this.other();
    }
    return { kind: 'draft', revision: this.draft.revision, savedAt: this.draft.savedAt, text: null };
  }

  private other(): Answer {
    const { revision, savedAt, text } = this.draft;
    return { kind: 'other', revision, savedAt, text: text ?? '' };
  }

  private async answer(request: Request, act: () => Answer): Promise<Answer> {
    this.requests.push(request);
    await this.gate;
    if (this.instead) {
      return this.instead;
    }
    const answer = act();
    return this.mute ? { kind: 'offline' } : answer;
  }
}

class TestPage implements Page {
  doc = 'one';
  kept: { doc: string; sequence: number; base: number; unsaved: boolean }[] = [];
  revisions: number[] = [];
  gone: string[] = [];
  saver!: Saver;

  text = () => this.doc;
  most = () => MOST;
  show = (text: string) => void (this.doc = text);
  changed = () => undefined;
  saved = (revision: number) => void this.revisions.push(revision);
  settled = (leftover: Draft) => void this.gone.push(leftover.editor);
  keep = () => {
    const { sequence, base, unsaved } = this.saver;
    this.kept.push({ doc: this.doc, sequence, base, unsaved });
  };

  type(text: string) {
    this.doc = text;
    this.saver.typed();
  }
}

const draft = (doc: string, base = 1, editor = 'gone', sequence = 3): Draft => ({
  state: { doc, selection: null },
  base,
  sequence,
  unsaved: true,
  at: 77,
  savedAt: 0,
  editor,
});

function opened(change: Partial<Opening> = {}): Opening {
  return {
    start: null,
    unsaved: false,
    apart: false,
    served: { text: 'one', revision: 1, savedAt: 10, editor: '', sequence: 0 },
    sequence: 0,
    leftovers: [],
    dropped: [],
    ...change,
  };
}

function stage(change: Partial<Opening> = {}, certain = true) {
  const clock = new TestClock();
  const server = new TestServer(clock);
  const page = new TestPage();
  const saver = new Saver('me', page, server, clock);
  page.saver = saver;
  const opening = opened(change);
  page.doc = opening.start?.state.doc ?? opening.served.text;
  const begin = () => saver.begin(opening, certain);
  return { clock, server, page, saver, begin };
}

function begun(change: Partial<Opening> = {}, certain = true) {
  const all = stage(change, certain);
  all.begin();
  return all;
}

test('an editor that nobody types in sends nothing', async () => {
  const { clock, server, saver } = begun();
  await clock.pass(60_000);
  assert.deepEqual(server.requests, []);
  assert.equal(saver.state, 'saved');
});

test('the text is saved 400 ms after the last key', async () => {
  const { clock, server, page, saver } = begun();
  page.type('one t');
  await clock.pass(300);
  page.type('one tw');
  await clock.pass(399);
  assert.equal(server.requests.length, 0);
  await clock.pass(1);
  assert.deepEqual(server.requests.map(({ save, at }) => [save, at]), [
    [{ text: 'one tw', base: 1, editor: 'me', sequence: 1 }, 700],
  ]);
  assert.deepEqual([saver.base, saver.savedAt, saver.state, saver.unsaved], [2, 20, 'saved', false]);
  assert.deepEqual(page.revisions, [2]);
});

test('while keys go on the text is saved every 1.2 seconds', async () => {
  const { clock, server, page } = begun();
  for (let i = 1; i <= 100; i++) {
    page.type('x'.repeat(i));
    await clock.pass(100);
  }
  const times = server.requests.map(({ at }) => at);
  assert.ok(times.length >= 7 && times.length <= 9, `${times}`);
  assert.ok(times.every((at, i) => at - (times[i - 1] ?? 0) <= 1300), `${times}`);
});

test('the browser has each text before the server, with the count of its save', async () => {
  const { clock, server, page } = begun();
  server.gate = new Promise(() => undefined);
  page.type('one two');
  await clock.pass(400);
  assert.equal(server.requests.length, 1);
  assert.deepEqual(page.kept.at(-1), { doc: 'one two', sequence: 1, base: 1, unsaved: true });
});

test('one request goes at a time, and the newest text next', async () => {
  const { clock, server, page } = begun();
  let open = () => {};
  server.gate = new Promise((resolve) => (open = resolve));
  page.type('a');
  await clock.pass(2000);
  page.type('b');
  await clock.pass(2000);
  page.type('c');
  await clock.pass(2000);
  assert.deepEqual(server.texts(), ['a']);
  open();
  await clock.pass(0);
  assert.deepEqual(server.texts(), ['a', 'c']);
  assert.equal(server.draft.text, 'c');
});

test('a request that takes long is told, and only as long as it does', async () => {
  const { clock, server, page, saver } = begun();
  let open = () => {};
  server.gate = new Promise((resolve) => (open = resolve));
  page.type('a');
  await clock.pass(400 + 299);
  assert.equal(saver.slow, false);
  await clock.pass(1);
  assert.equal(saver.slow, true);
  open();
  await clock.pass(0);
  assert.equal(saver.slow, false);
});

test('a text that was typed and taken back is not sent', async () => {
  const { clock, server, page } = begun();
  page.type('one!');
  page.type('one');
  await clock.pass(5000);
  assert.deepEqual(server.requests, []);
  assert.equal(page.kept.at(-1)?.doc, 'one');
});

for (const [state, answer] of [
  ['offline', { kind: 'offline' }],
  ['away', { kind: 'away' }],
] as const) {
  test(`${state}: the text is kept, and tried again after 1, 2, 4, 5 and 5 seconds`, async () => {
    const { clock, server, page, saver } = begun();
    server.instead = answer;
    page.type('two');
    await clock.pass(20_000);
    const times = server.requests.map(({ at }) => at);
    assert.deepEqual(times, [400, 1400, 3400, 7400, 12_400, 17_400]);
    assert.deepEqual([saver.state, saver.unsaved], [state, true]);

    page.type('three');
    await clock.pass(400);
    assert.equal(page.kept.at(-1)?.doc, 'three', 'the browser keeps what is typed meanwhile');

    server.instead = null;
    await clock.pass(5000);
    assert.deepEqual([server.draft.text, saver.state], ['three', 'saved']);
    page.type('four');
    server.instead = answer;
    await clock.pass(400 + 1000);
    assert.equal(server.texts().filter((text) => text === 'four').length, 2, 'the pauses begin anew');
  });
}

test('when the network is back there is no waiting', async () => {
  const { clock, server, page, saver } = begun();
  server.instead = { kind: 'offline' };
  page.type('two');
  await clock.pass(3500);
  server.instead = null;
  saver.look();
  await clock.pass(0);
  assert.equal(server.draft.text, 'two');
});

test('an answer that got lost makes no conflict of an editor with itself', async () => {
  const { clock, server, page, saver } = begun();
  server.mute = true;
  page.type('two');
  await clock.pass(400);
  page.type('two three');
  server.mute = false;
  await clock.pass(5000);
  assert.deepEqual([server.draft.text, saver.other, saver.state], ['two three', null, 'saved']);
});

test('without a learner the page says so, and tries again with the next key', async () => {
  const { clock, server, page, saver } = begun();
  server.instead = { kind: 'signed-out' };
  page.type('two');
  await clock.pass(30_000);
  assert.equal(server.requests.length, 1);
  assert.equal(saver.state, 'signed-out');
  page.type('three');
  await clock.pass(400);
  assert.equal(server.requests.length, 2);
});

test('a text that is too long is not sent, and the shortened one is', async () => {
  const { clock, server, page, saver } = begun();
  page.type('x'.repeat(MOST + 1));
  await clock.pass(5000);
  assert.deepEqual([server.requests.length, saver.state], [0, 'too-long']);
  assert.equal(page.kept.at(-1)?.doc.length, MOST + 1);
  page.type('x'.repeat(MOST));
  await clock.pass(400);
  assert.deepEqual([server.draft.text?.length, saver.state], [MOST, 'saved']);
  page.type('x'.repeat(MOST + 1));
  await clock.pass(400);
  page.type('x'.repeat(MOST));
  await clock.pass(400);
  assert.equal(saver.state, 'saved', 'also if it is the one that the server has');
});

test('a server that takes less than it said is believed', async () => {
  const { clock, server, page, saver } = begun();
  server.instead = { kind: 'too-long' };
  page.type('two');
  await clock.pass(30_000);
  assert.deepEqual([server.requests.length, saver.state], [1, 'too-long']);
});

test('a page that goes away sends its latest text, whatever is under way', async () => {
  const { clock, server, page, saver } = begun();
  server.gate = new Promise(() => undefined);
  page.type('a');
  await clock.pass(400);
  page.type('ab');
  saver.leave();
  assert.deepEqual(server.requests.map(({ save, last }) => [save?.text, save?.sequence, last]), [
    ['a', 1, false],
    ['ab', 2, true],
  ]);
  assert.equal(page.kept.at(-1)?.doc, 'ab');
});

test('a page that goes away and stays goes on from its last answer', async () => {
  const { clock, server, page, saver } = begun();
  let open = () => {};
  server.gate = new Promise((resolve) => (open = resolve));
  page.type('a');
  await clock.pass(400);
  page.type('ab');
  saver.leave();
  open();
  await clock.pass(0);
  page.type('abc');
  await clock.pass(400);
  assert.deepEqual([server.draft.text, saver.base, saver.other], ['abc', server.draft.revision, null]);
});

test('a page with nothing new sends nothing when it goes away', async () => {
  const { server, saver } = begun();
  saver.leave();
  await settled();
  assert.deepEqual(server.requests, []);
});

test('what was not saved before is sent when the editor opens', async () => {
  const { clock, server, saver } = begun({ start: draft('one two', 1, 'me'), unsaved: true, sequence: 3 });
  await clock.pass(0);
  assert.deepEqual([server.draft.text, server.draft.sequence, saver.state], ['one two', 4, 'saved']);
});

test('what a closed tab sent at its end, unheard, is no other text', async () => {
  const { clock, server, page, saver, begin } = stage({ start: draft('one two'), unsaved: true });
  server.put('one two', { editor: 'gone', sequence: 4 });
  begin();
  page.type('one two three');
  await clock.pass(5000);
  assert.deepEqual([server.draft.text, saver.other], ['one two three', null]);
});

test('what both changed is asked about at once, and typing goes on and is put aside', async () => {
  const { clock, server, page, saver, begin } = stage({
    start: draft('mine', 0, 'me'),
    unsaved: true,
    apart: true,
  });
  begin();
  assert.deepEqual([saver.other?.text, saver.other?.revision], ['one', 1]);
  await clock.pass(0);
  assert.equal(server.aside.get('me'), 'mine');
  page.type('mine and more');
  await clock.pass(400);
  assert.equal(server.aside.get('me'), 'mine and more');
  assert.deepEqual([saver.state, saver.unsaved, saver.other?.text], ['aside', true, 'one']);
  assert.equal(server.draft.text, 'one');
});

async function apart() {
  const all = begun();
  all.server.put('theirs');
  all.page.type('mine');
  await all.clock.pass(400);
  assert.equal(all.saver.other?.text, 'theirs');
  return all;
}

test('the learner keeps what is here', async () => {
  const { clock, server, page, saver } = await apart();
  assert.equal(await saver.choose(true), 'here');
  assert.deepEqual([server.draft.text, page.doc, saver.other, saver.unsaved], ['mine', 'mine', null, false]);
  page.type('mine again');
  await clock.pass(400);
  assert.deepEqual([server.draft.text, saver.state], ['mine again', 'saved']);
});

test('the learner takes the other text', async () => {
  const { clock, server, page, saver } = await apart();
  assert.equal(await saver.choose(false), 'other');
  assert.deepEqual([server.draft.text, page.doc, saver.other, saver.unsaved], ['theirs', 'theirs', null, false]);
  const { length } = server.requests;
  await clock.pass(5000);
  assert.equal(server.requests.length, length);
  assert.equal(page.kept.at(-1)?.doc, 'theirs');
});

test('if the other text changes before the choice, the learner sees that first', async () => {
  const { server, page, saver } = await apart();
  server.put('theirs, newer');
  assert.equal(await saver.choose(false), 'moved');
  assert.deepEqual([page.doc, saver.other?.text, saver.other?.revision], ['mine', 'theirs, newer', 3]);
  assert.equal(await saver.choose(false), 'other');
  assert.equal(page.doc, 'theirs, newer');
});

test('a choice that does not reach the server is not made', async () => {
  const { server, page, saver } = await apart();
  server.instead = { kind: 'offline' };
  assert.equal(await saver.choose(false), 'failed');
  assert.deepEqual([page.doc, saver.other?.text, saver.state], ['mine', 'theirs', 'offline']);
});

test('keys that come while the choice is on its way are saved after it', async () => {
  const { clock, server, page, saver } = await apart();
  let open = () => {};
  server.gate = new Promise((resolve) => (open = resolve));
  const chosen = saver.choose(true);
  await settled();
  page.type('mine and more');
  await clock.pass(1000);
  open();
  assert.equal(await chosen, 'here');
  await clock.pass(0);
  assert.deepEqual([server.draft.text, saver.other], ['mine and more', null]);
});

test('two texts that have become the same need no choice', async () => {
  const { clock, page, saver } = await apart();
  page.type('theirs');
  await clock.pass(400);
  assert.deepEqual([saver.other, saver.state], [null, 'saved']);
});

test('a tab in which nobody typed shows that there is a newer text, and waits for the choice', async () => {
  const { clock, server, page, saver } = begun();
  server.put('theirs');
  saver.look(2);
  await clock.pass(60_000);
  assert.deepEqual([page.doc, saver.other?.text, saver.unsaved], ['one', 'theirs', false]);
  assert.deepEqual(server.requests.map(({ kind }) => kind), ['look']);
  assert.equal(await saver.choose(false), 'other');
  assert.equal(page.doc, 'theirs');
});

test('word of a revision that is known already asks nothing', async () => {
  const { clock, server, saver } = begun();
  saver.look(1);
  await clock.pass(0);
  assert.deepEqual(server.requests, []);
});

test('a tab that looks and sees what it shows goes on from there', async () => {
  const { clock, server, saver } = begun();
  server.put('one');
  saver.look();
  await clock.pass(0);
  assert.deepEqual([saver.base, saver.other], [2, null]);
});

test('a text that the server puts is not sent back, and what was under way means nothing any more', async () => {
  const { clock, server, page, saver } = begun();
  let open = () => {};
  server.gate = new Promise((resolve) => (open = resolve));
  page.type('mine');
  await clock.pass(400);
  page.type('mine and more');
  server.put('starter');
  page.doc = 'starter';
  saver.put('starter', 2, 20);
  open();
  await clock.pass(5000);
  assert.deepEqual([saver.base, saver.other, saver.state, page.doc], [2, null, 'saved', 'starter']);
  assert.deepEqual(server.texts(), ['mine']);
  assert.deepEqual(page.kept.at(-1), { doc: 'starter', sequence: 1, base: 2, unsaved: false });
});

test('while it is not certain what the server has, it is asked, and nothing is told as saved', async () => {
  const { clock, server, saver, begin } = stage({}, false);
  server.instead = { kind: 'away' };
  begin();
  await clock.pass(0);
  assert.equal(saver.state, 'away');
  server.instead = null;
  await clock.pass(1000);
  assert.deepEqual([saver.state, saver.other], ['saved', null]);
});

test('what closed tabs left goes to the server after this editor’s own text, and is asked about one by one', async () => {
  const [first, second] = [draft('first', 1, 'gone1'), draft('second', 0, 'gone2')];
  const { clock, server, page, saver } = begun({
    start: draft('mine', 1, 'me'),
    unsaved: true,
    leftovers: [first, second],
  });
  await clock.pass(0);
  assert.deepEqual([server.draft.text, server.aside.get('gone1')], ['mine', 'first']);
  assert.equal(saver.other?.leftover, first);

  page.type('mine and more');
  await clock.pass(400);
  assert.deepEqual([server.draft.text, saver.other?.leftover], ['mine and more', first], 'typing goes on');

  assert.equal(await saver.choose(true), 'here');
  await clock.pass(0);
  assert.deepEqual([server.draft.text, page.gone, saver.other?.leftover], ['mine and more', ['gone1'], second]);

  assert.equal(await saver.choose(false), 'other');
  await clock.pass(0);
  assert.deepEqual([server.draft.text, page.doc, page.gone], ['second', 'second', ['gone1', 'gone2']]);
  assert.deepEqual([saver.other, saver.unsaved, saver.base], [null, false, server.draft.revision]);
});

test('what a closed tab left is not asked about if the server has it', async () => {
  const { clock, page, saver } = begun({ leftovers: [draft('one')] });
  await clock.pass(0);
  assert.deepEqual([page.gone, saver.other], [['gone'], null]);
});

test('what a closed tab left waits in the browser while the server is away', async () => {
  const { clock, server, page, saver, begin } = stage({ leftovers: [draft('left', 0)] });
  server.instead = { kind: 'offline' };
  begin();
  await clock.pass(3000);
  assert.deepEqual([page.gone, saver.other], [[], null]);
  server.instead = null;
  await clock.pass(5000);
  assert.equal(saver.other?.text, 'left');
});

test('a draft that the server has lost begins anew with the next key', async () => {
  const { clock, server, page, saver } = begun();
  server.draft = { text: null, revision: 0, savedAt: 0, editor: '', sequence: 0 };
  saver.look();
  await clock.pass(5000);
  assert.deepEqual([server.texts(), saver.base], [[], 0]);
  page.type('two');
  await clock.pass(400);
  assert.deepEqual([server.draft.text, saver.other], ['two', null]);
});

test('nothing happens any more once another editor goes on with the text', async () => {
  const { clock, server, page, saver } = begun();
  server.instead = { kind: 'offline' };
  page.type('two');
  await clock.pass(500);
  saver.stop();
  const { length } = page.kept;
  await clock.pass(60_000);
  assert.equal(server.requests.length, 1);
  assert.equal(page.kept.length, length);
});
