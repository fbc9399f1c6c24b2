import { LitElement, html } from 'lit';
import { styles } from '../theme/switch.styles';

type Scheme = 'auto' | 'light' | 'dark';

const SCHEMES: Scheme[] = ['auto', 'light', 'dark'];
const STORAGE_KEY = 'stride.color-scheme';

function stored(): Scheme {
  const value = localStorage.getItem(STORAGE_KEY);
  return SCHEMES.find((scheme) => scheme === value) ?? 'auto';
}

function apply(scheme: Scheme): void {
  document.documentElement.style.colorScheme = scheme === 'auto' ? 'light dark' : scheme;
}

// At once, before anything is drawn, so that a dark page does not flash.
apply(stored());

/** Three buttons: the system's colours, light, dark. The browser remembers the choice. */
export class ColorScheme extends LitElement {
  static override properties = { texts: { attribute: false }, scheme: { state: true } };

  static override styles = styles;

  declare texts: Record<'label' | Scheme, string> | undefined;
  declare scheme: Scheme;

  constructor() {
    super();
    this.scheme = stored();
  }

  override render() {
    if (!this.texts) {
      return html``;
    }
    const texts = this.texts;
    return html`<div role="group" aria-label=${texts.label}>
      ${SCHEMES.map(
        (scheme) =>
          html`<button type="button" aria-pressed=${scheme === this.scheme} @click=${() => this.choose(scheme)}>
            ${texts[scheme]}
          </button>`,
      )}
    </div>`;
  }

  private choose(scheme: Scheme): void {
    this.scheme = scheme;
    localStorage.setItem(STORAGE_KEY, scheme);
    apply(scheme);
  }
}

customElements.define('stride-color-scheme', ColorScheme);
