import { drafts, remove, takeOver, write, type Draft, type Place, type Snapshot, type Store } from './drafts';
import { claim, holdLock, leave, present, random } from './editor-id';
import { opening, type Opening, type Served } from './opening';
import type { Page } from './page';
import { Saver } from './saving';
import { draftServer } from './server';

/** What the keeper needs of its editor. */
export interface Editor extends Pick<Page, 'text' | 'most' | 'show' | 'changed'> {
  snapshot(): Snapshot;
}

/** A browser that keeps nothing. */
const NOWHERE: Store = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new Error('refused');
  },
  removeItem: () => undefined,
};

/** Those whose editor was taken off the page: each goes on until the server has its text, or it is there again. */
const behind = new Map<string, Keeper>();

/** Keeps one editor’s text in the browser and on the server, and hears what other tabs do with the same exercise. */
export class Keeper {
  readonly saver: Saver;
  /** Whether the browser keeps the text on screen. */
  kept = true;

  private readonly place: Place;
  private readonly editor: Editor;
  private readonly store = storage(() => localStorage);
  private readonly memory = storage(() => sessionStorage);
  /** Names this editor to the server; a reload goes on under the same name. */
  private readonly name: string;
  private readonly channelName: string;
  private typedAt = 0;
  /** Of an editor that is no more; it may go once the server has heard its text. */
  private taken: Draft | null = null;
  private channel?: BroadcastChannel;
  private release?: () => void;

  constructor(place: Place, editor: Editor) {
    this.place = place;
    this.editor = editor;
    this.channelName = `stride.draft.${place.learner}.${place.exercise}`;
    behind.get(this.channelName)?.saver.stop();
    this.name = claim(this.memory, place);
    const server = draftServer(place, document.baseURI, (input, init) => fetch(input, init));
    this.saver = new Saver(this.name, this.page(), server);
  }

  /** Decides what the editor begins with; once that is on screen, `begin` goes on. */
  async open(served: Served): Promise<Opening> {
    const isPresent = await present();
    const now = Date.now();
    takeOver(this.store, this.place, served.text, random(), now);
    const kept = drafts(this.store, this.place).filter(({ editor }) => editor === this.name || !isPresent(editor));
    return opening(served, this.name, kept, now);
  }

  begin(opened: Opening, certain: boolean): void {
    const { start, unsaved, dropped, served } = opened;
    this.typedAt = unsaved ? start!.at : served.savedAt;
    this.taken = unsaved && start!.editor !== this.name ? start : null;
    dropped.forEach((editor) => remove(this.store, this.place, editor));
    this.saver.begin(opened, certain);
  }

  typed(): void {
    this.typedAt = Date.now();
    this.saver.typed();
  }

  /** When what is on screen was typed, in this browser's milliseconds. */
  get at(): number {
    return this.typedAt;
  }

  /** The editor has come on screen, or is there again. */
  connect(): void {
    behind.delete(this.channelName);
    claim(this.memory, this.place);
    addEventListener('pagehide', this.left);
    addEventListener('pageshow', this.back);
    addEventListener('online', this.seen);
    document.addEventListener('visibilitychange', this.seen);
    this.release = holdLock(this.name);
    this.channel = new BroadcastChannel(this.channelName);
    this.channel.onmessage = ({ data }) => {
      // A tab in the background looks when it comes to the front
      if (!document.hidden) {
        this.saver.look(Number(data));
      }
    };
  }

  /** The editor is taken off the page. */
  disconnect(): void {
    removeEventListener('pagehide', this.left);
    removeEventListener('pageshow', this.back);
    removeEventListener('online', this.seen);
    document.removeEventListener('visibilitychange', this.seen);
    this.left();
    behind.set(this.channelName, this);
    this.channel?.close();
    this.release?.();
  }

  private page(): Page {
    const { editor } = this;
    return {
      text: () => editor.text(),
      most: () => editor.most(),
      show: (text) => editor.show(text),
      changed: () => editor.changed(),
      keep: () => this.keep(),
      saved: (revision) => this.channel?.postMessage(revision),
      settled: (leftover) => remove(this.store, this.place, leftover.editor),
    };
  }

  private keep(): void {
    const { base, sequence, savedAt, unsaved, state } = this.saver;
    const draft = { state: this.editor.snapshot(), base, sequence, unsaved, at: this.typedAt, savedAt, editor: this.name };
    this.kept = write(this.store, this.place, draft);
    if (this.taken && (state === 'saved' || state === 'aside')) {
      remove(this.store, this.place, this.taken.editor);
      this.taken = null;
    }
  }

  private readonly left = () => {
    this.saver.leave();
    storing(() => leave(this.memory, this.place, this.name));
  };

  /** The page was not thrown away: nobody else may take the editor's name. */
  private readonly back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) {
      claim(this.memory, this.place);
      this.saver.look();
    }
  };

  private readonly seen = () => (document.hidden ? this.saver.leave() : this.saver.look());
}

function storage(open: () => Storage): Store {
  try {
    return open();
  } catch {
    return NOWHERE;
  }
}

function storing(write: () => void): void {
  try {
    write();
  } catch {
    // Then a reload begins as another editor, and this one's text is handed over to it
  }
}
