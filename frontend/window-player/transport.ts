import { html, type TemplateResult } from 'lit';
import { fill } from '../words/fill';
import type { Texts } from './texts';

const SPEEDS = [0.5, 1, 2, 4, 12];

export interface Position {
  step: number;
  length: number;
  playing: boolean;
  speed: number;
}

export interface Controls {
  show(step: number): void;
  toggle(): void;
  hurry(speed: number): void;
}

/** Play, pause, one step back or on, any step, and how fast. */
export function transport({ step, length, playing, speed }: Position, texts: Texts, controls: Controls): TemplateResult {
  const position = fill(texts.position, { step: step + 1, count: length });
  const by = (steps: number, label: string | undefined, path: string) => html`
    <button
      type="button"
      aria-label=${label ?? ''}
      title=${label ?? ''}
      aria-disabled=${step + steps < 0 || step + steps >= length}
      @click=${() => controls.show(step + steps)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>
    </button>
  `;
  const label = playing ? texts.pause : texts.play;
  return html`
    <div class="transport">
      <span class="buttons">
        ${by(-1, texts.back, 'M3 3h2v10H3zM13 3v10L6 8z')}
        <button type="button" class="play" aria-label=${label ?? ''} title=${label ?? ''} @click=${controls.toggle}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d=${playing ? 'M4 2.5h3v11H4zM9 2.5h3v11H9z' : 'M4 2v12l10-6z'} />
          </svg>
        </button>
        ${by(1, texts.forward, 'M11 3h2v10h-2zM3 3v10l7-5z')}
      </span>
      <input
        type="range"
        min="0"
        max=${length - 1}
        .value=${String(step)}
        aria-label=${texts.scrub ?? ''}
        aria-valuetext=${position}
        @input=${(event: Event) => controls.show((event.target as HTMLInputElement).valueAsNumber)}
      />
      <span class="position">${position}</span>
      <label class="speed">
        ${texts.speed}
        <select @change=${(event: Event) => controls.hurry(Number((event.target as HTMLSelectElement).value))}>
          ${SPEEDS.map(
            (each) => html`<option value=${each} ?selected=${each === speed}>${fill(texts.times, { times: each })}</option>`,
          )}
        </select>
      </label>
      <span class="spoken" id="keys">${texts.keys}</span>
    </div>
  `;
}
