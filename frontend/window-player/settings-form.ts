import { html, nothing, type TemplateResult } from 'lit';
import type { Player } from './player';
import { least, sizeLines } from './settings';
import type { Texts } from './texts';

export interface Changes {
  resize(name: string, value: number): void;
  setMode(mode: 'max' | 'average'): void;
  reset(): void;
}

/** Sizes, f, stride, pad and mode to change, and the size formula with their numbers. */
export function settingsForm(player: Player, texts: Texts, changes: Changes): TemplateResult {
  const { sizes, operation, mode, problem, changed } = player;
  const lines = problem ? [] : sizeLines(operation, sizes);
  return html`
    <div class="settings">
      <div class="fields" role="group" aria-label=${texts.settings ?? ''}>
        ${Object.entries(sizes).map(
          ([name, value]) => html`
            <label>
              ${name}
              <input
                type="number"
                min=${least(name)}
                .value=${Number.isNaN(value) ? '' : String(value)}
                aria-invalid=${problem !== undefined && Object.values(problem.words).includes(name)}
                @change=${(event: Event) => changes.resize(name, (event.target as HTMLInputElement).valueAsNumber)}
              />
            </label>
          `,
        )}
        ${mode === undefined ? nothing : modeChoice(mode, texts, changes)}
        ${changed ? html`<button type="button" @click=${changes.reset}>${texts.reset}</button>` : nothing}
        <span class="hint">${texts.edit}</span>
      </div>
      ${lines.length === 0
        ? nothing
        : html`
            <ul class="sizes">
              ${lines.map(
                ({ name, formula, numbers, between, result }) => html`
                  <li>
                    ${name} <span>=</span> ${formula ? html`<span>${formula} =</span>` : nothing} ${numbers}
                    <span>=</span> ${between ? html`${between} <span>=</span>` : nothing} <b>${result}</b>
                  </li>
                `,
              )}
            </ul>
          `}
    </div>
  `;
}

function modeChoice(mode: string, texts: Texts, changes: Changes) {
  return html`
    <label>
      ${texts.mode}
      <select
        @change=${(event: Event) => changes.setMode((event.target as HTMLSelectElement).value as 'max' | 'average')}
      >
        ${['max', 'average'].map((name) => html`<option ?selected=${name === mode}>${name}</option>`)}
      </select>
    </label>
  `;
}
