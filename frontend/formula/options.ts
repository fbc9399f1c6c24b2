import type { KatexOptions } from 'katex';

/** How KaTeX sets every formula: seen as HTML, heard as MathML; nothing in a formula may link, load or style anything. */
export function options(block: boolean): KatexOptions {
  return { displayMode: block, output: 'htmlAndMathml', strict: 'error', trust: false, throwOnError: true };
}
