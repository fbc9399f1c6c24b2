/** What a browser keeps under names; see `Storage`. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

const PREFIX = 'stride.lesson.';

/** Whether the reader left the lesson of a step open; undefined if they never folded or opened it. */
export function remembered(store: Store, step: string): boolean | undefined {
  const value = store.getItem(PREFIX + step);
  return value === 'open' ? true : value === 'folded' ? false : undefined;
}

export function remember(store: Store, step: string, open: boolean): void {
  store.setItem(PREFIX + step, open ? 'open' : 'folded');
}
