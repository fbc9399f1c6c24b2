import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Scrolling } from '../scrolling/scrolling';
import { styles } from './formula.styles';

type Lazy = typeof import('./lazy');

/** So far from the screen a formula counts as seen: only what is folded away does not. */
const NEAR = '100000px';

let loading: Promise<Lazy> | undefined;

/** KaTeX, once for all formulas; asked for again if it did not come. */
function load(): Promise<Lazy> {
  loading ??= import('./lazy').catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

/** A formula in LaTeX, within a line or on one of its own. Until it is set, and where it cannot be, its source is shown. */
@customElement('stride-formula')
export class Formula extends LitElement {
  static override styles = styles;

  @property() latex = '';
  @property({ type: Boolean, reflect: true }) block = false;
  /** What a formula that scrolls is called for those who do not see it. */
  @property() label = '';

  @state() private lazy?: Lazy;
  @state() private isSet = false;
  @query('.set') private place!: HTMLElement;
  @query('.scroller') private scroller!: HTMLElement | null;

  private readonly scrolling = new Scrolling(this, () => this.scroller);
  private readonly seen = new IntersectionObserver((entries) => this.onSeen(entries), { rootMargin: NEAR });

  override connectedCallback() {
    super.connectedCallback();
    this.seen.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.seen.disconnect();
  }

  protected override render() {
    const { scrolls } = this.scrolling;
    const source = this.isSet ? nothing : html`<code class="source">${this.latex}</code>`;
    // No space may stand between the tags: within a line it would be seen before a comma.
    const formula = html`<span class="set" ?hidden=${!this.isSet}></span>${source}`;
    return this.block
      ? html`<div
          class="scroller"
          role=${scrolls ? 'group' : nothing}
          aria-label=${scrolls ? this.label : nothing}
          tabindex=${scrolls ? 0 : nothing}
        >${formula}</div>`
      : formula;
  }

  protected override updated(changed: PropertyValues) {
    if (this.lazy && (changed.has('lazy') || changed.has('latex') || changed.has('block'))) {
      this.isSet = this.lazy.set(this.latex, this.block, this.place);
    }
  }

  private onSeen(entries: IntersectionObserverEntry[]) {
    if (!this.lazy && entries.some((entry) => entry.isIntersecting)) {
      this.seen.disconnect();
      load().then((lazy) => this.take(lazy), () => {});
    }
  }

  private take(lazy: Lazy) {
    const root = this.renderRoot as ShadowRoot;
    // Before ours, which adapt it
    root.adoptedStyleSheets = [lazy.sheet, ...root.adoptedStyleSheets];
    this.lazy = lazy;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-formula': Formula;
  }
}
