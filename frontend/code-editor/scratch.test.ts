/// <reference types="node" />
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Scratch, scratchName } from './scratch.ts';

function store() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
}

test('what is tried out is there again', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const kept = store();
  const scratch = new Scratch(() => kept, scratchName('l1', 'zero_pad'));
  assert.equal(scratch.read(), null);
  scratch.typed(() => 'x = 1');
  mock.timers.tick(399);
  assert.equal(scratch.read(), null);
  scratch.typed(() => 'x = 12');
  mock.timers.tick(400);
  assert.equal(scratch.read(), 'x = 12');
  assert.deepEqual([...kept.items.keys()], ['stride.scratch.l1.zero_pad']);
  mock.timers.reset();
});

test('what leaves the page is kept at once', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const kept = store();
  const scratch = new Scratch(() => kept, scratchName('l1', 'zero_pad'));
  scratch.typed(() => 'x');
  scratch.keep('xy');
  mock.timers.tick(1000);
  assert.equal(scratch.read(), 'xy');
  mock.timers.reset();
});

test('a browser that keeps nothing does no harm', () => {
  const refuse = () => {
    throw new Error('refused');
  };
  const scratch = new Scratch(refuse, 'name');
  scratch.keep('x');
  assert.equal(scratch.read(), null);
});
