import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fill } from '../words/fill';
import type { State } from './page';
import { moment } from './times';

export interface StatusTexts {
  /** `{time}` */
  saved: string;
  saving: string;
  /** Said aloud when what was amiss is over. */
  savedAgain: string;
  offline: string;
  away: string;
  signedOut: string;
  aside: string;
}

/** One line on whether the server has what was typed. What ticks is for the eye; only what changes is said aloud. */
@customElement('stride-draft-status')
export class DraftStatus extends LitElement {
  static override styles = css`
    :host {
      color: var(--stride-ink-muted);
      font: var(--stride-text-s) / 1.5 var(--stride-font);
      font-variant-numeric: tabular-nums;
    }

    .trouble {
      color: var(--stride-code-ink);
    }

    .trouble::before {
      content: '';
      display: inline-block;
      inline-size: 0.5rem;
      block-size: 0.5rem;
      margin-inline-end: 0.375rem;
      border-radius: 1px;
      background: var(--stride-code-emphasis-bar);
      rotate: 45deg;
    }

    .aloud {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  @property() state: State = 'idle';
  @property({ type: Number }) savedAt = 0;
  @property({ type: Boolean }) slow = false;
  @property({ attribute: false }) texts?: StatusTexts;

  @state() private aloud = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('state');
    if (changed.has('state') && before !== undefined && this.texts) {
      this.aloud = this.trouble() || (before === 'idle' ? '' : this.texts.savedAgain);
    }
  }

  protected override render() {
    if (!this.texts) {
      return nothing;
    }
    const trouble = this.trouble();
    return html`
      <span class=${trouble ? 'trouble' : ''} aria-hidden="true">${trouble || this.quiet(this.texts)}</span>
      <span class="aloud" role="status">${this.aloud}</span>
    `;
  }

  private quiet(texts: StatusTexts): string {
    if (this.slow) {
      return texts.saving;
    }
    return this.state === 'saved' && this.savedAt ? fill(texts.saved, { time: moment(this.savedAt) }) : '';
  }

  private trouble(): string {
    switch (this.state) {
      case 'offline':
        return this.texts!.offline;
      case 'away':
        return this.texts!.away;
      case 'signed-out':
        return this.texts!.signedOut;
      case 'aside':
        return this.texts!.aside;
      case 'too-long':
      case 'saved':
      case 'idle':
        return '';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-draft-status': DraftStatus;
  }
}
