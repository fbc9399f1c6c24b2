import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/python';

/** A piece of a line, and the classes of syntax.styles.ts that give it its colour, if any. */
export interface Token {
  text: string;
  classes: string;
}

/** The tokens of each line of Python. */
export function highlighted(code: string): Token[][] {
  const lines: Token[][] = [[]];
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, classes) => lines.at(-1)!.push({ text, classes }),
    () => lines.push([]),
  );
  return lines;
}
