/** What the player holds, without its looks: arguments, sizes, the scene that follows from them, and the step. */
import { close, sameShape } from './comparing.ts';
import type { At, Axis, Box, MapSpec, OperationName, Scene, Setup } from './model.ts';
import { outputLength, stepAt } from './operations/common.ts';
import { operations } from './operations/operations.ts';
import { held, type HeldRun, type Run } from './run.ts';
import { grown, inSizes, problemOf, sizesOf, type Problem, type Sizes } from './settings.ts';
import { offset, replaced, tensor, unravel, type Given, type Tensor } from './tensor.ts';

/** What is to be played: an operation with its arguments by NumPy’s names; `dz` is an array of shape (1, 1). */
export interface Play {
  operation: OperationName;
  arrays: Record<string, Given>;
  numbers?: Record<string, number>;
  mode?: 'max' | 'average';
}

export class Player {
  readonly operation: OperationName;
  readonly given: Sizes;
  sizes: Sizes;
  scene!: Scene;
  problem?: Problem;
  step = 0;
  channel = 0;
  /** Whether the learner has changed anything. */
  changed = false;

  private source: Setup;
  private readonly original: Setup;
  private readonly got: Record<string, Tensor>;
  private readonly run: Run | undefined;

  constructor(play: Play, got: Record<string, Given> = {}, run?: Run) {
    this.operation = play.operation;
    const arrays = Object.fromEntries(Object.entries(play.arrays).map(([name, given]) => [name, tensor(given)]));
    this.original = this.source = { arrays, numbers: { ...play.numbers }, mode: play.mode ?? 'max' };
    this.given = this.sizes = sizesOf(play.operation, this.original);
    this.got = Object.fromEntries(Object.entries(got).map(([name, given]) => [name, tensor(given)]));
    this.run = run;
    this.rebuild();
  }

  get at(): At {
    return this.scene.at(this.step, this.channel);
  }

  get mode() {
    return this.operation.startsWith('pool') ? this.source.mode : undefined;
  }

  show(step: number) {
    this.step = Math.max(0, Math.min(this.scene.length - 1, step));
  }

  /** Another example, filter or channel, at the same place otherwise. */
  choose(axis: Axis, index: number) {
    if (this.scene.loop.some(([name]) => name === axis)) {
      this.show(stepAt(this.scene.loop, this.at, axis, index));
    } else {
      this.channel = index;
    }
  }

  resize(name: string, value: number) {
    this.sizes = { ...this.sizes, [name]: value };
    this.changed = true;
    if (!this.find()) {
      this.source = grown(this.source, inSizes(this.operation, this.source, this.sizes));
      this.rebuild();
    }
  }

  setMode(mode: 'max' | 'average') {
    this.source = { ...this.source, mode };
    this.changed = true;
    this.rebuild();
  }

  /** A number that the learner has typed into a map. */
  edit(map: MapSpec, row: number, column: number, value: number) {
    const place = map.place(this.at, row, column);
    const whole = map.edits && this.source.arrays[map.edits];
    if (!whole || place === undefined) {
      return;
    }
    const shown = inSizes(this.operation, this.source, this.sizes).arrays[map.edits!]!;
    const there = offset(whole.shape, unravel(shown.shape, place));
    this.source = { ...this.source, arrays: { ...this.source.arrays, [map.edits!]: replaced(whole, there, value) } };
    this.changed = true;
    this.rebuild();
  }

  reset() {
    this.source = this.original;
    this.sizes = this.given;
    this.changed = false;
    this.rebuild();
  }

  /** What the learner’s code gave for a part, as long as it is about the numbers that are shown. */
  gotOf(part: string | undefined): Tensor | undefined {
    const got = part === undefined || this.changed ? undefined : this.got[part];
    return got && sameShape(got, this.scene.results[part!]!) ? got : undefined;
  }

  /** Parts of another shape than they should be. */
  get misshapen(): { part: string; got: readonly number[]; want: readonly number[] }[] {
    return Object.entries(this.changed ? {} : this.got).flatMap(([part, got]) => {
      const want = this.scene.results[part];
      return want && !sameShape(got, want) ? [{ part, got: got.shape, want: want.shape }] : [];
    });
  }

  /** How what the learner’s code gave compares with what is right; undefined where part of it cannot be drawn and the rest is right. */
  get agreement(): 'right' | 'wrong' | undefined {
    const parts = Object.keys(this.scene.results);
    const drawn = parts.filter((part) => this.gotOf(part));
    const right = (part: string) =>
      this.got[part]!.values.every((value, place) => close(value, this.scene.results[part]!.values[place]!));
    if (!drawn.every(right)) {
      return 'wrong';
    }
    return drawn.length === parts.length ? 'right' : undefined;
  }

  /** The learner’s run beside the right windows; undefined if there is none, or it is about other numbers. */
  get held(): HeldRun | undefined {
    const { f, stride, pad = 0, n_H_prev: height, n_W_prev: width } = this.sizes;
    if (!this.run || this.changed || !f || !stride || !height || !width) {
      return undefined;
    }
    const length = (axis: Axis) => this.scene.loop.find(([name]) => name === axis)?.[1] ?? 1;
    return held(this.run, {
      examples: length('example'),
      last: length('filter') * length('channel'),
      nH: outputLength(height, f, stride, pad),
      nW: outputLength(width, f, stride, pad),
      f,
      stride,
      height: height + 2 * pad,
      width: width + 2 * pad,
    });
  }

  private find(): boolean {
    this.problem = problemOf(this.operation, this.sizes, this.given);
    return this.problem !== undefined;
  }

  private rebuild() {
    if (this.find()) {
      return;
    }
    this.scene = operations[this.operation](inSizes(this.operation, this.source, this.sizes));
    this.channel = Math.min(this.channel, Math.max(0, this.scene.channels - 1));
    this.show(this.step);
  }
}

export function boxWords({ rows, columns }: Box, prefix: string): Record<string, number> {
  return {
    [`${prefix}Top`]: rows[0],
    [`${prefix}Bottom`]: rows[1] - 1,
    [`${prefix}Left`]: columns[0],
    [`${prefix}Right`]: columns[1] - 1,
  };
}

export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
