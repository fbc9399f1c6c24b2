/** What an operation tells the player: maps, and steps that are worked out one by one when they are shown. */
import type { Tensor } from './tensor.ts';

export type OperationName =
  | 'zero_pad'
  | 'conv_single_step'
  | 'conv_forward'
  | 'pool_forward'
  | 'conv_backward'
  | 'create_mask_from_window'
  | 'distribute_value'
  | 'pool_backward';

/** What an operation is called with. Numbers are `f`, `stride`, `pad`, `n_H`, `n_W`, as far as it has them. */
export interface Setup {
  arrays: Record<string, Tensor>;
  numbers: Record<string, number>;
  mode: 'max' | 'average';
}

/** Where the player is. Those that an operation does not loop over are 0, or what the learner chose to see. */
export interface At {
  step: number;
  example: number;
  filter: number;
  channel: number;
  row: number;
  column: number;
}

export type Axis = 'example' | 'filter' | 'channel' | 'row' | 'column';

/** Rows and columns from, included, and to, excluded. */
export interface Box {
  rows: readonly [number, number];
  columns: readonly [number, number];
}

export interface Mark extends Box {
  /** A whole window, the one cell that it is about, the maximum in it, or what the learner’s code read. */
  kind: 'window' | 'cell' | 'best' | 'yours' | 'differs';
}

/** A plane of an array, shown as a heat map. */
export interface MapSpec {
  id: string;
  /** What the array is called in code. */
  name: string;
  shape: readonly number[];
  rows: number;
  columns: number;
  /** How many rows and columns at each side are padding. */
  padding: number;
  bool?: boolean;
  /** Where the scale of colours ends. */
  limit: number;
  whole: boolean;
  /** Its role in the picture, a key of the texts. */
  title: TitleKey;
  /** What stands between it and the map before it. */
  glyph?: string;
  /** Stands below the map before it. */
  under?: boolean;
  /** As narrow as its own numbers are. */
  narrow?: boolean;
  /** The plane as NumPy slices it. */
  plane(at: At): string;
  /** Row by row; null where nothing has been made yet. */
  values(at: At): (number | null)[];
  /** Where a cell lies in the array that it is of; undefined for padding. */
  place(at: At, row: number, column: number): number | undefined;
  /** The argument whose cells these are, if the learner may change them. */
  edits?: string;
  /** The part of the result that it ends up as. */
  part?: string;
  /** Whether its cells are added to at more than one step. */
  grows?: boolean;
}

export type TitleKey =
  | 'input'
  | 'paddedInput'
  | 'window'
  | 'filter'
  | 'bias'
  | 'output'
  | 'products'
  | 'ofInput'
  | 'ofFilter'
  | 'ofBias'
  | 'ofOutput'
  | 'mask'
  | 'share'
  | 'value'
  | 'touched';

export interface Term {
  label: string;
  factors: readonly number[];
  value: number;
  /** Where it is not a product of its factors, such as `6 / 4`. */
  text?: string;
}

/** One line of the formula: `left = a·b + c·d + … + bias = result`. */
export interface Line {
  left: string;
  sign: '=' | '+=';
  /** What becomes of the terms; `each` means one cell for each. */
  how: 'sum' | 'max' | 'mean' | 'each' | 'is';
  terms: readonly Term[];
  sum?: number;
  bias?: number;
  result?: number;
  /** Instead of a number. */
  verdict?: boolean;
}

export interface Step {
  /** By the id of the map. */
  marks: Record<string, Mark[]>;
  lines: Line[];
  /** A key of the texts, and what to fill in. */
  sentence: { key: SentenceKey; words: Record<string, string> };
}

export type SentenceKey =
  | 'padInside'
  | 'padOutside'
  | 'product'
  | 'addBias'
  | 'convolve'
  | 'poolMax'
  | 'poolMean'
  | 'convBack'
  | 'maskTrue'
  | 'maskFalse'
  | 'maskNone'
  | 'shareOne'
  | 'poolBackMax'
  | 'poolBackNone'
  | 'poolBackMean';

export interface Scene {
  /** What the steps go through, the last one fastest. */
  loop: readonly (readonly [Axis, number])[];
  length: number;
  /** Channels to choose from, where the steps do not go through them. */
  channels: number;
  /** Maps that belong together, under the line of code that joins them. */
  panels: { code?: string; maps: MapSpec[] }[];
  at(step: number, channel: number): At;
  step(at: At): Step;
  /** The whole result, by the names of its parts. */
  results: Record<string, Tensor>;
}

export type Operation = (setup: Setup) => Scene;
