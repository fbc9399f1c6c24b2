import type { EditorState, Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { syntax } from '../listing/syntax.styles';
import { styles } from './code-editor.styles';
import { opening, parse, read, storageName, withSeen, write, type Draft } from './drafts';
import type { Mark, MarkTexts } from './marks';

/** Every word that people read or hear. */
export interface Texts extends MarkTexts {
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

/** How long after the last key the text is kept and told to the server. */
const PAUSE_MILLISECONDS = 400;
const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

/**
 * An editor for Python. What is typed is kept in the browser, with what can be undone, and told to the server after
 * every pause. CodeMirror is loaded when the first editor appears.
 *
 * @fires value-changed with `{value, tooLong}`; a text that is too long is not sent
 * @fires run-requested with `{value}`, the text on screen, on Ctrl+Enter
 * @fires check-requested with `{value}` on Ctrl+Shift+Enter
 */
@customElement('stride-code-editor')
export class CodeEditor extends LitElement {
  static override styles = [styles, syntax];

  /** The server's text. A draft that grew out of it wins when the editor opens. */
  @property() served = '';
  /** Counts the server's texts: one that comes while the editor is open takes the place of what is there. */
  @property({ type: Number }) revision = 0;
  @property({ attribute: false }) marks: Mark[] = [];
  /** Counts the lists of marks, so that one equal to the last is shown anew. */
  @property({ type: Number }) judgement = 0;
  /** Under which name the browser keeps the draft; without one it keeps none. */
  @property() storageKey = '';
  @property() label = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The longest text that the server takes, in characters. */
  @property({ type: Number }) maxLength = 100_000;
  @property({ attribute: false }) texts?: Texts;

  @state() private view?: EditorView;
  @state() private failed = false;
  @state() private tooLong = 0;
  @state() private notKept = false;
  @query('.mount') private mount!: HTMLElement;

  private lazy?: Lazy;
  private kept?: EditorState;
  private shownRevision = 0;
  private seen: string[] = [];
  /** What the server has heard last; null if that is not certain. */
  private told: string | null = '';
  private unkept = false;
  private pause?: ReturnType<typeof setTimeout>;

  /** The text on screen. */
  get value(): string {
    return this.view?.state.doc.toString() ?? this.kept?.doc.toString() ?? this.served;
  }

  /** Keeps the text and tells it to the server now, without waiting for a pause. */
  flush(): void {
    clearTimeout(this.pause);
    if (!this.view) {
      return;
    }
    this.tell();
    this.keep();
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
    addEventListener('pagehide', this.leave);
    addEventListener('storage', this.adopt);
    document.addEventListener('visibilitychange', this.leave);
    if (this.hasUpdated) {
      this.open();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.leave);
    removeEventListener('storage', this.adopt);
    document.removeEventListener('visibilitychange', this.leave);
    this.flush();
    this.kept = this.view?.state;
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
    this.open();
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!this.view || !this.lazy) {
      return;
    }
    if (this.revision !== this.shownRevision) {
      this.shownRevision = this.revision;
      this.show(this.served);
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
    return html`
      <div class="mount" @focusout=${this.flush}></div>
      ${this.view ? nothing : html`<pre>${this.value}</pre>`}
      <p class="hint" id="hint" part="hint">${this.texts?.hint.replaceAll('{mod}', MOD)}</p>
      <p class="trouble" role="status">${this.trouble()}</p>
    `;
  }

  private trouble() {
    const { texts } = this;
    if (!texts) {
      return nothing;
    }
    if (this.failed) {
      return texts.notLoaded;
    }
    if (this.tooLong) {
      const number = (value: number) => value.toLocaleString('en');
      return texts.tooLong.replace('{length}', number(this.tooLong)).replace('{most}', number(this.maxLength));
    }
    return this.notKept ? texts.notKept : nothing;
  }

  /** Brings the text on screen: the one that was there before, else the draft or the server's. */
  private open(): void {
    const { lazy } = this;
    if (!lazy || this.view || !this.isConnected) {
      return;
    }
    const extensions = this.extensions(lazy);
    const again = this.kept;
    const draft = again || !this.storageKey ? null : this.draft();
    const whose = again ? 'draft' : opening(this.served, draft);
    const start = again ?? (draft ? lazy.restored(draft.state, extensions) : lazy.created(this.served, extensions));
    this.view = new lazy.EditorView({ state: start, parent: this.mount, root: this.renderRoot as ShadowRoot });
    if (!again) {
      this.shownRevision = this.revision;
      this.told = this.served;
      this.seen = withSeen(draft?.seen ?? [], this.served);
    }
    if (whose === 'served-over-draft') {
      this.show(this.served);
    }
    this.view.dispatch({ effects: [lazy.setReadOnly(this.disabled), lazy.setMarks.of(this.marks)] });
    // The server is told at once if a draft took the place of what it has.
    this.tell();
  }

  private extensions(lazy: Lazy): Extension {
    const texts = this.texts;
    return [
      lazy.actions(
        () => this.request('run-requested'),
        () => this.request('check-requested'),
      ),
      lazy.python(),
      lazy.readOnly(),
      texts ? [lazy.marks(texts), lazy.EditorState.phrases.of(texts.phrases)] : lazy.placedMarks,
      lazy.EditorView.contentAttributes.of(() => ({
        'aria-label': this.label,
        'aria-describedby': 'hint',
        tabindex: '0',
      })),
      lazy.EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.unkept = true;
          clearTimeout(this.pause);
          this.pause = setTimeout(() => this.flush(), PAUSE_MILLISECONDS);
        }
      }),
    ];
  }

  /** Puts the server's text in the place of what is there, one undo away from it. */
  private show(text: string): void {
    this.view!.dispatch(this.lazy!.replacing(this.view!.state, text));
    this.seen = withSeen(this.seen, text);
    // Keys that were on their way to the server may have reached it after it sent this.
    this.told = null;
    this.flush();
  }

  private tell(): void {
    const { value } = this;
    const tooLong = value.length > this.maxLength;
    if (tooLong ? this.tooLong === 0 : value !== this.told || this.tooLong > 0) {
      this.told = value;
      this.fire('value-changed', { value: tooLong ? '' : value, tooLong });
    }
    this.tooLong = tooLong ? value.length : 0;
    this.seen = tooLong ? this.seen : withSeen(this.seen, value);
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

  private keep(): void {
    if (this.unkept && this.storageKey && this.view) {
      const draft = { state: this.lazy!.snapshot(this.view.state), seen: this.seen };
      this.unkept = false;
      try {
        this.notKept = !write(localStorage, this.storageKey, draft);
      } catch {
        this.notKept = true;
      }
    }
  }

  private draft(): Draft | null {
    try {
      return read(localStorage, this.storageKey);
    } catch {
      return null;
    }
  }

  private readonly leave = () => this.flush();

  /** Another tab kept the same draft: this one follows, unless it has keys of its own to keep first. */
  private readonly adopt = (event: StorageEvent) => {
    const draft = event.key === storageName(this.storageKey) && this.storageKey ? parse(event.newValue) : null;
    if (draft && this.view && this.lazy && !this.unkept && draft.state.doc !== this.value) {
      this.seen = draft.seen;
      this.view.dispatch(this.lazy.replacing(this.view.state, draft.state.doc));
      clearTimeout(this.pause);
      // It is kept already, by the other tab.
      this.unkept = false;
      this.tell();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-code-editor': CodeEditor;
  }
}
