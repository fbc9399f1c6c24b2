import { html, nothing, type TemplateResult } from 'lit';
import type { At } from './model';
import { boxWords, shapeText, type Player } from './player';
import type { HeldRun, RunFinding } from './run';
import { fill, type Texts } from './texts';

/** What is said about the learner’s own result and run. */
export function notes(player: Player, run: HeldRun | undefined, texts: Texts, show: (place: Partial<At>) => void) {
  return html`
    ${player.agreement
      ? html`<div class="note"><p>${player.agreement === 'right' ? texts.comparingRight : texts.comparing}</p></div>`
      : nothing}
    ${player.misshapen.map(({ part, got, want }) =>
      bad(fill(texts.otherShape, { part, got: shapeText(got), want: shapeText(want) })),
    )}
    ${run ? runNote(run.finding, texts, show) : nothing}
  `;
}

function bad(text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="note bad"><p>${text}</p>${action}</div>`;
}

function runNote(finding: RunFinding, texts: Texts, show: (place: Partial<At>) => void): TemplateResult {
  const button = (place: Partial<At>) =>
    html`<button type="button" @click=${() => show(place)}>${texts.runShow}</button>`;
  switch (finding.kind) {
    case 'same':
      return html`<div class="note"><p>${fill(texts.runSame, { count: finding.count })}</p></div>`;
    case 'soFar':
      return html`<div class="note"><p>${fill(texts.runSoFar, { count: finding.count, wanted: finding.wanted })}</p></div>`;
    case 'otherWay':
      return html`<div class="note"><p>${texts.runOtherWay}</p></div>`;
    case 'otherOrder':
      return html`<div class="note"><p>${fill(texts.runOtherOrder, { count: finding.count })}</p></div>`;
    case 'long':
      return bad(fill(texts.runLong, { count: finding.count, wanted: finding.wanted, line: finding.line }));
    case 'short':
      return bad(fill(texts.runShort, { count: finding.count, wanted: finding.wanted }), button(finding.place));
    case 'differs': {
      const words = {
        number: finding.number,
        line: finding.line,
        ...boxWords(finding.got, 'got'),
        ...boxWords(finding.want, 'want'),
      };
      return bad(fill(texts.runDiffers, words), button(finding.place));
    }
  }
}
