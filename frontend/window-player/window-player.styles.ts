import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    font: var(--stride-text-s) / 1.45 var(--stride-font);
    color: var(--stride-ink);
  }

  /* About what it will need: the narrower, the more */
  :host(:not([drawn])) {
    min-block-size: 46rem;
  }

  @media (width < 30rem) {
    :host(:not([drawn])) {
      min-block-size: 63rem;
    }
  }

  @media (width >= 64rem) {
    :host(:not([drawn])) {
      min-block-size: 36rem;
    }
  }

  :host([hidden]) {
    display: none;
  }

  .player {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-card);
    outline-offset: 2px;
  }

  .player:focus-visible {
    outline: 2px solid var(--stride-focus);
  }

  .player > * {
    padding: var(--stride-space-m) var(--stride-space-l);
  }

  .player > * + * {
    border-block-start: 1px solid var(--stride-line);
  }

  p {
    margin: 0;
  }

  code,
  .digits {
    font-family: var(--stride-font-code);
  }

  :is(input, select, button) {
    box-sizing: border-box;
    block-size: 2rem;
    margin: 0;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-s);
    background: var(--stride-surface);
    color: inherit;
    font: inherit;
  }

  :is(input, select, button, summary):focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  option {
    color: CanvasText;
    background: Canvas;
  }

  /* What the learner may change */
  .settings {
    display: grid;
    gap: var(--stride-space-s);
  }

  .fields,
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--stride-space-s) var(--stride-space-m);
  }

  .choices {
    gap: var(--stride-space-s) var(--stride-space-xl);
  }

  .fields label {
    display: grid;
    gap: 0.125rem;
    font: var(--stride-text-xs) var(--stride-font-code);
    color: var(--stride-ink-muted);
  }

  .fields :is(input, select) {
    color: var(--stride-ink);
    font: var(--stride-text-s) var(--stride-font-code);
  }

  .fields input {
    inline-size: 4.25rem;
    padding-inline: var(--stride-space-s) var(--stride-space-xs);
  }

  .fields input[aria-invalid='true'] {
    border-color: var(--stride-bad);
    box-shadow: inset 0 0 0 1px var(--stride-bad);
  }

  .fields button {
    padding-inline: var(--stride-space-m);
    cursor: pointer;
  }

  .hint {
    margin-inline-start: auto;
    align-self: center;
    color: var(--stride-ink-muted);
  }

  .sizes {
    display: grid;
    gap: 0.125rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font: var(--stride-text-s) / 1.6 var(--stride-font-code);
    overflow-wrap: anywhere;
  }

  .sizes span {
    color: var(--stride-ink-muted);
  }

  .sizes b {
    font-weight: var(--stride-weight-strong);
  }

  .problem {
    padding-block: var(--stride-space-xl);
    font-size: var(--stride-text-m);
    text-wrap: pretty;
  }

  .problem::before {
    content: '✕ ' / '';
    color: var(--stride-bad);
    font-weight: var(--stride-weight-strong);
  }

  /* Which plane is shown */
  .choices label {
    display: inline-flex;
    align-items: center;
    gap: var(--stride-space-s);
  }

  .choices select {
    padding-inline: var(--stride-space-xs);
    font-variant-numeric: tabular-nums;
  }

  .muted {
    color: var(--stride-ink-muted);
  }

  /* The maps */
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--stride-space-l);
    --digit-size: 0.75rem;
    --h: 1.625rem;
    --w: calc(var(--digits) * 0.465rem + 0.5rem);
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--stride-space-s);
  }

  .panel > code {
    color: var(--stride-ink-muted);
  }

  .maps {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--stride-space-l) var(--stride-space-m);
  }

  .stack {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: var(--stride-space-m);
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .glyphed {
    display: flex;
    gap: var(--stride-space-m);
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .glyph {
    flex: none;
    inline-size: 1.25rem;
    padding-block-start: 5rem;
    color: var(--stride-ink-muted);
    font-size: 1.25rem;
    line-height: 1;
    text-align: center;
  }

  /* Play, step, scrub: maps may be long, and the controls stay in sight */
  .player > .transport {
    position: sticky;
    inset-block-end: 0;
    z-index: 4;
    border-block-end: 1px solid var(--stride-line);
    background: var(--stride-card);
  }

  .player > .working {
    border-block-start: 0;
  }

  .transport {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--stride-space-s) var(--stride-space-m);
  }

  .buttons {
    display: inline-flex;
    gap: var(--stride-space-xs);
  }

  .buttons button {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    cursor: pointer;
  }

  .buttons button:hover,
  .fields button:hover {
    background: var(--vaadin-background-container-strong, color-mix(in srgb, currentColor 10%, transparent));
  }

  .buttons button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.35;
  }

  .buttons .play {
    inline-size: 3rem;
    border-color: transparent;
    background: var(--stride-call);
    color: var(--stride-call-ink);
  }

  .buttons .play:hover {
    background: var(--stride-call-hover);
  }

  svg {
    inline-size: 1rem;
    fill: currentColor;
  }

  .transport input[type='range'] {
    flex: 1 1 10rem;
    min-inline-size: 8rem;
    block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--stride-window);
  }

  .position {
    min-inline-size: 7.5em;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .speed {
    display: inline-flex;
    align-items: center;
    gap: var(--stride-space-s);
    color: var(--stride-ink-muted);
  }

  .speed select {
    color: var(--stride-ink);
  }

  /* The very numbers */
  .working {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--stride-space-s);
  }

  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--stride-space-xs);
    min-block-size: 2.75rem;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0 0.5rem;
  }

  .left,
  .digits,
  .sign {
    font: var(--stride-text-m) / 1.5 var(--stride-font-code);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .sign,
  small {
    color: var(--stride-ink-muted);
  }

  .part {
    display: inline-grid;
    justify-items: start;
    min-inline-size: 0;
  }

  .result .digits {
    padding-inline: 0.375rem;
    border-radius: var(--stride-radius-s);
    box-shadow: inset 0 0 0 2px var(--stride-window);
    font-weight: var(--stride-weight-strong);
  }

  .result small {
    padding-inline-start: 0.375rem;
  }

  small {
    font-size: var(--stride-text-xs);
    line-height: 1.3;
  }

  .sentence {
    min-block-size: 1.45em;
    font-size: var(--stride-text-m);
    text-wrap: pretty;
  }

  summary {
    inline-size: fit-content;
    padding-block: 0.125rem;
    line-height: 1.5rem;
    color: var(--stride-ink-muted);
    cursor: pointer;
  }

  .terms {
    max-block-size: 16rem;
    margin-block-start: var(--stride-space-s);
    overflow: auto;
    overscroll-behavior: contain;
  }

  .terms:focus-visible {
    outline: 2px solid var(--stride-focus);
  }

  .terms table {
    border-collapse: collapse;
    font-size: var(--stride-text-xs);
    font-variant-numeric: tabular-nums;
  }

  .terms :is(th, td) {
    padding: 0.125rem var(--stride-space-l) 0.125rem 0;
    text-align: start;
    white-space: nowrap;
  }

  .terms th {
    color: var(--stride-ink-muted);
    font-weight: 400;
  }

  /* The learner’s own result or run */
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--stride-space-s) var(--stride-space-m);
  }

  .note > p {
    max-inline-size: 80ch;
  }

  .note.bad > p::before {
    content: '✕ ' / '';
    color: var(--stride-bad);
    font-weight: var(--stride-weight-strong);
  }

  .note button {
    padding-inline: var(--stride-space-m);
    cursor: pointer;
  }

  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
    white-space: nowrap;
  }

  @container (width < 60rem) {
    .stage {
      --digit-size: 0.6875rem;
      --w: calc(var(--digits) * 0.42rem + 0.375rem);
    }

    .stage.wide {
      --digit-size: 0.625rem;
      --h: 1.5rem;
      --w: calc(var(--digits) * 0.385rem + 0.25rem);
    }
  }

  .stage.wide {
    --digit-size: 0.6875rem;
    --w: calc(var(--digits) * 0.42rem + 0.3125rem);
  }

  @container (width < 30rem) {
    .player > * {
      padding: var(--stride-space-m);
    }

    .glyph,
    .hint {
      display: none;
    }

    .fields {
      gap: var(--stride-space-xs);
    }

    .fields label {
      flex: 1 1 0;
      min-inline-size: 0;
      font-size: 0.6875rem;
      letter-spacing: -0.02em;
    }

    .fields :is(input, select) {
      inline-size: 100%;
    }

    .stage {
      --caption: 9.5rem;
    }

    .stack {
      display: flex;
      flex-wrap: wrap;
    }

    /* The first row is for the slider and the step */
    .transport input[type='range'] {
      order: -2;
      flex-basis: calc(100% - 10.5rem);
      min-inline-size: 5rem;
    }

    .terms :is(th, td) {
      padding-inline-end: var(--stride-space-s);
    }

    .terms td:nth-child(2) {
      white-space: normal;
    }

    .position {
      order: -1;
      min-inline-size: 0;
    }
  }

  @media (pointer: coarse) {
    .buttons button,
    .fields :is(input, select, button),
    .choices select,
    .speed select {
      block-size: 2.75rem;
    }

    .buttons button {
      inline-size: 2.75rem;
    }

    .stage {
      --h: 2rem;
    }
  }
`;
