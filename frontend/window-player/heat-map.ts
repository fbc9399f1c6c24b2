import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { isLarger } from '../scrolling/scrolling';
import { compact, exact, type Kind } from '../tensor-view/numbers';
import { heatOf, heatOfBoolean } from '../tensor-view/scale';
import { fill } from '../words/fill';
import type { Wrong } from './comparing';
import { heatMapStyles } from './heat-map.styles';
import type { Mark } from './model';
import type { Texts } from './texts';

/** What a map shows at one step. */
export interface Shown {
  title: string;
  plane: string;
  shape: string;
  rows: number;
  columns: number;
  padding: number;
  kind: Kind;
  limit: number;
  values: readonly (number | null)[];
  marks: readonly Mark[];
  wrong?: Wrong;
  /** Whether the learner may change its numbers. */
  editable: boolean;
}

/**
 * One plane as numbers on colours, with boxes drawn over it. Cells are made once and only changed where they differ, so
 * that a step costs what changes in it.
 *
 * @fires cell-edited with row, column and the new value
 */
@customElement('stride-heat-map')
export class HeatMap extends LitElement {
  static override styles = heatMapStyles;

  @property({ attribute: false }) shown!: Shown;
  @property({ attribute: false }) texts: Texts = {};

  @query('table') private table!: HTMLTableElement;
  @query('.frame') private frame!: HTMLElement;
  @query('.scroller') private scroller!: HTMLElement;

  private cells: HTMLTableCellElement[] = [];
  private drawn: string[] = [];
  private size = '';
  private boxes = new Map<string, HTMLElement[]>();
  private active = 0;
  private editor?: HTMLInputElement;
  private overflows = false;
  // Asking at every step would have the page laid out at every step
  private observer = new ResizeObserver(() => {
    this.overflows = isLarger(this.scroller);
    this.reveal();
  });

  protected override firstUpdated() {
    this.observer.observe(this.scroller);
    this.observer.observe(this.frame);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.firstUpdated();
    }
  }

  protected override render() {
    const { title, plane, shape, editable } = this.shown;
    return html`
      <figure>
        <figcaption>
          <b>${title}</b>
          <code>${plane}</code>
          <span class="shape">${shape}</span>
        </figcaption>
        <div class="scroller">
          <div class="frame">
            <table
              role="grid"
              aria-label="${title} ${plane}"
              aria-readonly=${!editable}
              class=${editable ? 'editable' : ''}
              @keydown=${this.onKeyDown}
              @click=${this.onClick}
            ></table>
          </div>
        </div>
      </figure>
    `;
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('shown')) {
      return;
    }
    const { rows, columns, padding, editable } = this.shown;
    const size = `${rows}x${columns}x${padding}${editable}`;
    if (size !== this.size) {
      this.size = size;
      this.build();
    }
    this.draw();
    this.box();
  }

  private build() {
    const { rows, columns, padding } = this.shown;
    this.closeEditor();
    this.drawn = [];
    this.active = 0;
    const head = this.table.ownerDocument.createElement('thead');
    const body = this.table.ownerDocument.createElement('tbody');
    const names = head.insertRow();
    names.insertCell();
    for (let column = 0; column < columns; column++) {
      names.append(this.name(column, 'col'));
    }
    this.cells = [];
    for (let row = 0; row < rows; row++) {
      const line = body.insertRow();
      line.append(this.name(row, 'row'));
      for (let column = 0; column < columns; column++) {
        const cell = line.insertCell();
        const [y, x] = [row - padding, column - padding];
        cell.className = 'cell';
        cell.classList.toggle('padding', y < 0 || x < 0 || y >= rows - 2 * padding || x >= columns - 2 * padding);
        cell.tabIndex = -1;
        this.cells.push(cell);
      }
    }
    if (this.cells[0]) {
      this.cells[0].tabIndex = 0;
    }
    this.table.replaceChildren(head, body);
    this.frame.classList.toggle('single', this.cells.length === 1);
  }

  private name(index: number, scope: 'row' | 'col') {
    const name = this.table.ownerDocument.createElement('th');
    name.scope = scope;
    name.textContent = String(index);
    return name;
  }

  private draw() {
    const { values, limit, kind, wrong } = this.shown;
    this.cells.forEach((cell, i) => {
      const differing = wrong?.get(i);
      const value = differing ? differing.got : values[i]!;
      const drawing = `${value}|${limit}|${kind}|${differing?.want}`;
      if (this.drawn[i] === drawing) {
        return;
      }
      this.drawn[i] = drawing;
      cell.title = '';
      const text = value === null ? '' : short(value, kind);
      const heat = value === null ? undefined : kind === 'bool' ? heatOfBoolean(value) : heatOf(value, limit);
      cell.textContent = text;
      cell.style.setProperty('--share', `${Math.round((heat?.strength ?? 0) * 100)}%`);
      cell.classList.toggle('empty', value === null);
      cell.classList.toggle('long', kind !== 'bool' && text.includes('e'));
      cell.classList.toggle('negative', heat?.side === 'negative');
      cell.classList.toggle('positive', heat?.side === 'positive');
      cell.classList.toggle('none', heat?.side === 'none');
      cell.classList.toggle('wrong', differing !== undefined);
      if (differing) {
        cell.title = fill(this.texts.expected, { got: text, want: short(differing.want, kind) });
        cell.setAttribute('aria-label', cell.title);
      } else if (cell.classList.contains('padding') && value !== null) {
        cell.setAttribute('aria-label', `${text}, ${this.texts.padding}`);
      } else {
        cell.removeAttribute('aria-label');
      }
    });
  }

  /** The boxes of one kind are always the same elements, so that they move instead of appearing. */
  private box() {
    const used = new Map<string, number>();
    for (const { kind, rows, columns } of this.shown.marks) {
      const boxes = this.boxes.get(kind) ?? this.boxes.set(kind, []).get(kind)!;
      const number = used.get(kind) ?? 0;
      used.set(kind, number + 1);
      const box = boxes[number] ?? this.newBox(kind, boxes);
      const [x, y] = [`calc(${columns[0]} * var(--w))`, `calc(${rows[0]} * var(--h))`];
      box.style.inlineSize = `calc(${columns[1] - columns[0]} * var(--w))`;
      box.style.blockSize = `calc(${rows[1] - rows[0]} * var(--h))`;
      box.style.transform = `translate(${x}, ${y})`;
      box.hidden = false;
    }
    this.boxes.forEach((boxes, kind) => boxes.slice(used.get(kind) ?? 0).forEach((box) => (box.hidden = true)));
    this.reveal();
  }

  private newBox(kind: string, boxes: HTMLElement[]) {
    const box = this.ownerDocument.createElement('div');
    box.className = `box ${kind}`;
    box.setAttribute('aria-hidden', 'true');
    boxes.push(box);
    this.frame.append(box);
    return box;
  }

  /** A map that is wider or higher than its place follows the window. */
  private reveal() {
    const { scroller } = this;
    const mark = this.shown.marks[0];
    if (!mark || !this.overflows) {
      return;
    }
    const [first, last] = [this.cellAt(mark.rows[0], mark.columns[0]), this.cellAt(mark.rows[1] - 1, mark.columns[1] - 1)];
    if (first && last) {
      const right = last.offsetLeft + last.offsetWidth - scroller.clientWidth;
      const bottom = last.offsetTop + last.offsetHeight - scroller.clientHeight;
      scroller.scrollLeft = Math.max(right, Math.min(scroller.scrollLeft, first.offsetLeft - 24));
      scroller.scrollTop = Math.max(bottom, Math.min(scroller.scrollTop, first.offsetTop - 20));
    }
  }

  private cellAt(row: number, column: number) {
    return this.cells[row * this.shown.columns + column];
  }

  private activate(place: number) {
    this.cells[this.active]?.setAttribute('tabindex', '-1');
    this.active = place;
    const cell = this.cells[place]!;
    cell.tabIndex = 0;
    cell.focus();
  }

  private onClick(event: Event) {
    const place = this.cells.indexOf((event.target as Element).closest('td.cell') as HTMLTableCellElement);
    if (place >= 0) {
      this.activate(place);
      this.edit();
    }
  }

  private onKeyDown(event: KeyboardEvent) {
    const { rows, columns, editable } = this.shown;
    const [row, column] = [Math.floor(this.active / columns), this.active % columns];
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const to: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, columns - 1],
    };
    const place = to[event.key];
    if (place) {
      event.preventDefault();
      const [y, x] = [Math.max(0, Math.min(rows - 1, place[0])), Math.max(0, Math.min(columns - 1, place[1]))];
      this.activate(y * columns + x);
    } else if (editable && (event.key === 'Enter' || event.key === 'F2' || /^[-\d.]$/.test(event.key))) {
      event.preventDefault();
      this.edit(/^\d$/.test(event.key) ? event.key : undefined);
    }
  }

  private edit(typed?: string) {
    const cell = this.cells[this.active]!;
    const value = this.shown.values[this.active];
    if (!this.shown.editable || cell.classList.contains('padding') || value === null || value === undefined) {
      return;
    }
    this.closeEditor();
    const editor = this.ownerDocument.createElement('input');
    editor.type = 'number';
    editor.step = 'any';
    editor.className = 'editor';
    editor.value = typed ?? exact(value, Number.isInteger(value) ? 'int' : 'float');
    editor.setAttribute('aria-label', fill(this.texts.cellValue, { cell: this.shown.plane }));
    editor.style.insetInlineStart = `${cell.offsetLeft}px`;
    editor.style.insetBlockStart = `${cell.offsetTop}px`;
    editor.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        this.finish(event.key === 'Enter');
        this.cells[this.active]?.focus();
      }
    });
    editor.addEventListener('blur', () => this.finish(true));
    this.editor = editor;
    this.frame.append(editor);
    editor.focus();
    if (typed === undefined) {
      editor.select();
    }
  }

  private finish(keep: boolean) {
    const { editor, active } = this;
    if (!editor) {
      return;
    }
    this.closeEditor();
    const value = editor.valueAsNumber;
    if (keep && Number.isFinite(value) && value !== this.shown.values[active]) {
      const { columns } = this.shown;
      const detail = { row: Math.floor(active / columns), column: active % columns, value };
      this.dispatchEvent(new CustomEvent('cell-edited', { detail }));
    }
  }

  private closeEditor() {
    const { editor } = this;
    this.editor = undefined;
    editor?.remove();
  }
}

/** A zero is a zero to the last digit, and calm to look at. */
function short(value: number, kind: Kind): string {
  const whole = value === 0 || (kind === 'int' && Number.isInteger(value));
  return compact(value, kind === 'bool' ? kind : whole ? 'int' : 'float');
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-heat-map': HeatMap;
  }
}
