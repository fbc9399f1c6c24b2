import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Scrolling } from '../scrolling/scrolling';
import { highlighted, type Token } from './highlighting';
import { styles } from './listing.styles';
import { syntax } from './syntax.styles';

/** How long the button says that the code was copied. */
const COPIED_MILLISECONDS = 2500;

/** Shows Python source with its syntax coloured, its lines numbered and some of them emphasized. */
@customElement('stride-listing')
export class Listing extends LitElement {
  static override styles = [styles, syntax];

  @property() code = '';
  /** What the listing is, for those who do not see it. */
  @property() label = '';
  /** The lines to emphasize, counted from 1. */
  @property({ attribute: false }) emphasis: number[] = [];
  /** Says before an emphasized line what its background says to the eye. */
  @property() emphasisLabel = '';
  /** The words on the button; without them there is none. */
  @property() copyLabel = '';
  @property() copiedLabel = '';

  @state() private copied = false;
  @query('.scroller') private scroller!: HTMLElement;

  private readonly scrolling = new Scrolling(this, () => this.scroller);
  private copiedTimer?: ReturnType<typeof setTimeout>;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.copiedTimer);
    this.copied = false;
  }

  protected override render() {
    const lines = highlighted(this.code.replace(/\n$/, ''));
    const digits = String(lines.length).length;
    return html`
      <div
        class="scroller"
        role="group"
        aria-label=${this.label}
        tabindex=${this.scrolling.scrolls ? 0 : nothing}
        style="--digits:${digits}"
      >
        <pre><code>${lines.map((line, i) => this.line(line, i + 1))}</code></pre>
      </div>
      ${this.copyLabel ? this.copyButton() : nothing}
    `;
  }

  private line(tokens: Token[], number: number): TemplateResult {
    const code = tokens.map(({ text, classes }) => (classes ? html`<span class=${classes}>${text}</span>` : text));
    // No space may stand between the tags: inside <pre> it would be part of the code.
    return this.emphasis.includes(number)
      ? html`<span class="line emphasis"><span class="hidden">${this.emphasisLabel}: </span>${code}${'\n'}</span>`
      : html`<span class="line">${code}${'\n'}</span>`;
  }

  private copyButton(): TemplateResult {
    return html`
      <button type="button" @click=${this.copy}>${this.copyLabel}</button>
      <span class="copied" role="status">${this.copied ? this.copiedLabel : ''}</span>
    `;
  }

  private async copy() {
    try {
      await navigator.clipboard.writeText(this.code);
    } catch {
      // Not allowed here, such as over plain HTTP: leave the code selected, one key stroke away from a copy.
      getSelection()?.selectAllChildren(this.scroller);
      return;
    }
    this.copied = true;
    clearTimeout(this.copiedTimer);
    this.copiedTimer = setTimeout(() => (this.copied = false), COPIED_MILLISECONDS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-listing': Listing;
  }
}
