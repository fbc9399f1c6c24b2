import { LitElement, html } from 'lit';
import { styles } from '../theme/switch.styles';
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

  static override styles = styles;

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
