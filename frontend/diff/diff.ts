import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { highlighted, type Token } from '../listing/highlighting';
import { syntax } from '../listing/syntax.styles';
import { Scrolling, isLarger } from '../scrolling/scrolling';
import { fill } from '../words/fill';
import { styles } from './diff.styles';
import { MOST_SHOWN, compared, stretches, type Range, type Row, type Stretch } from './lines';
import { visible } from './special';

/** Every word that people read or hear. */
export interface Texts {
  /** What it is, for those who do not see it: `{before}`, `{after}` */
  label: string;
  removed: string;
  added: string;
  /** `{removed}`, `{added}` */
  counts: string;
  /** On the button that shows lines of both texts, and on that of a very long change: `{count}` */
  unchanged: string;
  more: string;
  none: string;
}

/** Longer texts are shown without the colours of their syntax. */
const MOST_COLOURED = 40_000;
/** A longer line would take long to be laid out. */
const LONGEST_LINE = 5000;
const SIGNS = { same: ' ', removed: '−', added: '+' };

/** Shows in which lines a text differs from an older one. */
@customElement('stride-diff')
export class Diff extends LitElement {
  static override styles = [styles, syntax];

  /** An element’s own `before` and `after` are something else. */
  @property() beforeText = '';
  @property() afterText = '';
  /** Whose text it is, or of when. */
  @property() beforeLabel = '';
  @property() afterLabel = '';
  @property({ attribute: false }) texts?: Texts;

  @state() private opened: Range[] = [];
  @query('.scroller') private scroller!: HTMLElement | null;

  private rows: Row[] = [];
  private coloured: Record<'before' | 'after', Token[][]> = { before: [], after: [] };
  private readonly scrolling = new Scrolling(this, () => this.scroller, isLarger);

  /** Both texts as a JSON array: as properties of their own they could hold no half of a surrogate pair. */
  set both(json: string) {
    [this.beforeText, this.afterText] = JSON.parse(json) as [string, string];
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('beforeText') || changed.has('afterText')) {
      this.rows = compared(this.beforeText, this.afterText);
      this.opened = [];
      this.coloured = { before: coloured(this.beforeText), after: coloured(this.afterText) };
    }
  }

  protected override render() {
    const { texts } = this;
    if (!texts) {
      return nothing;
    }
    const count = (kind: Row['kind']) => this.rows.filter((row) => row.kind === kind).length;
    const [removed, added] = [count('removed'), count('added')];
    if (removed + added === 0) {
      return html`<p>${texts.none}</p>`;
    }
    const label = fill(texts.label, { before: this.beforeLabel, after: this.afterLabel });
    const counts = fill(texts.counts, { removed, added });
    return html`
      <p>
        <span class="side"><b class="removed">−</b> ${this.beforeLabel}</span>
        <span class="side"><b class="added">+</b> ${this.afterLabel}</span>
        <span class="counts">${counts}</span>
      </p>
      <div class="scroller" role="group" aria-label=${label} tabindex=${this.scrolling.scrolls ? 0 : -1}>
        <div class="code">${stretches(this.rows, this.opened).map((stretch) => this.stretch(stretch, texts))}</div>
      </div>
    `;
  }

  private stretch(stretch: Stretch, texts: Texts): TemplateResult {
    if (stretch.folded) {
      const words = stretch.kind === 'same' ? texts.unchanged : texts.more;
      const count = stretch.to - stretch.from;
      return html`<button type="button" @click=${() => this.open(stretch)}>${fill(words, { count })}</button>`;
    }
    const lines = this.rows.slice(stretch.from, stretch.to).map((row) => this.line(row));
    switch (stretch.kind) {
      case 'removed':
        return html`<del><span class="hidden">${texts.removed}</span>${lines}</del>`;
      case 'added':
        return html`<ins><span class="hidden">${texts.added}</span>${lines}</ins>`;
      case 'same':
        return html`<div>${lines}</div>`;
    }
  }

  private line(row: Row): TemplateResult {
    const tokens = row.after ? this.coloured.after[row.after - 1] : this.coloured.before[row.before! - 1];
    const whole = row.text.length <= LONGEST_LINE;
    const text = whole ? row.text : row.text.slice(0, LONGEST_LINE);
    const pieces = tokens && whole ? tokens : [{ text, classes: '' }];
    return html`<span class="line" data-margin=${this.margin(row)}>${cut(pieces, row.words)}${whole ? '' : ' …'}${'\n'}</span>`;
  }

  /** Both line numbers and the sign, each in its column. */
  private margin({ kind, before, after }: Row): string {
    const { length } = String(Math.max(this.rows.at(-1)?.before ?? 0, this.rows.length));
    const column = (number?: number) => String(number ?? '').padStart(length);
    return ` ${column(before)} ${column(after)} ${SIGNS[kind]} `;
  }

  private open({ from, to }: Stretch) {
    this.opened = [...this.opened, [from, Math.min(to, from + MOST_SHOWN)]];
    // The button goes; what it showed can be scrolled from here.
    this.scroller?.focus({ preventScroll: true });
  }
}

function coloured(text: string): Token[][] {
  return text.length <= MOST_COLOURED ? highlighted(text) : [];
}

/** Tokens, cut where words begin and end that differ. */
function cut(tokens: readonly Token[], words: readonly Range[]): TemplateResult[] {
  const pieces: TemplateResult[] = [];
  let at = 0;
  for (const { text, classes } of tokens) {
    const end = at + text.length;
    const edges = [at, ...words.flat().filter((edge) => edge > at && edge < end), end];
    for (let i = 1; i < edges.length; i++) {
      const [from, to] = [edges[i - 1]!, edges[i]!];
      const differs = words.some((word) => word[0] <= from && to <= word[1]);
      pieces.push(piece(text.slice(from - at, to - at), differs ? `${classes} differs` : classes));
    }
    at = end;
  }
  return pieces;
}

function piece(text: string, classes: string): TemplateResult {
  const shown = visible(text).map((one) => (one.special ? html`<span class="special">${one.text}</span>` : one.text));
  return classes ? html`<span class=${classes}>${shown}</span>` : html`${shown}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-diff': Diff;
  }
}
