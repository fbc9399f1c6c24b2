import { css } from 'lit';

/** The colours of Python's words, by the classes that Lezer's classHighlighter gives them. */
export const syntax = css`
  .tok-comment {
    color: var(--stride-code-comment);
    font-style: italic;
  }

  .tok-keyword {
    color: var(--stride-code-keyword);
  }

  :is(.tok-string, .tok-string2) {
    color: var(--stride-code-string);
  }

  :is(.tok-number, .tok-bool, .tok-atom) {
    color: var(--stride-code-number);
  }

  :is(.tok-definition, .tok-className, .tok-meta) {
    color: var(--stride-code-name);
  }
`;
