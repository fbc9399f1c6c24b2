/** A learner’s own run held against the right windows. */
import type { At, Axis, Box } from './model.ts';

/** The windows that the learner’s code took, in order, each once however many filters or channels it was taken for. */
export interface Run {
  windows: readonly RunWindow[];
  /** Whether there was more than was noted. */
  truncated: boolean;
  /** Whether what it gave is right. */
  passed: boolean;
}

/** What one line of the learner’s took: rows h0 to h1 and columns w0 to w1, ends excluded, of the padded input. */
export interface RunWindow {
  line: number;
  h0: number;
  h1: number;
  w0: number;
  w1: number;
  example?: number;
}

/** The windows that are right. */
export interface Windows {
  examples: number;
  /** How many filters or channels, for code that begins with them. */
  last: number;
  nH: number;
  nW: number;
  f: number;
  stride: number;
  height: number;
  width: number;
}

export type RunFinding =
  | { kind: 'same'; count: number }
  /** So far as was noted. */
  | { kind: 'soFar'; count: number; wanted: number }
  /** In an order or in pieces of its own, and right. */
  | { kind: 'otherWay' }
  /** The right ones, in an order of its own. */
  | { kind: 'otherOrder'; count: number }
  | { kind: 'differs'; number: number; line: number; got: Box; want: Box; place: Partial<At> }
  | { kind: 'short'; count: number; wanted: number; place: Partial<At> }
  | { kind: 'long'; count: number; wanted: number; line: number };

export interface HeldRun {
  finding: RunFinding;
  /** What the learner’s code took in place of the right window. */
  windowAt(at: At): Box | undefined;
}

type Order = (readonly [Axis | 'last', number])[];

/** Windows may come for every example or for all at once, and filters or channels may come first: what fits best counts. */
export function held({ windows, truncated, passed }: Run, right: Windows): HeldRun {
  const { examples, last, nH, nW } = right;
  const inner: Order = [
    ['row', nH],
    ['column', nW],
  ];
  const each: Order[] = [
    [['example', examples], ...inner],
    [['example', examples], ['last', last], ...inner],
    [['last', last], ['example', examples], ...inner],
  ];
  const atOnce: Order[] = [inner, [['last', last], ...inner]];
  const orders = windows.some(({ example }) => example !== undefined) ? each : [...atOnce, ...each];
  const tried = orders.map((order) => ({ order, agreeing: agreeing(windows, order, right) }));
  const best = tried.reduce((one, other) => (fit(other, windows) > fit(one, windows) ? other : one));
  const finding = found(windows, best.order, best.agreeing, right, truncated);
  if (finding.kind !== 'same' && finding.kind !== 'soFar') {
    if (passed) {
      return { finding: { kind: 'otherWay' }, windowAt: () => undefined };
    }
    const places = new Set(windows.map(placeOf));
    if (places.size === right.nH * right.nW * (windows[0]!.example === undefined ? 1 : examples) && allRight(windows, right)) {
      return { finding: { kind: 'otherOrder', count: places.size }, windowAt: () => undefined };
    }
  }
  return {
    finding,
    windowAt(at) {
      const place = best.order.reduce((n, [axis, length]) => n * length + (axis === 'last' ? 0 : at[axis]), 0);
      const window = windows[place];
      return window && boxOf(window);
    },
  };
}

function placeOf({ example, h0, w0 }: RunWindow): string {
  return [example, h0, w0].join();
}

/** Whether each by itself is one of the right windows. */
function allRight(windows: readonly RunWindow[], { nH, nW, f, stride }: Windows): boolean {
  const at = (start: number, end: number, n: number) =>
    start % stride === 0 && start / stride < n && end - start === f;
  return windows.every(({ h0, h1, w0, w1 }) => at(h0, h1, nH) && at(w0, w1, nW));
}

/** How well an order fits: first by the windows that agree, then by their number. */
function fit({ order, agreeing: count }: { order: Order; agreeing: number }, windows: readonly RunWindow[]): number {
  return count - (count === windows.length && lengthOf(order) !== count ? 0.5 : 0);
}

function lengthOf(order: Order): number {
  return order.reduce((product, [, length]) => product * length, 1);
}

function placeIn(order: Order, number: number): Partial<At> {
  const place: Partial<At> = {};
  let rest = number;
  for (const [axis, length] of order.toReversed()) {
    if (axis !== 'last') {
      place[axis] = rest % length;
    }
    rest = Math.floor(rest / length);
  }
  return place;
}

function rightBox({ row = 0, column = 0 }: Partial<At>, { f, stride }: Windows): Box {
  return { rows: [row * stride, row * stride + f], columns: [column * stride, column * stride + f] };
}

function boxOf({ h0, h1, w0, w1 }: RunWindow): Box {
  return { rows: [h0, h1], columns: [w0, w1] };
}

function agreeing(windows: readonly RunWindow[], order: Order, right: Windows): number {
  const most = Math.min(windows.length, lengthOf(order));
  for (let number = 0; number < most; number++) {
    const place = placeIn(order, number);
    const [got, want] = [windows[number]!, rightBox(place, right)];
    if (
      got.h0 !== want.rows[0] ||
      got.h1 !== want.rows[1] ||
      got.w0 !== want.columns[0] ||
      got.w1 !== want.columns[1] ||
      (place.example !== undefined && got.example !== undefined && got.example !== place.example)
    ) {
      return number;
    }
  }
  return most;
}

function found(windows: readonly RunWindow[], order: Order, count: number, right: Windows, truncated: boolean): RunFinding {
  const wanted = lengthOf(order);
  if (count < windows.length && count < wanted) {
    const [got, place] = [windows[count]!, placeIn(order, count)];
    return { kind: 'differs', number: count + 1, line: got.line, got: boxOf(got), want: rightBox(place, right), place };
  }
  if (count < wanted && truncated) {
    return { kind: 'soFar', count, wanted };
  }
  if (count < wanted) {
    return { kind: 'short', count, wanted, place: placeIn(order, count) };
  }
  return windows.length > wanted
    ? { kind: 'long', count: windows.length, wanted, line: windows[wanted]!.line }
    : { kind: 'same', count };
}
