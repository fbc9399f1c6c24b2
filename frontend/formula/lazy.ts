/// <reference types="vite/client" />
/** KaTeX, its stylesheet and its fonts, in one piece that is loaded when the first formula is to be seen. */
import katex from 'katex';
import css from 'katex/dist/katex.css?raw';
import { face, withoutFonts } from './fonts';
import { options } from './options';

const fonts = import.meta.glob<string>('../../node_modules/katex/dist/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

// The browser fetches a face once a formula needs it.
for (const [file, address] of Object.entries(fonts)) {
  const { family, weight, style } = face(file);
  document.fonts.add(new FontFace(family, `url("${address}")`, { weight, style, display: 'swap' }));
}

export const sheet = new CSSStyleSheet();
// Vaadin's bundler makes an object of Lit's of every stylesheet; as a string it is the text
sheet.replaceSync(withoutFonts(String(css)));

/** Sets a formula in the place of what the element holds; false, and nothing changed, if KaTeX does not know it. */
export function set(latex: string, block: boolean, place: HTMLElement): boolean {
  try {
    const html = katex.renderToString(latex, options(block));
    place.innerHTML = html;
    return true;
  } catch {
    return false;
  }
}
