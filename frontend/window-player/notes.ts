import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../words/fill';
import type { At } from './model';
import { shapeText, type Player } from './player';
import type { HeldRun, RunFinding } from './run';
import { told } from './telling';
import type { Texts } from './texts';

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
  const { key, words, bad: wrong, place } = told(finding);
  const text = fill(texts[key], words);
  const button = place
    ? html`<button type="button" @click=${() => show(place)}>${texts.runShow}</button>`
    : nothing;
  return wrong ? bad(text, button) : html`<div class="note"><p>${text}</p></div>`;
}
