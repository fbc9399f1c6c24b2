/** A learner’s own run held against the right windows. */
import type { At, Axis, Box } from './model.ts';

/** What one line of the learner’s read: rows h0 to h1 and columns w0 to w1, ends excluded, of the padded input. */
export interface RunWindow {
  line: number;
  h0: number;
  h1: number;
  w0: number;
  w1: number;
  example?: number;
  c0?: number;
  c1?: number;
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
  | { kind: 'differs'; number: number; line: number; got: Box; want: Box; place: Partial<At> }
  | { kind: 'short'; count: number; wanted: number; place: Partial<At> }
  | { kind: 'long'; count: number; wanted: number; line: number };

export interface HeldRun {
  finding: RunFinding;
  /** What the learner’s code read in place of the right window. */
  windowAt(at: At): Box | undefined;
}

type Order = (readonly [Axis | 'last', number])[];

/** Windows may come for every example or for all at once, and filters or channels may come first: what fits best counts. */
export function held(run: readonly RunWindow[], right: Windows): HeldRun {
  const windows = distinct(run, right);
  const { examples, last, nH, nW } = right;
  const inner: Order = [
    ['row', nH],
    ['column', nW],
  ];
  const orders: Order[] = [
    [['example', examples], ...inner],
    inner,
    [['example', examples], ['last', last], ...inner],
    [['last', last], ...inner],
  ];
  const tried = orders.map((order) => ({ order, agreeing: agreeing(windows, order, right) }));
  const best = tried.reduce((one, other) => (fit(other, windows) > fit(one, windows) ? other : one));
  return {
    finding: found(windows, best.order, best.agreeing, right),
    windowAt(at) {
      const place = best.order.reduce((n, [axis, length]) => n * length + (axis === 'last' ? 0 : at[axis]), 0);
      const window = windows[place];
      return window && boxOf(window);
    },
  };
}

/** How well an order fits: first by the windows that agree, then by their number. */
function fit({ order, agreeing: count }: { order: Order; agreeing: number }, windows: readonly RunWindow[]): number {
  return count - (count === windows.length && lengthOf(order) !== count ? 0.5 : 0);
}

/** Without reads of everything, and each window once however many filters or channels it was read for. */
function distinct(run: readonly RunWindow[], { f, height, width }: Windows): RunWindow[] {
  const whole = ({ h0, h1, w0, w1 }: RunWindow) => h1 - h0 === height && w1 - w0 === width && (f < height || f < width);
  const windows = run.filter((window) => !whole(window));
  const same = (a: RunWindow, b: RunWindow) =>
    a.h0 === b.h0 && a.h1 === b.h1 && a.w0 === b.w0 && a.w1 === b.w1 && a.example === b.example;
  return windows.filter((window, i) => i === 0 || !same(window, windows[i - 1]!));
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

function found(windows: readonly RunWindow[], order: Order, count: number, right: Windows): RunFinding {
  const wanted = lengthOf(order);
  if (count < windows.length && count < wanted) {
    const [got, place] = [windows[count]!, placeIn(order, count)];
    return { kind: 'differs', number: count + 1, line: got.line, got: boxOf(got), want: rightBox(place, right), place };
  }
  if (count < wanted) {
    return { kind: 'short', count, wanted, place: placeIn(order, count) };
  }
  return windows.length > wanted
    ? { kind: 'long', count: windows.length, wanted, line: windows[wanted]!.line }
    : { kind: 'same', count };
}
