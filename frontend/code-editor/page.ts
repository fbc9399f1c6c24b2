import type { Draft } from './drafts';

/** How the text on screen stands with the server. */
export type State = 'idle' | 'saved' | 'aside' | 'too-long' | 'offline' | 'away' | 'signed-out';

/** Another text that the learner may take instead of the one on screen. */
export interface Other {
  text: string;
  /** When it was saved, in the server's milliseconds; of what was left over, when it was typed. */
  at: number;
  /** The server's revision that it is, or that it came beside. */
  revision: number;
  /** The draft of an editor that is no more; null if the other text is the server's. */
  leftover: Draft | null;
}

/** What became of the learner's choice. */
export type Chosen = 'here' | 'other' | 'moved' | 'failed';

/** The editor, as the saver sees it. */
export interface Page {
  /** The text on screen. */
  text(): string;
  /** The longest text that the server takes. */
  most(): number;
  /** Brings another text on screen, one undo away from what was there. */
  show(text: string): void;
  /** Writes down in the browser what is there; called before the server hears of it, and after. */
  keep(): void;
  /** The server's draft is the text on screen now. */
  saved(revision: number): void;
  /** The server has what was left over: the browser need not keep it any longer. */
  settled(leftover: Draft): void;
  /** Something that is shown has changed. */
  changed(): void;
}
