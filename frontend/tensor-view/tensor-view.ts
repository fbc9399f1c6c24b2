import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { fill } from '../words/fill';
import { copyText } from './copying';
import { compact, exact, widthOf, type Kind, type Value } from './numbers';
import { numpyText } from './numpy-text';
import { patternOf, sentencesOf } from './pattern';
import { heatOf, heatOfBoolean, limitOf } from './scale';
import {
  clamp,
  columnsOf,
  indexAt,
  indexed,
  moved,
  offsetOf,
  offsetsOf,
  otherAxes,
  placeOf,
  rowsOf,
  shownAxes,
  sizeOf,
  sliceText,
  within,
  type Place,
  type Slice,
} from './slicing';
import { statisticsOf } from './statistics';
import { styles } from './tensor-view.styles';

/** One array, its values in row-major order. A third plane, the difference of the first two, has a scale of its own. */
export interface Plane {
  label: string;
  values: Value[];
  wrong?: boolean[] | null;
  kind?: Kind;
}

/** Every word that people read or hear. Those in braces are filled in here. */
export interface Texts {
  /** `{shape}` */
  shape: string;
  /** `{axis}`, the label of a choice */
  axis: string;
  /** `{axis}` */
  previous: string;
  /** `{axis}` */
  next: string;
  /** `{length}` */
  length: string;
  wrong: string;
  firstWrong: string;
  showFirstWrong: string;
  /** `{wrong}`, `{size}` */
  wrongCount: string;
  /** `{from}`, `{to}` */
  scale: string;
  /** `{shape}` */
  empty: string;
  /** `{count}` */
  notFinite: string;
  /** `{plane}`, what the button copies */
  copy: string;
  copied: string;
  notCopied: string;
  /** `{axis}`, `{index}` */
  patternFirst: string;
  patternLast: string;
  patternMiddle: string;
  patternWhole: string;
  patternBorder: string;
  patternInside: string;
}

/** More cells than this change their colour at once instead of gliding, to stay smooth. */
const GLIDING_CELLS = 600;
const DOWN = html`<span aria-hidden="true">↓</span>`;
const RIGHT = html`<span aria-hidden="true">→</span>`;

/**
 * Shows one array, or two or three of the same shape side by side, as heat maps with numbers.
 *
 * @fires selection-changed when the reader chooses another place on an axis; the detail is one index per axis
 */
@customElement('stride-tensor-view')
export class TensorView extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) planes: Plane[] = [];
  @property({ attribute: false }) shape: number[] = [];
  @property({ attribute: false }) axes: string[] = [];
  /** Which axis runs down and which across; −1 for none. Left out, they are chosen from the shape and the names. */
  @property({ type: Number }) rowAxis?: number;
  @property({ type: Number }) columnAxis?: number;
  /** One index per axis; those of the two shown axes are ignored. */
  @property({ attribute: false }) selection: number[] = [];
  /** The index of the first wrong cell, which is where reading begins. */
  @property({ attribute: false }) mark: number[] | null = null;
  /** What the array is called in code. */
  @property() name = '';
  @property({ attribute: false }) texts: Partial<Texts> = {};

  /** The cell that the arrow keys move, and the one under the pointer; the same in every plane. */
  @state() private active: Place = { row: 0, column: 0 };
  @state() private hovered: Place | null = null;
  /** What became of copying. */
  @state() private copying: 'copied' | 'notCopied' | null = null;

  // Their tabindex and class are set by hand, so that moving about does not render thousands of cells again.
  private activeCells: HTMLElement[] = [];
  private hoveredCells: HTMLElement[] = [];

  protected override willUpdate(changed: PropertyValues<this>) {
    if (this.mark && (changed.has('mark') || changed.has('planes'))) {
      this.selection = this.mark;
      this.active = placeOf(this.slice, this.mark);
    }
    if (changed.has('selection') || changed.has('shape') || changed.has('mark')) {
      this.selection = clamp(this.shape, this.selection);
    }
    if (changed.has('planes') || changed.has('shape')) {
      this.copying = null;
      this.active = within(this.slice, this.active);
      this.hovered = null;
    }
  }

  protected override render() {
    if (sizeOf(this.shape) === 0) {
      return html`<p class="empty">${this.say('empty', { shape: this.shapeText })}</p>`;
    }
    const { planes, shape, rowAxis, columnAxis, selection, mark, name, texts, axes } = this;
    return html`
      <div class="head">
        <p>
          <code class="slice">${sliceText(name, this.slice)}</code>
          ${shape.length === 0
            ? nothing
            : html`<span class="shape">${this.say('shape', { shape: this.shapeText })}</span>`}
        </p>
        ${otherAxes(this.slice).map((axis) => this.axisChoice(axis))}
      </div>
      <div
        class="planes"
        @pointerover=${this.onPointerOver}
        @pointerleave=${() => (this.hovered = null)}
        @click=${this.onClick}
        @keydown=${this.onKeyDown}
        @focusin=${this.onFocusIn}
      >
        ${guard([planes, shape, rowAxis, columnAxis, selection, mark, name, texts, axes], () => {
          const linked = limitOf(...planes.slice(0, 2).map((plane) => plane.values));
          return planes.map((plane, i) => this.plane(plane, i < 2 ? linked : limitOf(plane.values)));
        })}
      </div>
      <div class="foot">${this.status()} ${this.wrongKey()}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>) {
    const active = this.cellsAt(this.active);
    const hovered = this.hovered ? this.cellsAt(this.hovered) : [];
    // A cell that stays active must keep its attribute throughout: without it, it would lose the focus.
    this.activeCells.filter((cell) => !active.includes(cell)).forEach((cell) => cell.removeAttribute('tabindex'));
    this.hoveredCells.forEach((cell) => cell.classList.remove('hovered'));
    active.forEach((cell) => (cell.tabIndex = 0));
    hovered.forEach((cell) => cell.classList.add('hovered'));
    [this.activeCells, this.hoveredCells] = [active, hovered];
    if (this.mark && changed.has('mark')) {
      this.reveal();
    }
  }

  /** Brings the active cell into view within its scroller, without moving the page. */
  private reveal() {
    for (const cell of this.activeCells) {
      const scroller = cell.closest('.scroller')!;
      scroller.scrollTo({
        left: cell.offsetLeft - scroller.clientWidth / 2,
        top: cell.offsetTop - scroller.clientHeight / 2,
        behavior: 'instant',
      });
    }
  }

  private get slice(): Slice {
    const [rowAxis, columnAxis] = shownAxes(this.shape, this.axes);
    return {
      shape: this.shape,
      rowAxis: this.rowAxis ?? rowAxis,
      columnAxis: this.columnAxis ?? columnAxis,
      selection: this.selection,
    };
  }

  private axisName(axis: number): string | undefined {
    return axis < 0 ? undefined : (this.axes[axis] ?? String(axis));
  }

  private isMark(offset: number) {
    return this.mark !== null && offset === offsetOf(this.shape, this.mark);
  }

  private get shapeText() {
    return this.shape.length === 1 ? `(${this.shape[0]},)` : `(${this.shape.join(', ')})`;
  }

  private say(key: keyof Texts, words: Record<string, string | number> = {}) {
    return fill(this.texts[key], words);
  }

  private axisChoice(axis: number): TemplateResult | typeof nothing {
    const name = this.axisName(axis)!;
    const [index, length] = [this.selection[axis]!, this.shape[axis]!];
    if (length === 1) {
      // An axis that is named after its length has nothing to tell.
      return name === '1' ? nothing : html`<span class="only"><code>${name} = 0</code></span>`;
    }
    const step = (by: number, key: 'previous' | 'next', path: string) => html`
      <button
        type="button"
        aria-label=${this.say(key, { axis: name })}
        aria-disabled=${index + by < 0 || index + by >= length}
        @click=${() => this.choose(axis, index + by)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>
      </button>
    `;
    return html`
      <div class="axis">
        <span class="stepper">
          ${step(-1, 'previous', 'M10 3.5 5.5 8l4.5 4.5')}
          <label>
            <code aria-hidden="true">${name} =</code>
            <select
              aria-label=${this.say('axis', { axis: name })}
              .value=${String(index)}
              @change=${(event: Event) => this.choose(axis, Number((event.target as HTMLSelectElement).value))}
            >
              ${Array.from({ length }, (_, i) => html`<option value=${i} ?selected=${i === index}>${i}</option>`)}
            </select>
          </label>
          ${step(1, 'next', 'M6 3.5 10.5 8 6 12.5')}
        </span>
        <span class="length">${this.say('length', { length })}</span>
      </div>
    `;
  }

  private plane(plane: Plane, limit: number): TemplateResult {
    const across = this.axisName(this.slice.columnAxis);
    return html`
      <figure>
        <figcaption>
          ${plane.label ? html`<b>${plane.label}</b>` : nothing}
          ${this.copyButton(plane)}
          ${across === undefined ? nothing : html`<span class="across">${across} ${RIGHT}</span>`}
        </figcaption>
        <div class="scroller" @scroll=${this.onScroll}>${this.table(plane, limit)}</div>
        ${plane.kind === 'bool' || limit === 0 ? nothing : this.legend(limit, plane.kind ?? 'float')}
        ${plane.kind === 'bool' || plane.values.length < 2 ? nothing : this.facts(plane)}
      </figure>
    `;
  }

  private table(plane: Plane, limit: number): TemplateResult {
    const kind = plane.kind ?? 'float';
    const rows = offsetsOf(this.slice);
    const cells = rows.flat();
    const widest = cells.reduce((most, offset) => Math.max(most, widthOf(compact(plane.values[offset]!, kind))), 0);
    const down = this.axisName(this.slice.rowAxis);
    return html`
      <table
        role="grid"
        aria-label="${plane.label} ${sliceText(this.name, this.slice)}"
        class="${kind} ${cells.length <= GLIDING_CELLS ? 'gliding' : ''}"
        style="--digits:${widest}"
      >
        ${this.tableHead(rows[0]!.length)}
        <tbody>
          ${rows.map((row, i) => html`
            <tr>
              ${down === undefined ? nothing : html`<th scope="row" aria-label="${down} ${i}">${i}</th>`}
              ${row.map((offset) => this.cell(plane, kind, offset, limit))}
            </tr>
          `)}
        </tbody>
      </table>
    `;
  }

  private tableHead(columns: number): TemplateResult {
    const [down, across] = [this.axisName(this.slice.rowAxis), this.axisName(this.slice.columnAxis)];
    const indices = Array.from({ length: across === undefined ? 0 : columns }, (_, i) => i);
    return html`
      <colgroup>
        ${down === undefined ? nothing : html`<col class="names" style="--name:${down.length + 2}" />`}
        <col span=${columns} />
      </colgroup>
      <thead>
        <tr>
          ${down === undefined ? nothing : html`<td class="corner">${down} ${DOWN}</td>`}
          ${indices.map((i) => html`<th scope="col" aria-label="${across} ${i}">${i}</th>`)}
        </tr>
      </thead>
    `;
  }

  private cell(plane: Plane, kind: Kind, offset: number, limit: number): TemplateResult {
    const value = plane.values[offset]!;
    const text = compact(value, kind);
    const { side, strength } = kind === 'bool' ? heatOfBoolean(value) : heatOf(value, limit);
    const heat = `--share:${Math.round(strength * 100)}%`;
    if (!plane.wrong?.[offset]) {
      return html`<td class="cell ${side}" style=${heat}>${text}</td>`;
    }
    const first = this.isMark(offset);
    return html`
      <td
        class="cell ${side} wrong ${first ? 'first' : ''}"
        style=${heat}
        aria-label="${text}, ${this.say(first ? 'firstWrong' : 'wrong')}"
      >${text}</td>
    `;
  }

  private legend(limit: number, kind: Kind): TemplateResult {
    const [from, to] = [compact(-limit, kind), compact(limit, kind)];
    return html`
      <div class="legend" role="img" aria-label=${this.say('scale', { from, to })}>
        <span>${from}</span><span class="ramp"></span><span>${to}</span>
      </div>
    `;
  }

  /** The whole array in a few numbers, under the names that NumPy has for them. */
  private facts(plane: Plane): TemplateResult | typeof nothing {
    const facts = statisticsOf(plane.values);
    if (!facts) {
      return nothing;
    }
    const { min, max, mean, std, notFinite } = facts;
    const kind = plane.kind ?? 'float';
    const fact = (name: string, value: string) => html`<div><dt><code>${name}</code></dt><dd>${value}</dd></div>`;
    return html`
      <dl class="facts">
        ${fact('min', compact(min, kind))} ${fact('max', compact(max, kind))}
        ${fact('mean', compact(mean, 'float'))} ${fact('std', compact(std, 'float'))}
        ${notFinite === 0 ? nothing : html`<div><dd>${this.say('notFinite', { count: notFinite })}</dd></div>`}
      </dl>
    `;
  }

  private copyButton(plane: Plane): TemplateResult {
    const label = this.say('copy', { plane: plane.label || this.name });
    return html`
      <button class="copy" type="button" aria-label=${label} title=${label} @click=${() => this.copy(plane)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5h7v7h-7zM10.5 5.5v-2h-7v7h2" />
        </svg>
      </button>
    `;
  }

  private async copy(plane: Plane) {
    this.copying = null;
    const copied = await copyText(numpyText(this.shape, plane.values, plane.kind ?? 'float'));
    this.copying = copied ? 'copied' : 'notCopied';
  }

  /** The value under the pointer, else the active one, in full and in every plane. */
  private status(): TemplateResult {
    const index = indexAt(this.slice, this.hovered ?? this.active);
    const offset = offsetOf(this.shape, index);
    const cell = indexed(this.name, index);
    const value = (plane: Plane) => exact(plane.values[offset]!, plane.kind ?? 'float');
    const wrong = this.planes.some((plane) => plane.wrong?.[offset]);
    return html`
      <p class="status" role="status">
        ${this.planes.length === 1
          ? html`<code>${cell} = ${value(this.planes[0]!)}</code>`
          : html`<code>${cell}</code> ${this.planes.map((plane) => html`
              <span class="reading"><span>${plane.label}</span> <code>${value(plane)}</code></span>
            `)}`}
        ${this.copying ? html`<span>${this.say(this.copying)}</span>` : nothing}
        ${wrong ? html`<span class="verdict">${this.say(this.isMark(offset) ? 'firstWrong' : 'wrong')}</span>` : nothing}
      </p>
    `;
  }

  private wrongKey(): TemplateResult | typeof nothing {
    const wrong = this.planes.find((plane) => plane.wrong?.includes(true))?.wrong;
    if (!wrong) {
      return nothing;
    }
    const count = wrong.filter(Boolean).length;
    return html`
      <p class="key">
        <span><i class="sample wrong"></i>${this.say('wrongCount', { wrong: count, size: wrong.length })}</span>
        ${this.patternText(wrong)}
        ${this.mark
          ? html`
              <button type="button" @click=${this.showMark}>
                <i class="sample wrong first"></i>${this.say('showFirstWrong')}
              </button>
            `
          : nothing}
      </p>
    `;
  }

  private patternText(wrong: boolean[]): TemplateResult | typeof nothing {
    const { rowAxis, columnAxis } = this.slice;
    const pattern = patternOf(this.shape, wrong, rowAxis >= 0 && columnAxis >= 0 ? [rowAxis, columnAxis] : null);
    if (!pattern) {
      return nothing;
    }
    const sentences = sentencesOf(pattern, (axis) => this.axisName(axis)!);
    return html`<span class="pattern">${sentences.map(({ key, words }) => `${this.say(key, words)} `)}</span>`;
  }

  private choose(axis: number, index: number) {
    if (index >= 0 && index < this.shape[axis]!) {
      this.select(indexAt(this.slice, this.active).map((old, i) => (i === axis ? index : old)));
    }
  }

  private select(selection: number[]) {
    this.selection = selection;
    this.dispatchEvent(new CustomEvent('selection-changed', { detail: selection }));
  }

  private async showMark() {
    this.active = placeOf(this.slice, this.mark!);
    this.select(this.mark!);
    await this.focusActive(0);
  }

  private get tables() {
    return [...this.renderRoot.querySelectorAll('table')];
  }

  private cellsAt({ row, column }: Place): HTMLElement[] {
    return this.tables.flatMap((table) => table.tBodies[0]?.rows[row]?.querySelectorAll('td')[column] ?? []);
  }

  private placeAt(event: Event): Place | undefined {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td.cell');
    if (!cell) {
      return undefined;
    }
    const row = cell.parentElement as HTMLTableRowElement;
    return { row: row.sectionRowIndex, column: cell.cellIndex - row.querySelectorAll('th').length };
  }

  private async focusActive(table: number) {
    await this.updateComplete;
    this.activeCells[table]?.focus();
  }

  private onPointerOver(event: Event) {
    this.copying = null;
    this.hovered = this.placeAt(event) ?? null;
  }

  private onFocusIn() {
    this.hovered = null;
  }

  private onClick(event: Event) {
    const place = this.placeAt(event);
    if (place) {
      this.active = place;
      void this.focusActive(this.tables.indexOf((event.target as Element).closest('table')!));
    }
  }

  private onKeyDown(event: KeyboardEvent) {
    const table = (event.target as Element).closest('table');
    const place = table && !event.altKey && moved(event.key, event.ctrlKey || event.metaKey, this.active, this.slice);
    if (place) {
      event.preventDefault();
      this.active = place;
      void this.focusActive(this.tables.indexOf(table));
    }
  }

  /** Linked planes scroll together. */
  private onScroll(event: Event) {
    const { scrollLeft, scrollTop } = event.target as Element;
    for (const scroller of this.renderRoot.querySelectorAll('.scroller')) {
      scroller.scrollTo({ left: scrollLeft, top: scrollTop, behavior: 'instant' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-tensor-view': TensorView;
  }
}
