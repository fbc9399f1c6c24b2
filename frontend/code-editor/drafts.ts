/**
 * What the browser keeps of a text: the text itself with the steps to undo, and what is known of it on the server. Each
 * editor of each tab has an entry of its own, which outlives it.
 */

import { scratchName } from './scratch.ts';

/** A text with its selection and, as long as there is room, its history: what CodeMirror makes of a state. */
export interface Snapshot {
  doc: string;
  selection: unknown;
  history?: unknown;
}

export interface Entry {
  state: Snapshot;
  /** The revision of the server's text that this one grew from; 0 if the server had none. */
  base: number;
  /** Counts this editor's saves. */
  sequence: number;
  /** Whether it holds anything that the server did not take for its own. */
  unsaved: boolean;
  /** When it was last typed in, in this browser's milliseconds. */
  at: number;
  /** When the server last saved it, in the server's milliseconds. */
  savedAt: number;
}

/** An entry, and whose it is. */
export interface Draft extends Entry {
  editor: string;
}

/** Of one learner, one exercise. */
export interface Place {
  learner: string;
  exercise: string;
}

/** The part of the browser's storage that is used here. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** No browser holds a longer one, and trying takes long. */
const LONGEST = 4_000_000;

/** Under which name previous versions kept the one draft of an exercise. */
const PREVIOUS = 'stride.code.';

const prefix = ({ learner, exercise }: Place) => `stride.draft.${learner}.${exercise}.`;

/** Where it is noted that nothing is to be kept of a learner any more, whatever other tabs still show. */
const forgottenName = (learner: string) => `stride.forgotten.${learner}`;

/** Removes everything that the browser keeps of a learner, for good. */
export function forget(store: Store, learner: string): void {
  names(store, `stride.draft.${learner}.`).forEach((name) => store.removeItem(name));
  names(store, scratchName(learner)).forEach((name) => store.removeItem(name));
  names(store, PREVIOUS).forEach((name) => store.removeItem(name));
  store.setItem(forgottenName(learner), '1');
}

export function storageName(place: Place, editor: string): string {
  return prefix(place) + editor;
}

/** Every draft that the browser keeps in a place. */
export function drafts(store: Store, place: Place): Draft[] {
  return names(store, prefix(place)).flatMap((name) => {
    const entry = parse(store.getItem(name));
    return entry ? [{ ...entry, editor: name.slice(prefix(place).length) }] : [];
  });
}

/** The entry in a stored text; null if there is none in it. */
export function parse(stored: string | null): Entry | null {
  const entry = json(stored) as Partial<Entry> | null;
  if (typeof entry?.state?.doc !== 'string' || typeof entry.unsaved !== 'boolean') {
    return null;
  }
  const numbers = [entry.base, entry.sequence, entry.at, entry.savedAt];
  return numbers.every((number) => Number.isFinite(number)) ? (entry as Entry) : null;
}

/** Keeps a draft, without its history if there is no room for both. Says whether the text is kept. */
export function write(store: Store, place: Place, { editor, ...entry }: Draft): boolean {
  const { doc, selection } = entry.state;
  if (doc.length > LONGEST || store.getItem(forgottenName(place.learner)) !== null) {
    return false;
  }
  for (const state of [entry.state, { doc, selection }]) {
    try {
      store.setItem(storageName(place, editor), JSON.stringify({ ...entry, state }));
      return true;
    } catch {
      // Full, or refused: try with less.
    }
  }
  return false;
}

export function remove(store: Store, place: Place, editor: string): void {
  store.removeItem(storageName(place, editor));
}

/** Makes the draft of a previous version one that no server has; the server’s own text needs no draft. */
export function takeOver(store: Store, place: Place, served: string, editor: string, now: number): void {
  const name = PREVIOUS + place.exercise;
  const { state } = (json(store.getItem(name)) ?? {}) as { state?: Snapshot };
  const draft = { base: 0, sequence: 0, unsaved: true, at: now, savedAt: 0, editor };
  if (typeof state?.doc !== 'string' || state.doc === served || write(store, place, { ...draft, state })) {
    store.removeItem(name);
  }
}

function names(store: Store, start: string): string[] {
  return Array.from({ length: store.length }, (_, i) => store.key(i) ?? '').filter((name) => name.startsWith(start));
}

function json(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? 'null');
  } catch {
    return null;
  }
}
