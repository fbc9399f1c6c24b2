/** A text that is kept in this browser only, such as what somebody tries out. */

const PAUSE_MILLISECONDS = 400;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Keeps one text under one name, after every pause in typing. */
export class Scratch {
  private readonly store: () => Store;
  private readonly name: string;
  private pause?: ReturnType<typeof setTimeout>;

  constructor(store: () => Store, name: string) {
    this.store = store;
    this.name = name;
  }

  /** What was kept the last time; null if nothing was. */
  read(): string | null {
    try {
      return this.store().getItem(this.name);
    } catch {
      // A browser may refuse to open its storage.
      return null;
    }
  }

  /** A key was pressed. */
  typed(text: () => string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.keep(text()), PAUSE_MILLISECONDS);
  }

  keep(text: string): void {
    clearTimeout(this.pause);
    try {
      this.store().setItem(this.name, text);
    } catch {
      // Full, or refused: what is tried out is lost with the page.
    }
  }
}

/** Under which names a learner's texts of this kind are kept. */
export const scratchName = (learner: string, exercise = '') => `stride.scratch.${learner}.${exercise}`;
