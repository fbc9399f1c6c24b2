import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { syntax } from '../listing/syntax.styles';
import { fill } from '../words/fill';
import { styles } from './code-editor.styles';
import { choice, isLost, status, type DraftTexts } from './draft-parts';
import type { Keeper } from './keeper';
// By way of it, since Vaadin loads with the first page every package that a component's file names, even if only for a type
import type { EditorState, EditorView, Extension } from './lazy';
import type { Mark, MarkTexts } from './marks';
import type { Served } from './opening';
import { Scratch, scratchName } from './scratch';
import { pageLanguage } from './times';

/** Every word that people read or hear. */
export interface Texts extends MarkTexts, DraftTexts {
  /** How to leave with the keyboard, run and check; `{mod}` is the modifier key. */
  hint: string;
  /** `{length}`, `{most}` */
  tooLong: string;
  notKept: string;
  notLoaded: string;
  /** CodeMirror's own words, by its English ones. */
  phrases: Record<string, string>;
}

type Lazy = typeof import('./lazy');

const TOO_LONG = Symbol('too long');
/** A `pre` leaves out an empty last line; CodeMirror, which takes its place, shows it. */
const LAST_LINE = '\n';
const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

/**
 * An editor for Python. What is typed is kept in the browser, with what can be undone, and on the server. CodeMirror is
 * loaded when the first editor appears.
 *
 * @fires value-changed with `{value, tooLong}` when the focus leaves; a text that is too long is not sent
 * @fires run-requested with `{value}`, the text on screen, on Ctrl+Enter
 * @fires check-requested with `{value}` on Ctrl+Shift+Enter
 */
@customElement('stride-code-editor')
export class CodeEditor extends LitElement {
  static override styles = [styles, syntax];

  /** The server's text as a JSON string: a property of its own could hold no half of a surrogate pair. */
  @property() served = '""';
  /** What else is known of it; see `Served`. */
  @property({ type: Number }) servedRevision = 0;
  @property({ type: Number }) servedAt = 0;
  @property() servedEditor = '';
  @property({ type: Number }) servedSequence = 0;
  /** Counts the server's texts: one that comes while the editor is open takes the place of what is there. */
  @property({ type: Number }) serving = 0;
  /** Whose draft it is, and of what; without them it is kept nowhere. */
  @property() learner = '';
  @property() exercise = '';
  /** Whether it is no draft, but what somebody tries out: that is kept in this browser only. */
  @property({ type: Boolean }) scratched = false;
  @property({ attribute: false }) marks: Mark[] = [];
  /** Counts the lists of marks, so that one equal to the last is shown anew. */
  @property({ type: Number }) judgement = 0;
  @property() label = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The longest text that the server takes, in characters. */
  @property({ type: Number }) maxLength = 100_000;
  @property({ attribute: false }) texts?: Texts;

  @state() private view?: EditorView;
  @state() private failed = false;
  @state() private tooLong = 0;
  @query('.mount') private mount!: HTMLElement;

  private lazy?: Lazy;
  private keeper?: Keeper;
  private scratch?: Scratch;
  private opening = false;
  /** What was on screen before the element was taken away. */
  private left?: EditorState;
  private shownServing = 0;
  /** What the server's page has heard last; null if that is not certain. */
  private told: string | typeof TOO_LONG | null = '';

  /** The text on screen. */
  get value(): string {
    return (this.view?.state ?? this.left)?.doc.toString() ?? this.serverText().text;
  }

  /** Saves the text and tells it to the server's page now. */
  flush(): void {
    if (this.view) {
      this.tell();
      this.keeper?.saver.flush();
      this.scratch?.keep(this.value);
    }
  }

  /** As if the key had been pressed. */
  requestRun(): void {
    this.request('run-requested');
  }

  requestCheck(): void {
    this.request('check-requested');
  }

  /** Leads the reader to a line, counted from 1. */
  async goTo(line: number): Promise<void> {
    // Marks that came along push lines down: they go first.
    await this.updateComplete;
    if (this.view && this.lazy) {
      this.view.focus();
      this.view.dispatch(this.lazy.goingTo(this.view.state, line));
    }
  }

  override focus(): void {
    this.view?.focus();
  }

  override connectedCallback() {
    super.connectedCallback();
    // Whatever is pressed, by hand or by a program that reads the page aloud, is about the text on screen
    addEventListener('click', this.flushed, { capture: true });
    addEventListener('pagehide', this.flushed);
    if (this.hasUpdated) {
      void this.open();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('click', this.flushed, { capture: true });
    removeEventListener('pagehide', this.flushed);
    this.flush();
    this.keeper?.disconnect();
    this.left = this.view?.state;
    this.view?.destroy();
    this.view = undefined;
  }

  protected override async firstUpdated() {
    try {
      this.lazy = await import('./lazy');
    } catch {
      this.failed = true;
      return;
    }
    await this.open();
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!this.view || !this.lazy) {
      return;
    }
    if (this.serving !== this.shownServing) {
      this.shownServing = this.serving;
      const { text, revision, savedAt } = this.serverText();
      // Keys that were on their way to the server's page may have reached it after it sent this.
      this.told = null;
      this.show(text);
      this.tell();
      this.keeper?.saver.put(text, revision, savedAt);
    }
    if (changed.has('marks') || changed.has('judgement')) {
      this.view.dispatch({ effects: this.lazy.setMarks.of(this.marks) });
    }
    if (changed.has('disabled') || changed.has('label')) {
      // The label is read anew with every step.
      this.view.dispatch({ effects: this.lazy.setReadOnly(this.disabled) });
    }
  }

  protected override render() {
    const { view, keeper, texts } = this;
    return html`
      ${view && keeper ? choice(keeper, this.value, this.tooLong > 0, texts) : nothing}
      <div class="mount" @focusout=${this.flush}></div>
      ${view ? nothing : html`<pre>${this.value + LAST_LINE}</pre>`}
      <div class="foot">
        <p class="hint" id="hint" part="hint">${texts?.hint.replaceAll('{mod}', MOD)}</p>
        ${this.isDraft ? status(view && keeper, texts) : nothing}
      </div>
      <p class="trouble" role="status">${this.trouble()}</p>
    `;
  }

  /** Whether the text is one that the server keeps. */
  private get isDraft() {
    return Boolean(this.learner) && !this.scratched;
  }

  private trouble() {
    const { texts, keeper } = this;
    if (!texts) {
      return nothing;
    }
    if (this.failed) {
      return texts.notLoaded;
    }
    if (keeper && isLost(keeper)) {
      return texts.notKept;
    }
    if (this.tooLong) {
      const number = (value: number) => value.toLocaleString(pageLanguage());
      return fill(texts.tooLong, { length: number(this.tooLong), most: number(this.maxLength) });
    }
    return nothing;
  }

  private serverText(): Served {
    return {
      text: JSON.parse(this.served) as string,
      revision: this.servedRevision,
      savedAt: this.servedAt,
      editor: this.servedEditor,
      sequence: this.servedSequence,
    };
  }

  /** Brings the text on screen: the one that was there before, else a draft or the server's. */
  private async open(): Promise<void> {
    const { lazy } = this;
    if (!lazy || this.view || this.opening) {
      return;
    }
    const [served, serving] = [this.serverText(), this.serving];
    const { left } = this;
    this.keeper ??= this.isDraft ? this.newKeeper(lazy) : undefined;
    this.scratch ??= this.scratched ? new Scratch(() => localStorage, scratchName(this.learner, this.exercise)) : undefined;
    this.opening = true;
    const opened = left ? null : await this.keeper?.open(served);
    this.opening = false;
    if (!this.isConnected) {
      return;
    }
    const { extensions } = this;
    const state =
      left ?? (opened?.start ? lazy.restored(opened.start.state, extensions) : lazy.created(this.scratch?.read() ?? served.text, extensions));
    this.view = new lazy.EditorView({ state, parent: this.mount, root: this.renderRoot as ShadowRoot });
    this.measure(state);
    this.keeper?.connect();
    if (left) {
      this.keeper?.saver.look();
    } else {
      this.shownServing = serving;
      this.told = served.text;
    }
    if (opened) {
      if (!opened.unsaved) {
        this.show(opened.served.text);
      }
      this.keeper!.begin(opened, served.revision >= 0);
    }
    this.view.dispatch({ effects: [lazy.setReadOnly(this.disabled), lazy.setMarks.of(this.marks)] });
    // The server's page is told at once if a draft took the place of what it has.
    this.tell();
  }

  private newKeeper(lazy: Lazy): Keeper {
    return new lazy.Keeper(
      { learner: this.learner, exercise: this.exercise },
      {
        text: () => this.value,
        most: () => this.maxLength,
        snapshot: () => lazy.snapshot(this.view?.state ?? this.left!),
        show: (text) => this.show(text),
        changed: () => this.requestUpdate(),
      },
    );
  }

  private get extensions(): Extension {
    const { lazy, texts } = this;
    return [
      lazy!.actions(
        () => this.request('run-requested'),
        () => this.request('check-requested'),
      ),
      lazy!.python(),
      lazy!.readOnly(),
      texts ? [lazy!.marks(texts), lazy!.EditorState.phrases.of(texts.phrases)] : lazy!.placedMarks,
      lazy!.EditorView.contentAttributes.of(() => ({
        'aria-label': this.label,
        'aria-describedby': 'hint',
        tabindex: '0',
      })),
      lazy!.EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) {
          this.measure(state);
          this.keeper?.typed();
          this.scratch?.typed(() => this.value);
        }
      }),
    ];
  }

  private readonly flushed = () => this.flush();

  private measure({ doc }: EditorState): void {
    this.tooLong = doc.length > this.maxLength ? doc.length : 0;
  }

  /** Puts another text in the place of what is there, one undo away from it. */
  private show(text: string): void {
    if (this.view && text !== this.value) {
      this.view.dispatch(this.lazy!.replacing(this.view.state, text));
      this.told = null;
      this.tell();
    }
  }

  private tell(): void {
    const { value } = this;
    const tooLong = value.length > this.maxLength;
    const news = tooLong ? TOO_LONG : value;
    if (news !== this.told) {
      this.told = news;
      this.fire('value-changed', { value: tooLong ? '' : value, tooLong });
    }
  }

  private request(type: string): true {
    this.flush();
    if (this.view && !this.disabled && !this.tooLong) {
      this.fire(type, { value: this.value });
    }
    return true;
  }

  private fire(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-code-editor': CodeEditor;
  }
}
