import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--stride-code-ink);
  }

  :host([hidden]) {
    display: none;
  }

  p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--stride-space-l);
    margin: 0 0 var(--stride-space-xs);
    font: var(--stride-text-s) / 1.5 var(--stride-font);
  }

  .side {
    overflow-wrap: anywhere;
  }

  .counts {
    color: var(--stride-ink-muted);
  }

  b.removed {
    color: var(--stride-bad);
  }

  b.added {
    color: var(--stride-good);
  }

  .scroller {
    max-block-size: min(32rem, 60svh);
    box-sizing: border-box;
    overflow: auto;
    scrollbar-width: thin;
    overscroll-behavior-x: contain;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-code-surface);
  }

  :is(.scroller, button):focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  .code {
    inline-size: max-content;
    min-inline-size: 100%;
    font: var(--stride-text-s) / 1.6 var(--stride-font-code);
    tab-size: 4;
  }

  :is(ins, del) {
    display: block;
    text-decoration: none;
  }

  .line {
    display: block;
    padding-inline-end: var(--stride-space-l);
    border-inline-start: 3px solid transparent;
    white-space: pre;
    direction: ltr;
    unicode-bidi: isolate;
  }

  .line::before {
    content: attr(data-margin) / '';
    color: var(--stride-code-comment);
  }

  :is(ins, del) .line::before {
    color: inherit;
  }

  ins .line {
    border-color: var(--stride-good);
    background: var(--stride-code-added);
  }

  del .line {
    border-color: var(--stride-bad);
    background: var(--stride-code-removed);
  }

  .differs {
    border-block-end: 2px solid;
    border-radius: 2px;
  }

  ins .differs {
    border-color: var(--stride-good);
    background: var(--stride-code-added-words);
  }

  del .differs {
    border-color: var(--stride-bad);
    background: var(--stride-code-removed-words);
  }

  .special {
    padding-inline: 2px;
    border: 1px dotted;
    border-radius: 2px;
    font-size: 0.85em;
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

  button {
    position: sticky;
    inset-inline-start: 0;
    display: block;
    min-block-size: 1.75rem;
    padding: 0 var(--stride-space-m);
    border: 0;
    background: none;
    color: var(--stride-call);
    font: var(--stride-text-s) / 1.5 var(--stride-font);
    cursor: pointer;
  }

  button:hover {
    text-decoration: underline;
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  @media (pointer: coarse) {
    button {
      min-block-size: 2.5rem;
    }
  }

  @media (forced-colors: active) {
    .line {
      border-color: Canvas;
    }

    :is(ins, del) .line {
      border-color: Highlight;
    }
  }
`;
