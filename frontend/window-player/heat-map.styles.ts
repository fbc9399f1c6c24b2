import { css } from 'lit';

export const heatMapStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    max-inline-size: 100%;
    --head: 1.125rem;
    --side: 1.375rem;
  }

  figure {
    display: grid;
    grid-template-columns: minmax(0, auto);
    gap: var(--stride-space-xs);
    margin: 0;
  }

  figcaption {
    display: grid;
    /* A caption must not make its map wider */
    inline-size: 0;
    min-inline-size: max(100%, var(--caption, 10.5rem));
    line-height: 1.3;
  }

  b {
    font-weight: var(--stride-weight-strong);
  }

  code {
    font-family: var(--stride-font-code);
    font-size: var(--stride-text-xs);
    overflow-wrap: anywhere;
  }

  .shape {
    min-block-size: 1.3em;
    color: var(--stride-ink-muted);
    font-size: var(--stride-text-xs);
    font-variant-numeric: tabular-nums;
  }

  .scroller {
    inline-size: fit-content;
    max-inline-size: 100%;
    max-block-size: 34rem;
    overflow: auto;
    overscroll-behavior-inline: contain;
    scrollbar-width: thin;
    /* Room for the boxes and the focus at the edges */
    padding: 3px;
    margin: -3px;
  }

  .frame {
    position: relative;
    contain: layout style;
    inline-size: max-content;
  }

  table {
    table-layout: fixed;
    inline-size: 1px;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--digit-size);
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  thead td {
    inline-size: var(--side);
    padding: 0;
  }

  th {
    padding: 0;
    color: var(--stride-ink-muted);
    font-size: 0.6875rem;
    font-weight: 400;
  }

  th[scope='col'] {
    inline-size: var(--w);
    block-size: var(--head);
  }

  th[scope='row'] {
    padding-inline-end: 0.375rem;
    text-align: end;
  }

  .cell {
    --colour: var(--stride-heat-zero);
    box-sizing: border-box;
    block-size: var(--h);
    padding: 0;
    border: 1px solid transparent;
    border-radius: 4px;
    background-color: color-mix(in oklab, var(--colour) var(--share), var(--stride-heat-zero));
    background-clip: padding-box;
    color: var(--stride-heat-ink);
    text-align: center;
    white-space: nowrap;
    cursor: default;
    outline-offset: -2px;
    /* Not behind the controls */
    scroll-margin-block: 2rem 7rem;
  }

  .negative {
    --colour: var(--stride-heat-negative);
  }

  .positive {
    --colour: var(--stride-heat-positive);
  }

  .padding {
    background-image: repeating-linear-gradient(
      -45deg,
      var(--stride-heat-hatch) 0 2px,
      transparent 2px 6px
    );
  }

  .empty {
    background: none;
    box-shadow: inset 0 0 0 1px var(--stride-line);
    border-color: var(--stride-surface);
  }

  .none {
    background-image: repeating-linear-gradient(45deg, var(--stride-heat-hatch) 0 3px, transparent 3px 7px);
  }

  .wrong {
    background-image: linear-gradient(to bottom right, var(--stride-heat-wrong) 49%, transparent 52%);
    background-repeat: no-repeat;
    background-size: 9px 9px;
    box-shadow: inset 0 0 0 1.5px var(--stride-heat-wrong);
  }

  /* Too long for its column, such as 2.1e−3 */
  .long {
    font-size: 0.82em;
    letter-spacing: -0.03em;
  }

  .single {
    --head: 0px;
    --side: 0px;
  }

  .single :is(thead, th) {
    display: none;
  }

  .single .cell {
    inline-size: var(--w);
  }

  .editable .cell:not(.padding) {
    cursor: text;
  }

  .editable .cell:not(.padding):hover {
    outline: 1.5px dashed var(--stride-heat-ink);
  }

  .cell:focus-visible {
    outline: 2px solid var(--stride-focus);
  }

  .editor {
    position: absolute;
    z-index: 3;
    box-sizing: border-box;
    inline-size: max(var(--w), 5rem);
    block-size: var(--h);
    padding: 0 0.25rem;
    border: 2px solid var(--stride-focus);
    border-radius: 4px;
    background: var(--stride-surface);
    color: var(--stride-ink);
    font: inherit;
    font-size: max(var(--digit-size), 0.875rem);
    font-variant-numeric: tabular-nums;
    outline: none;
  }

  /* The window and what else is drawn over the cells */
  .box {
    position: absolute;
    inset-block-start: var(--head);
    inset-inline-start: var(--side);
    box-sizing: border-box;
    border: 2.5px solid var(--stride-window);
    border-radius: 6px;
    pointer-events: none;
    will-change: transform;
  }

  .box[hidden] {
    display: none;
  }

  .window,
  .cell.box {
    z-index: 1;
    box-shadow:
      0 0 0 1.5px var(--stride-surface),
      0 1px 6px 1px color-mix(in srgb, var(--stride-window) 35%, transparent);
  }

  .box.cell {
    background: none;
  }

  .best {
    z-index: 2;
    border-color: transparent;
    outline: 1.5px solid var(--stride-window);
    outline-offset: -4px;
  }

  .yours,
  .differs {
    z-index: 2;
    border: 2px dashed var(--stride-heat-wrong);
    border-radius: 2px;
  }

  .yours {
    border-style: dotted;
  }

  @media (prefers-reduced-motion: no-preference) {
    .box:not(.best) {
      transition: transform var(--glide, 0ms) ease-out;
    }
  }

  @media (forced-colors: active) {
    .cell {
      border-color: GrayText;
    }

    .wrong {
      border: 2px dashed CanvasText;
    }

    .box {
      border-color: Highlight;
      forced-color-adjust: none;
    }
  }
`;
