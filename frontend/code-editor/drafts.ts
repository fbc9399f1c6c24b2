/**
 * What the browser keeps of a text: the text itself with the steps to undo, and which texts of the server it knows. All
 * tabs of one browser share it, and it outlives them.
 */

/** A text with its selection and, as long as there is room, its history: what CodeMirror makes of a state. */
export interface Snapshot {
  doc: string;
  selection: unknown;
  history?: unknown;
}

export interface Draft {
  state: Snapshot;
  /** The prints of the texts that the server is known to have, the latest last. */
  seen: string[];
}

/** Whose text an editor opens with. */
export type Opening = 'served' | 'draft' | 'served-over-draft';

/** The part of the browser's storage that is used here. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

const PREFIX = 'stride.code.';
const MOST_SEEN = 200;

/**
 * Decides between the server's text and the draft. The draft wins as long as it grew out of what the server has; a
 * text that this browser has never seen was put there since, by the server or from another device, so it comes on top
 * of the draft, one undo away from it.
 */
export function opening(served: string, draft: Draft | null): Opening {
  if (!draft) {
    return 'served';
  }
  return draft.state.doc === served || draft.seen.includes(print(served)) ? 'draft' : 'served-over-draft';
}

/** The prints with one more text of the server, without ever growing beyond measure. */
export function withSeen(seen: readonly string[], text: string): string[] {
  const added = print(text);
  return [...seen.filter((one) => one !== added), added].slice(-MOST_SEEN);
}

/** A short name for a text: its length and FNV-1a's hash of it. */
export function print(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

export function storageName(key: string): string {
  return PREFIX + key;
}

export function read(store: Store, key: string): Draft | null {
  try {
    return parse(store.getItem(storageName(key)));
  } catch {
    // A browser may refuse to open its storage.
    return null;
  }
}

/** The draft in a stored text; null if there is none in it. */
export function parse(stored: string | null): Draft | null {
  try {
    const draft = JSON.parse(stored ?? 'null') as Draft | null;
    return typeof draft?.state?.doc === 'string' && Array.isArray(draft.seen) ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, without its history if there is no room for both. Says whether the text is kept. */
export function write(store: Store, key: string, draft: Draft): boolean {
  const { doc, selection } = draft.state;
  for (const state of [draft.state, { doc, selection }]) {
    try {
      store.setItem(storageName(key), JSON.stringify({ state, seen: draft.seen }));
      return true;
    } catch {
      // Full, or refused: try with less.
    }
  }
  return false;
}
