import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--stride-ink);
    font: var(--stride-text-m) / 1.5 var(--stride-font);
  }

  section {
    margin-block-end: var(--stride-space-m);
    padding: var(--stride-space-m) var(--stride-space-l) var(--stride-space-l);
    border: 1px solid var(--stride-line);
    border-inline-start: 3px solid var(--stride-call);
    border-radius: var(--stride-radius-m);
    background: var(--stride-card);
  }

  h3 {
    margin: 0;
    font-size: var(--stride-text-l);
    font-weight: var(--stride-weight-strong);
  }

  p {
    margin: 0;
  }

  section > p {
    max-inline-size: 44rem;
    margin-block: var(--stride-space-xs) var(--stride-space-m);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--stride-space-s);
    margin-block-start: var(--stride-space-m);
  }

  button {
    min-block-size: 2.25rem;
    padding: 0 var(--stride-space-l);
    border: 1px solid var(--stride-call);
    border-radius: var(--stride-radius-m);
    background: var(--stride-card);
    color: var(--stride-call);
    font: inherit;
    font-weight: var(--stride-weight-strong);
    cursor: pointer;
  }

  button:hover:enabled {
    background: var(--stride-code-selection);
  }

  button:disabled {
    border-color: var(--stride-line);
    color: var(--stride-ink-muted);
    cursor: default;
  }

  button:focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  .aloud {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .outcome:not(:empty) {
    margin-block-end: var(--stride-space-s);
  }

  .outcome:focus {
    outline: none;
  }

  @media (pointer: coarse) {
    button {
      min-block-size: 2.75rem;
    }
  }
`;
