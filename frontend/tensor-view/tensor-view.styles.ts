import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    font: var(--stride-text-s) / 1.4 var(--stride-font);
    color: var(--stride-ink);
  }

  :host([hidden]) {
    display: none;
  }

  p,
  figure {
    margin: 0;
  }

  code {
    font-family: var(--stride-font-code);
    font-size: 0.96em;
  }

  .head,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--stride-space-s) var(--stride-space-m);
  }

  .head p {
    margin-inline-end: auto;
  }

  .slice {
    font-size: var(--stride-text-m);
    font-weight: var(--stride-weight-strong);
  }

  .shape,
  .length,
  .only,
  .across,
  .reading > span {
    color: var(--stride-ink-muted);
  }

  .shape {
    margin-inline-start: var(--stride-space-s);
    font-variant-numeric: tabular-nums;
  }

  /* Choosing a place on an axis */
  .axis {
    display: inline-flex;
    align-items: center;
    gap: var(--stride-space-s);
  }

  .stepper {
    display: inline-flex;
    align-items: stretch;
    block-size: 2rem;
    overflow: clip;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-surface);
  }

  .stepper:focus-within:has(:focus-visible) {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  .stepper :is(button, select) {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    outline: none;
    cursor: pointer;
  }

  .stepper button {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    padding: 0;
  }

  .stepper button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.35;
  }

  .stepper :is(button:not([aria-disabled='true']), label):hover,
  .stepper :is(button, select):focus-visible {
    background: var(--vaadin-background-container-strong, color-mix(in srgb, currentColor 10%, transparent));
  }

  .stepper label {
    display: flex;
    align-items: center;
    font: var(--stride-text-s) / 1 var(--stride-font-code);
    border-inline: 1px solid var(--stride-line);
    padding-inline-start: var(--stride-space-s);
  }

  .stepper code {
    font-size: 1em;
  }

  .stepper select {
    appearance: none;
    block-size: 100%;
    padding-inline: 1ch var(--stride-space-s);
    font-weight: var(--stride-weight-strong);
  }

  option {
    color: CanvasText;
    background: Canvas;
  }

  svg {
    inline-size: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* Planes, as many side by side as there is room for */
  .planes {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: var(--stride-space-m) var(--stride-space-l);
    margin-block: var(--stride-space-s);
  }

  figure {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: var(--stride-space-xs);
    max-inline-size: 100%;
  }

  @container (width >= 40rem) {
    figure:not(:only-child) {
      max-inline-size: calc((100% - var(--stride-space-l)) / 2);
    }
  }

  @container (width >= 60rem) {
    figure:nth-last-child(3),
    figure:nth-last-child(3) ~ figure {
      max-inline-size: calc((100% - 2 * var(--stride-space-l)) / 3);
    }
  }

  @container (width < 24rem) {
    .length {
      display: none;
    }
  }

  @container (width < 30rem) {
    .planes {
      flex-direction: column;
    }
  }

  figcaption {
    display: flex;
    gap: var(--stride-space-xs);
    align-items: center;
  }

  b {
    font-weight: var(--stride-weight-strong);
  }

  .across {
    margin-inline-start: auto;
    font: var(--stride-text-xs) var(--stride-font-code);
  }

  .copy {
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: var(--stride-radius-s);
    background: none;
    color: var(--stride-ink-muted);
    cursor: pointer;
  }

  .copy:hover {
    background: var(--vaadin-background-container-strong, color-mix(in srgb, currentColor 10%, transparent));
    color: var(--stride-ink);
  }

  .copy:focus-visible {
    outline: 2px solid var(--stride-focus);
  }

  .copy svg {
    stroke-width: 1.4;
  }

  .scroller {
    inline-size: fit-content;
    max-inline-size: 100%;
    max-block-size: 32rem;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scroll-padding: 2rem 0.25rem 0.25rem 3rem;
    padding: 2px;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-surface);
  }

  /* Fixed columns, as wide as the cells want them: thousands of cells are laid out in one go */
  table {
    table-layout: fixed;
    inline-size: 1px;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }

  col {
    inline-size: calc(var(--digits) * 0.9ch + 0.75rem);
  }

  .names {
    inline-size: calc(var(--name) * 1ch + 0.5rem);
  }

  th,
  .corner {
    position: sticky;
    z-index: 1;
    background: var(--stride-surface);
    color: var(--stride-ink-muted);
    font-size: var(--stride-text-xs);
    font-weight: 400;
  }

  thead :is(th, .corner) {
    inset-block-start: -2px;
    padding-block: 0.125rem;
  }

  .corner {
    z-index: 2;
    padding-inline: 0.375rem;
    font-family: var(--stride-font-code);
    font-weight: 400;
    white-space: nowrap;
  }

  .corner,
  th[scope='row'] {
    inset-inline-start: -2px;
    text-align: end;
  }

  th[scope='row'] {
    padding-inline: 0.375rem;
  }

  /* Cells: the border is the gap between neighbours */
  .cell {
    --colour: var(--stride-heat-zero);
    position: relative;
    block-size: 1.75rem;
    padding: 0 0.3125rem;
    border: 1px solid transparent;
    border-radius: 5px;
    background-color: color-mix(in oklab, var(--colour) var(--share), var(--stride-heat-zero));
    background-clip: padding-box;
    color: var(--stride-heat-ink);
    text-align: end;
    white-space: nowrap;
    cursor: default;
    outline-offset: -2px;
  }

  .bool .cell {
    text-align: center;
  }

  .negative {
    --colour: var(--stride-heat-negative);
  }

  .positive {
    --colour: var(--stride-heat-positive);
  }

  .none {
    --hatch: repeating-linear-gradient(-45deg, var(--stride-heat-hatch) 0 3px, transparent 3px 7px);
    background-image: var(--hatch);
  }

  .wrong {
    --corner: linear-gradient(to bottom right, var(--stride-heat-wrong) 49%, transparent 52%);
    background-image: var(--corner), var(--hatch, none);
    background-repeat: no-repeat, repeat;
    background-position: top left;
    background-size: 9px 9px, auto;
    box-shadow: inset 0 0 0 1.25px var(--stride-heat-wrong);
  }

  .first {
    --corner: radial-gradient(
      circle at 50% 50%,
      var(--stride-heat-wrong) 0 1.2px,
      transparent 1.6px 2.4px,
      var(--stride-heat-wrong) 2.8px 3.6px,
      transparent 4px
    );
    background-position: top 2px left 2px;
    box-shadow: inset 0 0 0 2.5px var(--stride-heat-wrong);
  }

  .hovered {
    outline: 1.5px dashed var(--stride-heat-ink);
  }

  .cell[tabindex] {
    outline: 1.5px solid var(--stride-heat-ink);
  }

  .cell:focus-visible {
    outline: 2px solid var(--stride-heat-ink);
    box-shadow: 0 0 0 3px var(--stride-focus);
    z-index: 1;
  }

  /* What the colours mean */
  .legend {
    display: flex;
    align-items: center;
    gap: var(--stride-space-s);
    inline-size: fit-content;
    color: var(--stride-ink-muted);
    font-size: var(--stride-text-xs);
    font-variant-numeric: tabular-nums;
  }

  .ramp {
    inline-size: 6rem;
    block-size: 0.375rem;
    border-radius: 1rem;
    background: linear-gradient(
      to right in oklab,
      var(--stride-heat-negative),
      var(--stride-heat-zero),
      var(--stride-heat-positive)
    );
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--stride-space-m);
    margin: 0;
    color: var(--stride-ink-muted);
    font-size: var(--stride-text-xs);
    font-variant-numeric: tabular-nums;
  }

  .facts div {
    display: flex;
    gap: 0.375rem;
  }

  .facts dd {
    margin: 0;
    color: var(--stride-ink);
  }

  /* The line below */
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--stride-space-m);
    align-items: baseline;
    min-block-size: 1.4em;
    margin-inline-end: auto;
  }

  .reading {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.375rem;
    align-items: baseline;
  }

  .status code {
    overflow-wrap: anywhere;
  }

  .status > code {
    font-weight: var(--stride-weight-strong);
  }

  .verdict {
    color: var(--stride-heat-wrong);
    font-weight: var(--stride-weight-strong);
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--stride-space-xs) var(--stride-space-m);
    color: var(--stride-ink-muted);
  }

  .key span,
  .key button {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }

  .key button {
    min-block-size: 1.75rem;
    padding: 0 var(--stride-space-s);
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-surface);
    color: var(--stride-ink);
    font: inherit;
    cursor: pointer;
  }

  .key button:hover {
    background: var(--vaadin-background-container-strong, color-mix(in srgb, currentColor 10%, transparent));
  }

  .key button:focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  .sample {
    font-style: normal;
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 4px;
  }

  .sample.first {
    background-position: center;
  }

  .empty {
    padding: var(--stride-space-l);
    border: 1px dashed var(--stride-line);
    border-radius: var(--stride-radius-m);
    color: var(--stride-ink-muted);
    text-align: center;
  }

  @media (prefers-reduced-motion: no-preference) {
    .gliding .cell {
      transition: background-color 160ms ease-out;
    }
  }

  @media (pointer: coarse) {
    .stepper,
    .key button {
      min-block-size: 2.5rem;
    }

    .stepper button {
      inline-size: 2.25rem;
    }

    .axis {
      gap: var(--stride-space-xs);
    }

    .copy {
      inline-size: 2.5rem;
      block-size: 2.5rem;
    }

    .cell {
      block-size: 2.25rem;
    }
  }

  /* Without colours of our own, borders and glyphs say it all */
  @media (forced-colors: active) {
    col:not(.names) {
      inline-size: calc(var(--digits) * 0.9ch + 2.75rem);
    }

    .cell {
      border-color: GrayText;
    }

    .wrong {
      border: 2px solid CanvasText;
    }

    .first {
      border: 4px double CanvasText;
    }

    .wrong::before {
      content: '◤ ' / '';
    }

    .first::before {
      content: '◎ ' / '';
    }

    .cell[tabindex],
    .hovered {
      outline-color: Highlight;
    }

    .stepper button[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }

    .ramp {
      forced-color-adjust: none;
    }
  }
`;
