/**
 * Names of editors. A tab remembers which editor it was for a reload, but only while that editor is not there: a tab that
 * is copied, or comes back after the browser was ended, begins as another one.
 */
import type { Place } from './drafts';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = ({ learner, exercise }: Place) => `stride.editor.${learner}.${exercise}`;
const lock = (editor: string) => `stride.editor.${editor}`;

/** The name that was left here, or a new one. */
export function claim(memory: Memory, place: Place): string {
  const left = memory.getItem(name(place));
  memory.removeItem(name(place));
  return left ?? random();
}

/** Leaves a name for whoever comes after this editor. */
export function leave(memory: Memory, place: Place, editor: string): void {
  memory.setItem(name(place), editor);
}

export function random(): string {
  // Not randomUUID, which there is only where the connection is encrypted
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Says to all tabs that an editor is there, until what is returned is called or the tab ends, in whatever way. */
export function holdLock(editor: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  // There are none without encryption: a text may then be handed over while its tab is still there, and is asked about.
  void navigator.locks?.request(lock(editor), () => held).catch(() => undefined);
  return release;
}

/** Tells which editors are there, in any tab. */
export async function present(): Promise<(editor: string) => boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map((one) => one.name));
    return (editor) => names.has(lock(editor));
  } catch {
    return () => false;
  }
}
