import { css } from 'lit';

export const styles = css`
  :host {
    display: inline;
  }

  :host([block]) {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]) {
    display: none;
  }

  .katex {
    font-size: 1.08em;
    line-height: 1.3;
  }

  /* What is wide scrolls by itself; the space above and below keeps tall brackets from being cut off. */
  .scroller {
    overflow: auto hidden;
    padding-block: var(--stride-space-s);
    scrollbar-width: thin;
    border-radius: var(--stride-radius-s);
  }

  .scroller:focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  :host([block]) .katex-display {
    margin: 0;
  }

  /* As wide as the formula, which tells when letters come late */
  .scroller > .set:not([hidden]) {
    display: block;
    inline-size: max-content;
    min-inline-size: 100%;
  }

  /* The formula as it was written, until it is set, or where it cannot be */
  .source {
    color: inherit;
    font-family: var(--stride-font-code);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }

  .scroller .source {
    display: block;
    text-align: center;
  }

  [hidden] {
    display: none;
  }
`;
