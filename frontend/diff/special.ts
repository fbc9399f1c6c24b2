/**
 * What has no look of its own, or changes the look of what is around it: controls, marks of direction, joiners, spaces that
 * are none to Python, halves of surrogate pairs.
 */
const SPECIAL =
  /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff0-\ufffc\ud800-\udfff\u{e0000}-\u{e0fff}]/u;

/** A piece of text as it is shown: itself, or the code of a character that could not be seen. */
export interface Piece {
  text: string;
  special: boolean;
}

/** A text in pieces, in which nothing is invisible. */
export function visible(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const character of text) {
    const special = SPECIAL.test(character);
    const last = pieces.at(-1);
    if (!special && last && !last.special) {
      last.text += character;
    } else {
      pieces.push({ text: special ? code(character) : character, special });
    }
  }
  return pieces;
}

function code(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
