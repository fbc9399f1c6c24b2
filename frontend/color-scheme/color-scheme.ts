import { LitElement, css, html } from 'lit';

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

  static override styles = css`
    :host {
      display: inline-flex;
    }
    div {
      display: inline-flex;
      border: 1px solid var(--vaadin-border-color, currentColor);
      border-radius: var(--vaadin-radius-m, 0.5rem);
      overflow: hidden;
    }
    button {
      font: inherit;
      font-size: var(--stride-text-s);
      color: inherit;
      background: none;
      border: 0;
      padding: 0.3rem 0.7rem;
      min-height: 2rem;
      cursor: pointer;
    }
    button + button {
      border-inline-start: 1px solid var(--vaadin-border-color, currentColor);
    }
    button[aria-pressed='true'] {
      background: var(--vaadin-background-container-strong, Highlight);
      font-weight: 600;
    }
    button:focus-visible {
      outline: 2px solid var(--vaadin-focus-ring-color, Highlight);
      outline-offset: -2px;
    }
  `;

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
