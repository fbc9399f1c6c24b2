import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../diff/diff';
import type { Texts as DiffTexts } from '../diff/diff';
import { styles } from './draft-choice.styles';
import type { Chosen, Other } from './page';
import { moment } from './times';

export interface ChoiceTexts {
  /** Which of the two is what: both changed, only the other one did, or a closed tab left it. */
  both: string;
  bothText: string;
  stale: string;
  staleText: string;
  leftover: string;
  leftoverText: string;
  other: string;
  here: string;
  keep: string;
  take: string;
  /** What became of the choice. */
  chosenHere: string;
  chosenOther: string;
  moved: string;
  failed: string;
}

/** Lets the learner choose between the text on screen and another one, and shows how they differ. */
@customElement('stride-draft-choice')
export class DraftChoice extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) other: Other | null = null;
  /** The text on screen, when it was typed, and whether the server had it before. */
  @property() here = '';
  @property({ type: Number }) at = 0;
  @property({ type: Boolean }) stale = false;
  /** Whether the text on screen is too long to be chosen. */
  @property({ type: Boolean }) tooLong = false;
  @property({ attribute: false }) choose?: (here: boolean) => Promise<Chosen>;
  @property({ attribute: false }) texts?: ChoiceTexts;
  @property({ attribute: false }) diffTexts?: DiffTexts;

  @state() private outcome: Chosen | null = null;
  @state() private busy = false;
  @query('.outcome') private sentence!: HTMLElement;

  protected override willUpdate(changed: PropertyValues<this>) {
    // With the next key, or the next question, what became of the last one is over
    if (!this.busy && (changed.has('at') || (this.other && changed.get('other') === null))) {
      this.outcome = null;
    }
  }

  protected override render() {
    const { texts, other } = this;
    if (!texts) {
      return nothing;
    }
    // Nothing takes the focus away from who types: that there is a question is only said
    return html`
      <p class="aloud" role="status">${other ? texts[this.kind(other)] : ''}</p>
      ${other ? this.panel(texts, other) : nothing}
      <p class="outcome" role="status" tabindex="-1">${this.told(texts)}</p>
    `;
  }

  private panel(texts: ChoiceTexts, other: Other) {
    const kind = this.kind(other);
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${texts[kind]}</h3>
        <p>${texts[`${kind}Text`]}</p>
        <stride-diff
          .beforeText=${other.text}
          .afterText=${this.here}
          .beforeLabel=${labelled(texts.other, other.at)}
          .afterLabel=${labelled(texts.here, this.at)}
          .texts=${this.diffTexts}
        ></stride-diff>
        <div class="buttons">
          <button type="button" id="keep-mine" ?disabled=${this.busy || this.tooLong} @click=${() => this.chose(true)}>
            ${texts.keep}
          </button>
          <button type="button" id="take-other" ?disabled=${this.busy || this.tooLong} @click=${() => this.chose(false)}>
            ${texts.take}
          </button>
        </div>
      </section>
    `;
  }

  private kind(other: Other): 'leftover' | 'stale' | 'both' {
    return other.leftover ? 'leftover' : this.stale ? 'stale' : 'both';
  }

  private told(texts: ChoiceTexts): string {
    switch (this.outcome) {
      case 'here':
        return texts.chosenHere;
      case 'other':
        return texts.chosenOther;
      case 'moved':
        return texts.moved;
      case 'failed':
        return texts.failed;
      case null:
        return '';
    }
  }

  private async chose(here: boolean) {
    this.busy = true;
    this.outcome = null;
    try {
      this.outcome = (await this.choose?.(here)) ?? 'failed';
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    if (!this.other) {
      // The buttons are gone, and the focus with them
      this.sentence.focus();
    }
  }
}

/** A label with its time, or without if there is none. */
function labelled(label: string, milliseconds: number): string {
  const time = moment(milliseconds);
  return time ? `${label}, ${time}` : label;
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-draft-choice': DraftChoice;
  }
}
