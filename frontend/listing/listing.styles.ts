import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    color: var(--stride-code-ink);
  }

  :host([hidden]) {
    display: none;
  }

  .scroller {
    overflow-x: auto;
    scrollbar-width: thin;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-code-surface);
  }

  .scroller:focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  pre {
    inline-size: max-content;
    min-inline-size: 100%;
    margin: 0;
    padding-block: var(--stride-space-s);
    font: var(--stride-text-s) / 1.6 var(--stride-font-code);
    tab-size: 4;
  }

  code {
    display: block;
    counter-reset: line;
    font: inherit;
  }

  .line {
    display: block;
    padding-inline: calc(var(--digits) * 1ch + 2.5ch) var(--stride-space-l);
    border-inline-start: 3px solid transparent;
    counter-increment: line;
  }

  /* Scrolled to its end, the first line is clear of the button that lies over it */
  .line:first-child {
    padding-inline-end: 5.5rem;
  }

  .line::before {
    content: counter(line) / '';
    position: absolute;
    inline-size: calc(var(--digits) * 1ch);
    margin-inline-start: calc(var(--digits) * -1ch - 1.5ch);
    color: var(--stride-code-comment);
    text-align: end;
  }

  .emphasis {
    border-color: var(--stride-code-emphasis-bar);
    background: var(--stride-code-emphasis);
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    user-select: none;
  }

  button,
  .copied {
    position: absolute;
    inset: 0.375rem 0.375rem auto auto;
    padding: 0.125rem var(--stride-space-s);
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-s);
    background: var(--stride-code-surface);
    color: var(--stride-code-ink);
    font: var(--stride-text-xs) / 1.5 var(--stride-font);
  }

  button {
    min-block-size: 1.625rem;
    cursor: pointer;
  }

  button:hover {
    background: var(--stride-code-emphasis);
  }

  button:focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  /* Lies over the button for as long as it has something to say */
  .copied {
    display: grid;
    place-items: center;
    min-block-size: 1.25rem;
    color: var(--stride-code-string);
    font-weight: var(--stride-weight-strong);
    pointer-events: none;
  }

  .copied:empty {
    padding: 0;
    border: 0;
  }

  @media (pointer: coarse) {
    button {
      min-block-size: 2.5rem;
      padding-inline: var(--stride-space-m);
    }
  }

  @media (forced-colors: active) {
    .line {
      border-color: Canvas;
    }

    .emphasis {
      border-color: Highlight;
    }
  }
`;
