/** How the numbers of an array are written: short in a cell, in full on the status line. */

/** A value as it crosses from the server: JSON has no word for the last three. */
export type Value = number | 'NaN' | 'Infinity' | '-Infinity';
export type Kind = 'float' | 'int' | 'bool';

const MINUS = '\u2212';

/** Short, for a cell: `1.62`, `−0.61`, `3.0e−5`, `12`, `True`, `nan`. */
export function compact(value: Value, kind: Kind): string {
  return short(Number(value), kind).replaceAll('-', MINUS);
}

function short(number: number, kind: Kind): string {
  if (!Number.isFinite(number) || kind === 'bool') {
    return exact(number, kind);
  }
  return kind === 'int' ? whole(number) : real(number);
}

/** In full, as Python's `repr` writes it: `1.6243453636632417`, `1e-05`, `2.0`, `12`, `True`, `-inf`. */
export function exact(value: Value, kind: Kind): string {
  const number = Number(value);
  if (Number.isNaN(number)) {
    return 'nan';
  }
  if (!Number.isFinite(number)) {
    return number > 0 ? 'inf' : '-inf';
  }
  if (kind === 'bool') {
    return number !== 0 ? 'True' : 'False';
  }
  return kind === 'int' ? BigInt(number).toString() : repr(number);
}

/** About how wide a text of `compact` is, in digits: enough to make all columns equally wide. */
export function widthOf(text: string): number {
  return text.length - (text.includes('.') ? 0.5 : 0);
}

function real(number: number): string {
  const magnitude = Math.abs(number);
  return magnitude !== 0 && (magnitude < 0.01 || magnitude > 9999)
    ? scientific(number)
    : (magnitude === 0 ? 0 : number).toFixed(2);
}

function whole(number: number): string {
  return Math.abs(number) < 100_000 ? BigInt(number).toString() : scientific(number);
}

function scientific(number: number): string {
  return number.toExponential(1).replace('e+', 'e');
}

/** JavaScript and Python find the same shortest digits; they differ in where the exponent starts and how it looks. */
function repr(number: number): string {
  if (Object.is(number, -0)) {
    return '-0.0';
  }
  const [digits, power] = number.toExponential().split('e') as [string, string];
  const exponent = Number(power);
  if (number !== 0 && (exponent < -4 || exponent >= 16)) {
    return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (exponent < 0) {
    return number.toFixed(digits.replace(/\D/g, '').length - 1 - exponent);
  }
  const text = String(number);
  return text.includes('.') ? text : `${text}.0`;
}
