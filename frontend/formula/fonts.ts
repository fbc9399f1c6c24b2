/** What KaTeX calls a font in its stylesheet. */
export interface Face {
  family: string;
  weight: 'normal' | 'bold';
  style: 'normal' | 'italic';
}

/** The face that a file such as `KaTeX_Main-BoldItalic.woff2` holds. */
export function face(file: string): Face {
  const [, family, cut] = /([^/]+)-(Regular|BoldItalic|Bold|Italic)[^/]*\.woff2/.exec(file) ?? [];
  if (!family || !cut) {
    throw new Error(`No font of KaTeX is named ${file}`);
  }
  return {
    family,
    weight: cut.startsWith('Bold') ? 'bold' : 'normal',
    style: cut.endsWith('Italic') ? 'italic' : 'normal',
  };
}

/** KaTeX's stylesheet without its fonts: those count for a whole document, so a shadow tree cannot bring them. */
export function withoutFonts(css: string): string {
  return css.replace(/@font-face\s*\{[^}]*\}/g, '');
}
