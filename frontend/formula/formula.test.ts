/// <reference types="node" />
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import katex from 'katex';
// @ts-ignore: Node wants the file's ending, which the bundler's settings refuse
import { face, withoutFonts } from './fonts.ts';
// @ts-ignore
import { formulas } from './lessons.ts';
// @ts-ignore
import { options } from './options.ts';

const resources = new URL('../../src/main/resources/', import.meta.url);
const dist = new URL('../../node_modules/katex/dist/', import.meta.url);

/** Every lesson that there is, by its place among the resources. */
function lessons(): string[] {
  const exercises = readdirSync(new URL('exercises/', resources)).flatMap((name) =>
    readdirSync(new URL(`exercises/${name}/`, resources)).map((file) => `exercises/${name}/${file}`),
  );
  const folder = new URL('lessons/', resources);
  const others = existsSync(folder) ? readdirSync(folder).map((file) => `lessons/${file}`) : [];
  return [...exercises, ...others].filter((file) => file.endsWith('.md'));
}

test('a formula is seen as HTML that is silent, and heard as MathML', () => {
  const html = katex.renderToString('z = \\sum_i x_i w_i + b', options(true));
  assert.match(html, /<math[^>]*display="block"/);
  assert.match(html, /<span class="katex-html" aria-hidden="true">/);
});

test('words in Chinese may stand in a formula', () => {
  assert.match(katex.renderToString('n_H = \\text{高度}', options(false)), /高度/);
});

for (const [what, latex] of [
  ['what is not LaTeX', '\\frac{1}{'],
  ['what only KaTeX takes', '高'],
  ['a link', '\\href{https://example.org/}{x}'],
  ['a picture', '\\includegraphics{x.png}'],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => {
      const html = katex.renderToString(latex, options(false));
      // KaTeX sets what it does not trust as its bare name, in red
      assert.doesNotMatch(html, /color:#cc0000/, latex);
    });
  });
}

test('formulas are found within lines and on lines of their own, but not in code or figures', () => {
  const text = [
    'With $p = 1$ and `$no$`, and $$',
    '',
    '$$a = b$$',
    '',
    '$$',
    'c = d \\\\',
    'e = f',
    '$$',
    '```figure',
    'caption: $no$',
    '```',
    '- then $q_{1}$.',
  ].join('\n');
  assert.deepEqual(formulas(text.replace(', and $$', '')), [
    { line: 3, latex: 'a = b', block: true },
    { line: 5, latex: 'c = d \\\\\ne = f', block: true },
    { line: 1, latex: 'p = 1', block: false },
    { line: 12, latex: 'q_{1}', block: false },
  ]);
});

test('every font that the stylesheet asks for has a file, and no other is in it afterwards', () => {
  const css = readFileSync(new URL('katex.css', dist), 'utf8');
  const asked = [...css.matchAll(/url\(['"]?fonts\/([^)'"]+\.woff2)/g)].map(([, file]) => file!);
  const there = readdirSync(new URL('fonts/', dist)).filter((file) => file.endsWith('.woff2'));
  assert.deepEqual(asked.sort(), there.sort());
  assert.doesNotMatch(withoutFonts(css), /@font-face|url\(/);
  assert.match(withoutFonts(css), /\.katex \.mfrac/);
});

test('a file says which face it holds', () => {
  assert.deepEqual(face('fonts/KaTeX_Main-Regular.woff2'), { family: 'KaTeX_Main', weight: 'normal', style: 'normal' });
  assert.deepEqual(face('KaTeX_Math-BoldItalic.woff2'), { family: 'KaTeX_Math', weight: 'bold', style: 'italic' });
  assert.throws(() => face('KaTeX_Main.woff2'), /KaTeX_Main\.woff2/);
});

for (const file of lessons()) {
  test(`every formula of ${file} can be set`, () => {
    for (const { line, latex, block } of formulas(readFileSync(new URL(file, resources), 'utf8'))) {
      assert.doesNotThrow(() => katex.renderToString(latex, options(block)), `${file}:${line}: ${latex}`);
    }
  });
}
