import { html, nothing, type TemplateResult } from 'lit';
import { exact } from '../tensor-view/numbers';
import { fill } from '../words/fill';
import type { Line, Term } from './model';
import { written } from './operations/common';
import type { Texts } from './texts';

/** More terms than this are cut short; the list below has them all. */
const SHOWN = 4;

/** The very numbers of a step: products, sum, bias and result, each with its name below it. */
export function formula(lines: readonly Line[], texts: Texts): TemplateResult[] {
  return lines.map(
    (line) => html`
      <p class="line">
        <code class="left">${line.left}</code>
        <span class="sign">${line.sign}</span>
        ${line.verdict === undefined ? numbers(line, texts) : verdict(line)}
      </p>
    `,
  );
}

function verdict({ terms, verdict: is }: Line) {
  return html`
    <span class="part"><span class="digits">${text(terms[0]!)}</span></span>
    <span class="sign">→</span>
    <span class="part result"><span class="digits">${is ? 'True' : 'False'}</span></span>
  `;
}

function numbers(line: Line, texts: Texts) {
  const { terms, how, bias, sum, result } = line;
  const label =
    how === 'sum'
      ? fill(texts.sumOf, { count: terms.length, sum: written(sum!) })
      : how === 'each'
        ? fill(texts.eachLabel, { count: terms.length })
        : how === 'mean'
          ? fill(texts.sumOf, { count: terms.length, sum: written(sum!) })
          : '';
  const changed = !(how === 'is' && terms.length === 1 && result !== undefined && text(terms[0]!) === written(result));
  return html`
    ${terms.length === 0
      ? nothing
      : html`<span class="part"><span class="digits">${wrapped(line)}</span>${under(label)}</span>`}
    ${bias === undefined
      ? nothing
      : html`<span class="sign">+</span>
          <span class="part bias"><span class="digits">${bracketed(bias)}</span>${under(texts.biasLabel)}</span>`}
    ${result === undefined || !changed
      ? nothing
      : html`${terms.length === 0 ? nothing : html`<span class="sign">=</span>`}
          <span class="part result"><span class="digits">${written(result)}</span>${under(texts.resultLabel)}</span>`}
  `;
}

function under(label: string | undefined) {
  return label ? html`<small>${label}</small>` : nothing;
}

function wrapped({ how, terms }: Line): string {
  const shown = terms.slice(0, SHOWN).map(text);
  const more = terms.length > SHOWN ? ['…'] : [];
  switch (how) {
    case 'max':
      return `max(${[...terms.slice(0, 9).map(text), ...(terms.length > 9 ? ['…'] : [])].join(', ')})`;
    case 'mean':
      return `(${[...shown, ...more].join(' + ')}) / ${terms.length}`;
    case 'each':
      return [...shown, ...more].join(',  ');
    default:
      return [...shown, ...more].join(' + ');
  }
}

function text({ factors, text: own }: Term): string {
  return own ?? factors.map((factor, i) => (i === 0 && factors.length === 1 ? written(factor) : bracketed(factor))).join('·');
}

function bracketed(value: number): string {
  return value < 0 ? `(${written(value)})` : written(value);
}

/** All terms, with their names and in full. */
export function termTable(lines: readonly Line[], texts: Texts): TemplateResult {
  const rows = lines.flatMap((line) => line.terms);
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.term}</th>
          <th scope="col">${texts.numbers}</th>
          <th scope="col">${texts.gives}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (term) => html`
            <tr>
              <td><code>${term.label}</code></td>
              <td>${term.text ?? term.factors.map((factor) => full(factor)).join(' · ')}</td>
              <td>${full(term.value)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function full(value: number): string {
  return exact(value, Number.isInteger(value) && Math.abs(value) < 1e15 ? 'int' : 'float').replaceAll('-', '−');
}
