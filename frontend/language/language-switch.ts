import { LitElement, css, html } from 'lit';
import { choice, type Language } from './choice';

const CHOSEN = 'stride.language-chosen';

/**
 * One button per language, each named in its own words. The choice is kept in a cookie, because the server writes the
 * page; then the page comes anew, and the focus is where it was. Editors save what was typed as the page goes.
 */
export class LanguageSwitch extends LitElement {
  static override properties = {
    label: {},
    cookie: {},
    current: {},
    languages: { attribute: false },
  };

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
      white-space: nowrap;
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

  declare label: string | undefined;
  declare cookie: string | undefined;
  declare current: string | undefined;
  declare languages: Language[] | undefined;

  override render() {
    return html`<div role="group" aria-label=${this.label ?? ''}>
      ${(this.languages ?? []).map(
        (language) =>
          html`<button
            type="button"
            lang=${language.tag}
            aria-pressed=${language.code === this.current}
            @click=${() => this.choose(language.code)}
          >
            ${language.name}
          </button>`,
      )}
    </div>`;
  }

  override updated() {
    if (this.languages && sessionStorage.getItem(CHOSEN)) {
      sessionStorage.removeItem(CHOSEN);
      this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus({ preventScroll: true });
    }
  }

  private choose(code: string): void {
    if (this.cookie) {
      document.cookie = choice(this.cookie, code, new URL(document.baseURI));
    }
    if (code !== this.current) {
      sessionStorage.setItem(CHOSEN, code);
      location.reload();
    }
  }
}

customElements.define('stride-language', LanguageSwitch);
