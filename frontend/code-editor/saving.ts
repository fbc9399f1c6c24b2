import { Pause, browserClock, type Clock } from './clock.ts';
import type { Draft } from './drafts';
import type { Opening } from './opening';
import type { Chosen, Other, Page, State } from './page';
import type { Answer, DraftServer } from './server';
import { Work } from './work.ts';

/** After how long a request is told. */
const SLOW_MILLISECONDS = 300;

/**
 * Brings to the server what is typed: after a pause, every 1.2 seconds while keys go on, one request at a time, again and
 * again until there is an answer. Then it brings what closed tabs have left over.
 */
export class Saver {
  base = 0;
  sequence = 0;
  savedAt = 0;
  state: State = 'idle';
  /** Whether the request under way takes long enough to be told. */
  slow = false;
  other: Other | null = null;

  private readonly editor: string;
  private readonly page: Page;
  private readonly server: DraftServer;
  private readonly clock: Clock;
  private readonly pause: Pause;
  private readonly work: Work;

  /** What the server has heard last; null if that is not certain. */
  private known: string | null = null;
  /** Whether it has put that aside, since its draft is another one. */
  private aside = false;
  /** Texts of which it is not certain whether the server heard them. */
  private doubtful: string[] = [];
  private leftovers: Draft[] = [];
  /** Whether the text on screen is to be sent now, rather than after a pause. */
  private due = false;
  private looking = false;
  private answered = 0;
  /** Counts the texts that the server put here: answers to what was sent before mean nothing any more. */
  private generation = 0;
  private stopped = true;

  constructor(editor: string, page: Page, server: DraftServer, clock: Clock = browserClock) {
    this.editor = editor;
    this.page = page;
    this.server = server;
    this.clock = clock;
    this.pause = new Pause(clock, () => this.flush());
    this.work = new Work(clock, () => this.step().finally(() => page.changed()));
  }

  /** Whether the server has not got the text on screen as its draft. */
  get unsaved(): boolean {
    return this.aside || this.page.text() !== this.known;
  }

  /** Starts with what the editor opened with. */
  begin({ start, unsaved, apart, served, sequence, leftovers }: Opening, certain: boolean): void {
    this.base = apart ? start!.base : served.revision;
    this.sequence = this.answered = sequence;
    this.savedAt = served.savedAt;
    this.known = apart ? null : served.text;
    this.doubtful = unsaved && start ? [start.state.doc] : [];
    this.leftovers = [...leftovers];
    this.other = apart ? { text: served.text, at: served.savedAt, revision: served.revision, leftover: null } : null;
    this.state = !unsaved && certain && served.savedAt ? 'saved' : 'idle';
    this.stopped = false;
    this.due = unsaved;
    this.looking = !certain;
    this.page.changed();
    this.work.go();
  }

  /** A text of the server has taken the place of what was there. */
  put(text: string, revision: number, savedAt: number): void {
    this.generation++;
    this.pause.rest();
    if (revision < 0) {
      this.known = null;
      this.due = true;
      this.work.go();
      return;
    }
    this.other = this.other?.leftover ? this.other : null;
    this.drafted(text, revision, savedAt);
  }

  /** A key was pressed. */
  typed(): void {
    this.pause.key();
  }

  /** Saves what was typed without waiting for a pause. */
  flush(): void {
    if (this.pause.pending) {
      this.pause.rest();
      this.due = true;
      this.page.keep();
      this.page.changed();
      this.work.go();
    }
  }

  /** The page may be going away: whatever is under way, the latest text follows. */
  leave(): void {
    const typed = this.pause.pending;
    this.pause.rest();
    if (this.stopped) {
      return;
    }
    if (typed) {
      this.page.keep();
    }
    if (this.work.interrupted) {
      this.due ||= typed;
    } else if (this.sendable()) {
      void this.save(true);
    }
  }

  /** The server may be there again, or may have another text. */
  look(revision = Infinity): void {
    if (revision > this.base && !this.stopped) {
      this.looking = true;
      this.due ||= !this.pause.pending;
      this.work.hurry();
    }
  }

  /** Makes either the text on screen or the other one the draft; the one that is not chosen goes to the history. */
  async choose(here: boolean): Promise<Chosen> {
    const { other } = this;
    if (!other || this.work.interrupted) {
      return 'failed';
    }
    const choosing = () =>
      other.leftover ? this.chooseLeftover(other.leftover, here) : this.chooseServers(other, here);
    return this.work.instead(choosing).finally(() => this.page.changed());
  }

  /** Nothing happens any more, whatever is answered: another editor goes on with the text. */
  stop(): void {
    this.stopped = true;
    this.generation++;
    this.pause.rest();
    this.work.stop();
  }

  private sendable(): boolean {
    const text = this.page.text();
    return text !== this.known && text.length <= this.page.most();
  }

  /** Does the next thing that there is to do, and says whether there may be another. */
  private async step(): Promise<boolean> {
    if (this.page.text().length > this.page.most()) {
      this.state = 'too-long';
    } else if (this.state === 'too-long' && !this.sendable()) {
      this.state = this.aside ? 'aside' : 'saved';
    }
    if (this.due) {
      this.due = false;
      if (this.sendable()) {
        return this.save(false);
      }
    }
    if (this.looking) {
      return this.compare();
    }
    const leftover = this.leftovers.find(({ state }) => state.doc.length <= this.page.most());
    return leftover && !this.other ? this.handOver(leftover) : false;
  }

  private async save(last: boolean): Promise<boolean> {
    const text = this.page.text();
    const sequence = ++this.sequence;
    const { generation } = this;
    this.page.keep();
    const answer = await this.asked(
      this.server.save({ text, base: this.base, editor: this.editor, sequence }, last),
    );
    if (generation !== this.generation || sequence < this.answered) {
      return true;
    }
    switch (answer.kind) {
      case 'draft':
        this.answered = sequence;
        this.other = this.other?.leftover ? this.other : null;
        this.drafted(text, answer.revision, answer.savedAt);
        return true;
      case 'other':
        this.answered = sequence;
        this.putAside(text, answer);
        return true;
      default:
        this.doubtful = [...this.doubtful.slice(-20), text];
        this.due = true;
        return this.troubled(answer);
    }
  }

  private putAside(text: string, { revision, savedAt, text: other }: Answer & { kind: 'other' }): void {
    const grown = this.doubtful.includes(other);
    this.doubtful = [];
    if (grown || (revision === 0 && this.base > 0)) {
      // That is what this text grew from, or there is none any more
      this.base = revision;
      this.due = true;
      return;
    }
    this.known = text;
    this.aside = true;
    this.other = { text: other, at: savedAt, revision, leftover: null };
    this.state = 'aside';
    this.work.succeeded();
    this.page.keep();
  }

  /** Asks what the server has. */
  private async compare(): Promise<boolean> {
    const { generation } = this;
    const answer = await this.asked(this.server.look(this.base));
    if (generation !== this.generation) {
      return true;
    }
    switch (answer.kind) {
      case 'same':
        this.looking = false;
        this.recovered();
        return true;
      case 'draft':
        this.looking = false;
        this.found(answer.text, answer.revision, answer.savedAt);
        return true;
      default:
        return this.troubled(answer);
    }
  }

  private found(text: string | null, revision: number, savedAt: number): void {
    if (text === null) {
      this.base = this.savedAt = 0;
      this.recovered();
    } else if (text === this.page.text()) {
      this.other = this.other?.leftover ? this.other : null;
      this.drafted(text, revision, savedAt);
    } else if (this.doubtful.includes(text)) {
      this.base = revision;
      this.due = true;
    } else if (revision !== this.base) {
      this.other = { text, at: savedAt, revision, leftover: null };
      this.recovered();
    }
  }

  private recovered(): void {
    this.work.succeeded();
    if (this.page.text().length <= this.page.most()) {
      this.state = this.aside ? 'aside' : this.savedAt ? 'saved' : 'idle';
    }
  }

  /** Brings to the server what an editor that is no more has left over. */
  private async handOver(leftover: Draft): Promise<boolean> {
    const { base, editor, sequence } = leftover;
    const text = leftover.state.doc;
    if (text === this.known && !this.aside) {
      this.settle(leftover);
      return true;
    }
    const answer = await this.asked(this.server.save({ text, base, editor, sequence: sequence + 1 }));
    switch (answer.kind) {
      case 'draft':
        this.settle(leftover);
        this.looking = true;
        return true;
      case 'other':
        this.other = { text, at: leftover.at, revision: answer.revision, leftover };
        this.looking = answer.revision !== this.base;
        return true;
      default:
        return this.troubled(answer);
    }
  }

  private settle(leftover: Draft): void {
    this.leftovers = this.leftovers.filter((one) => one !== leftover);
    this.page.settled(leftover);
  }

  private async chooseServers(other: Other, here: boolean): Promise<Chosen> {
    const text = this.page.text();
    const save = { text, base: other.revision, editor: this.editor, sequence: ++this.sequence };
    this.page.keep();
    const answer = await this.asked(this.server.choose(save, here));
    switch (answer.kind) {
      case 'draft':
        this.chosen(here ? null : (answer.text ?? other.text));
        this.drafted(here ? text : this.page.text(), answer.revision, answer.savedAt);
        return here ? 'here' : 'other';
      case 'other':
        this.other = { ...answer, at: answer.savedAt, leftover: null };
        return 'moved';
      default:
        this.troubled(answer);
        return 'failed';
    }
  }

  private async chooseLeftover(leftover: Draft, here: boolean): Promise<Chosen> {
    if (this.sendable() && !(await this.save(false))) {
      return 'failed';
    }
    if (this.aside) {
      return 'moved';
    }
    const { editor, sequence, state } = leftover;
    const save = { text: state.doc, base: this.base, editor, sequence: sequence + 2 };
    const answer = await this.asked(this.server.choose(save, !here));
    switch (answer.kind) {
      case 'draft':
        this.settle(leftover);
        this.chosen(here ? null : state.doc);
        this.drafted(here ? this.known! : this.page.text(), answer.revision, answer.savedAt);
        return here ? 'here' : 'other';
      case 'other':
        this.other = null;
        this.looking = true;
        return 'moved';
      default:
        this.troubled(answer);
        return 'failed';
    }
  }

  private chosen(text: string | null): void {
    this.generation++;
    this.answered = this.sequence;
    this.other = null;
    if (text !== null) {
      this.page.show(text);
      this.pause.rest();
    }
  }

  /** The server's draft is now a text that is, or was a moment ago, on screen. */
  private drafted(text: string, revision: number, savedAt: number): void {
    this.known = text;
    this.aside = false;
    this.doubtful = [];
    this.base = revision;
    this.savedAt = savedAt;
    this.recovered();
    this.page.keep();
    this.page.saved(revision);
    this.page.changed();
  }

  /** There was no answer, or none that helps: tries again a little later. */
  private troubled({ kind }: Answer): false {
    if (kind === 'too-long') {
      this.state = kind;
      this.due = false;
    } else if (kind === 'signed-out') {
      // Only a new page can help; a key or another look at this one tries again.
      this.state = kind;
    } else {
      this.state = kind === 'away' ? kind : 'offline';
      if (!this.stopped) {
        this.work.failed();
      }
    }
    return false;
  }

  /** Tells of an answer that takes long. */
  private async asked(answer: Promise<Answer>): Promise<Answer> {
    const timer = this.clock.after(SLOW_MILLISECONDS, () => {
      this.slow = true;
      this.page.changed();
    });
    try {
      return await answer;
    } finally {
      this.clock.cancel(timer);
      this.slow = false;
    }
  }
}
