import { css } from 'lit';

/** A row of buttons of which one is pressed, as in the header. */
export const styles = css`
  :host {
    display: inline-flex;
  }
  div {
    display: inline-flex;
    border: 1px solid var(--vaadin-border-color, currentColor);
    border-radius: var(--vaadin-radius-m, 0.5rem);
    overflow: hidden;
  }
  button {
    font: inherit;
    font-size: var(--stride-text-s);
    color: inherit;
    background: none;
    border: 0;
    padding: 0.3rem 0.7rem;
    min-height: 2rem;
    cursor: pointer;
    white-space: nowrap;
  }
  button + button {
    border-inline-start: 1px solid var(--vaadin-border-color, currentColor);
  }
  button[aria-pressed='true'] {
    background: var(--vaadin-background-container-strong, Highlight);
    font-weight: 600;
  }
  button:focus-visible {
    outline: 2px solid var(--vaadin-focus-ring-color, Highlight);
    outline-offset: -2px;
  }
`;
