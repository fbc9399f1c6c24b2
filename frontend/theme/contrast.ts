/** Colours as the tests of the tokens need them: what `color-mix(in oklab, …)` gives, and WCAG's contrast of two. */

export type Colour = readonly [red: number, green: number, blue: number];
export type Scheme = 'light' | 'dark';

/** Red, green and blue, 0 to 1, of `#rrggbb`. */
export function parse(hex: string): Colour {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) {
    throw new Error(`not a colour of the form #rrggbb: ${hex}`);
  }
  const channel = (start: number) => parseInt(hex.slice(start, start + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** The colour of a token `--name: light-dark(#rrggbb, #rrggbb)` in a style sheet, in one scheme. */
export function token(styleSheet: string, name: string, scheme: Scheme): Colour {
  const pattern = new RegExp(`${name}:\\s*light-dark\\((#\\w{6}),\\s*(#\\w{6})\\)`);
  const match = pattern.exec(styleSheet);
  if (!match) {
    throw new Error(`${name} is not set with light-dark(#rrggbb, #rrggbb)`);
  }
  return parse(scheme === 'light' ? match[1]! : match[2]!);
}

/** As `color-mix(in oklab, to share, from)` does; a share of 0 is `from`, of 1 is `to`. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const [start, end] = [oklab(from), oklab(to)];
  return fromOklab(start.map((value, i) => value + (end[i]! - value) * share));
}

/** WCAG's contrast ratio, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map(linear);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function encoded(channel: number): number {
  const clipped = Math.min(1, Math.max(0, channel));
  return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
}

// The matrices are those of Björn Ottosson, "A perceptual color space for image processing" (2020), public domain:
// https://bottosson.github.io/posts/oklab/
function oklab(colour: Colour): number[] {
  const rgb = colour.map(linear);
  const cone = product(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return product(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone.map(Math.cbrt),
  );
}

function fromOklab(lab: number[]): Colour {
  const cone = product(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  );
  const [red, green, blue] = product(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    cone.map((value) => value ** 3),
  ).map(encoded);
  return [red!, green!, blue!];
}

function product(matrix: number[][], vector: number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i]!, 0));
}
