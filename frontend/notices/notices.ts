import { LitElement, nothing } from 'lit';

/** What the framework says when the server does not answer, and the way out when a page has ended. */
export interface Texts {
  online: string;
  reconnecting: string;
  offline: string;
  /** On the button that loads the page again. */
  reload: string;
}

type Indicator = HTMLElement & { onlineText: string; reconnectingText: string; offlineText: string };

/**
 * Lends the framework's own messages our words, and what those need who do not see them: they lie outside every landmark,
 * and say nothing by themselves. The stylesheet gives them their looks.
 */
export class Notices extends LitElement {
  static override properties = { texts: { attribute: false } };

  declare texts: Texts | undefined;

  private readonly added = new MutationObserver(() => this.announce());

  override connectedCallback() {
    super.connectedCallback();
    this.added.observe(document.body, { childList: true });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.added.disconnect();
  }

  protected override render() {
    return nothing;
  }

  protected override updated() {
    const indicator = document.querySelector<Indicator>('vaadin-connection-indicator');
    const { texts } = this;
    if (indicator && texts) {
      indicator.setAttribute('role', 'status');
      indicator.onlineText = texts.online;
      indicator.reconnectingText = texts.reconnecting;
      indicator.offlineText = texts.offline;
    }
  }

  /** A page that has ended says so in a box that knows the mouse and Esc only. */
  private announce() {
    const box = document.querySelector<HTMLElement>('body > .v-system-error:not([role])');
    if (!box || !this.texts) {
      return;
    }
    const [caption, message] = [box.querySelector('.caption'), box.querySelector('.message')];
    box.setAttribute('role', 'alertdialog');
    for (const [part, attribute] of [[caption, 'aria-labelledby'], [message, 'aria-describedby']] as const) {
      if (part) {
        part.id = `notice-${part.className}`;
        box.setAttribute(attribute, part.id);
      }
    }
    // Its click is the box's, which loads the page again
    const reload = document.createElement('button');
    reload.type = 'button';
    reload.className = 'stride-call';
    reload.textContent = this.texts.reload;
    box.append(reload);
    // Not the button: it comes while somebody types, and the next space would press it
    box.tabIndex = -1;
    box.focus();
  }
}

customElements.define('stride-notices', Notices);
