import { css } from 'lit';

export const styles = css`
  :host {
    --size: var(--stride-text-m);
    --line-height: 1.6;
    --gutter: calc(3ch + 1.5rem);
    --most: min(40rem, 70svh);
    display: block;
    container-type: inline-size;
    color: var(--stride-code-ink);
  }

  :host([hidden]) {
    display: none;
  }

  p {
    margin: 0;
  }

  .cm-editor,
  pre {
    min-block-size: calc(var(--stride-editor-lines, 12) * var(--line-height) * var(--size) + 2 * var(--stride-space-s) + 2px);
    max-block-size: var(--most);
    box-sizing: border-box;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-m);
    background: var(--stride-code-surface);
    font: var(--size) / var(--line-height) var(--stride-font-code);
    overflow: hidden;
  }

  /* What stands there until CodeMirror has come */
  pre {
    margin: 0;
    padding: var(--stride-space-s) var(--stride-space-l) var(--stride-space-s) calc(var(--gutter) + 6px);
    tab-size: 4;
  }

  .cm-editor.cm-focused {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  .cm-editor .cm-scroller {
    min-block-size: inherit;
    font: inherit;
    scrollbar-width: thin;
    overscroll-behavior-x: contain;
  }

  .cm-editor .cm-content {
    padding-block: var(--stride-space-s);
    caret-color: var(--stride-code-ink);
  }

  .cm-editor .cm-line {
    padding-inline: 6px var(--stride-space-l);
  }

  .cm-editor .cm-cursor {
    border-color: var(--stride-code-ink);
    border-inline-start-width: 2px;
  }

  .cm-editor > .cm-scroller > .cm-selectionLayer .cm-selectionBackground,
  .cm-editor.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground {
    background: var(--stride-code-selection);
  }

  .cm-editor .cm-specialChar {
    color: var(--stride-bad);
    font-weight: 700;
  }

  .cm-editor .cm-selectionMatch {
    background: none;
    box-shadow: inset 0 0 0 1px var(--stride-code-comment);
    border-radius: 2px;
  }

  .cm-editor.cm-focused .cm-matchingBracket {
    background: none;
    box-shadow: inset 0 0 0 1px var(--stride-code-name);
    border-radius: 2px;
  }

  .cm-editor.cm-focused .cm-nonmatchingBracket {
    background: none;
    box-shadow: inset 0 0 0 1px var(--stride-bad);
    border-radius: 2px;
  }

  .cm-editor .cm-searchMatch {
    background: var(--stride-code-emphasis);
    border-radius: 2px;
  }

  .cm-editor .cm-searchMatch-selected {
    box-shadow: inset 0 0 0 2px var(--stride-code-emphasis-bar);
  }

  /* Line numbers, with a dot where there is a mark */
  .cm-editor .cm-gutters.cm-gutters-before {
    border: 0;
    background: var(--stride-code-surface);
    color: var(--stride-code-comment);
  }

  .cm-editor .cm-lineNumbers .cm-gutterElement {
    position: relative;
    min-inline-size: var(--gutter);
    padding-inline: 1rem 0.5rem;
  }

  .dot {
    --severity: var(--stride-code-comment);
  }

  .error {
    --severity: var(--stride-bad);
  }

  .warning {
    --severity: var(--stride-code-emphasis-bar);
  }

  .info {
    --severity: var(--stride-call);
  }

  .dot::before {
    content: '';
    position: absolute;
    inset-block-start: calc((1lh - 0.5rem) / 2);
    inset-inline-start: 0.375rem;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    box-sizing: border-box;
    border: 4px solid var(--severity);
    border-radius: 50%;
  }

  .dot.warning::before {
    border-radius: 1px;
    rotate: 45deg;
  }

  .dot.info::before,
  .dot.stale::before {
    border-width: 2px;
  }

  .marked {
    text-decoration: underline wavy var(--severity) 1.5px;
    text-decoration-skip-ink: none;
    text-underline-offset: 3px;
  }

  .marked.stale {
    text-decoration: none;
  }

  /* The note below a line stays in view while the code scrolls sideways */
  .below {
    position: sticky;
    inset-inline-start: var(--gutter);
    inline-size: fit-content;
    max-inline-size: min(44rem, 100cqi - var(--gutter) - 1.5rem);
    padding-block: 0.25rem 0.375rem;
    padding-inline-start: 6px;
    box-sizing: border-box;
    white-space: normal;
  }

  .note {
    --severity: var(--stride-line);
    padding: 0.375rem var(--stride-space-m);
    border: 1px solid var(--stride-line);
    border-inline-start: 3px solid var(--severity);
    border-radius: var(--stride-radius-s);
    background: var(--stride-card);
    color: var(--stride-ink);
    font: var(--stride-text-s) / 1.5 var(--stride-font);
    overflow-wrap: anywhere;
    cursor: default;
    transition: color 200ms, border-color 200ms;
  }

  .note.error {
    --severity: var(--stride-bad);
  }

  .note.warning {
    --severity: var(--stride-code-emphasis-bar);
  }

  .note.info {
    --severity: var(--stride-call);
  }

  .note.stale {
    color: var(--stride-ink-muted);
  }

  .note .message {
    white-space: pre-line;
  }

  .note b {
    color: var(--stride-code-ink);
    font-weight: var(--stride-weight-strong);
  }

  .note.error b {
    color: var(--stride-bad);
  }

  .note.stale b {
    color: inherit;
  }

  .note table {
    margin-block: 0.25rem 0.125rem;
    border-collapse: collapse;
    font: var(--stride-text-s) / 1.45 var(--stride-font-code);
  }

  .note :is(th, td) {
    padding: 0.125rem 0;
    text-align: start;
    vertical-align: top;
  }

  .note th {
    padding-inline-end: var(--stride-space-l);
    color: var(--stride-code-name);
    font-weight: 400;
    overflow-wrap: normal;
  }

  .note.stale th {
    color: inherit;
  }

  .note td {
    white-space: pre-wrap;
  }

  /* Searching */
  .cm-editor .cm-panels.cm-panels-top {
    border-block-end: 1px solid var(--stride-line);
    background: var(--stride-card);
    color: var(--stride-ink);
  }

  .cm-editor .cm-panel:is(.cm-search, .cm-dialog) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem var(--stride-space-s);
    padding: var(--stride-space-s);
    font: var(--stride-text-s) / 1.4 var(--stride-font);
  }

  /* Replacing begins a row of its own: this takes what is left of the row before */
  .cm-search::before {
    content: '';
    flex-basis: 100%;
    order: 1;
  }

  .cm-search :is([name='replace'], [name='replaceAll']) {
    order: 2;
  }

  .cm-editor .cm-panel.cm-panel :is(input, button, label) {
    margin: 0;
    font: inherit;
  }

  .cm-editor .cm-panel.cm-panel label {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.5rem;
  }

  .cm-panel input[type='checkbox'] {
    inline-size: 1rem;
    block-size: 1rem;
    accent-color: var(--stride-call);
  }

  .cm-editor .cm-panel :is(.cm-textfield, .cm-button) {
    min-block-size: 2rem;
    box-sizing: border-box;
    border: 1px solid var(--stride-line);
    border-radius: var(--stride-radius-s);
    background: var(--stride-code-surface);
    color: var(--stride-code-ink);
  }

  .cm-editor .cm-panel.cm-panel .cm-textfield {
    flex: 1 1 8rem;
    min-inline-size: 0;
    max-inline-size: 18rem;
    padding: 0 var(--stride-space-s);
    border-color: var(--stride-code-comment);
    font: var(--size) / 1.4 var(--stride-font-code);
  }

  .cm-panel .cm-textfield::placeholder {
    color: var(--stride-code-comment);
    opacity: 1;
  }

  .cm-editor .cm-panel .cm-button {
    padding: 0 var(--stride-space-m);
    cursor: pointer;
  }

  .cm-editor .cm-panel .cm-button:hover {
    background: var(--stride-code-emphasis);
  }

  .cm-editor .cm-panel.cm-panel :is([name='close'], .cm-dialog-close) {
    inset-block-start: var(--stride-space-s);
    inset-inline-end: var(--stride-space-s);
    inline-size: 2rem;
    block-size: 2rem;
    border: 0;
    border-radius: var(--stride-radius-s);
    background: none;
    color: inherit;
    font-size: var(--stride-text-heading);
    cursor: pointer;
  }

  .cm-editor .cm-panel :is(input, button):focus-visible {
    outline: 2px solid var(--stride-focus);
    outline-offset: 1px;
  }

  @container (width < 40rem) {
    .cm-editor .cm-panel [name='select'] {
      display: none;
    }

    .cm-editor .cm-panel.cm-panel .cm-textfield {
      flex-basis: 5rem;
    }

    /* Room for the button that closes */
    .cm-editor .cm-panel.cm-panel [name='prev'] {
      margin-inline-end: 2.25rem;
    }
  }

  /* Below the editor */
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--stride-space-l);
    margin-block-start: var(--stride-space-xs);
  }

  .hint {
    color: var(--stride-ink-muted);
    font: var(--stride-text-s) / 1.5 var(--stride-font);
  }

  /* Its place is kept while there is nothing to say: else what lies below would move under the pointer as it speaks up */
  stride-draft-status {
    min-inline-size: 8rem;
    min-block-size: calc(1.5 * var(--stride-text-s));
  }

  .trouble:not(:empty) {
    margin-block-start: var(--stride-space-s);
    padding: var(--stride-space-s) var(--stride-space-m);
    border-inline-start: 3px solid var(--stride-code-emphasis-bar);
    border-radius: var(--stride-radius-s);
    background: var(--stride-code-emphasis);
    color: var(--stride-code-ink);
    font: var(--stride-text-m) / 1.5 var(--stride-font);
  }

  :host([disabled]) .cm-editor {
    border-style: dashed;
  }

  /* Smaller letters would make phones zoom in on what has the focus; keys are of no use to fingers, except to be heard */
  @media (pointer: coarse) {
    :host {
      --size: 1rem;
    }

    .cm-editor .cm-panel :is(.cm-textfield, .cm-button, label) {
      min-block-size: 2.5rem;
    }

    .hint {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: 0;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .note {
      transition: none;
    }

    /* CodeMirror sets its own on the element */
    .cm-editor .cm-cursorLayer {
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .cm-editor .cm-selectionLayer .cm-selectionBackground {
      forced-color-adjust: none;
      background: Highlight;
    }

    .cm-editor :is(.cm-selectionMatch, .cm-searchMatch, .cm-matchingBracket, .cm-nonmatchingBracket) {
      outline: 1px solid Highlight;
    }
  }
`;
