import { RangeSet, StateEffect, StateField, type EditorState, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutterLineClass, type DecorationSet } from '@codemirror/view';

/** What the server has to say about a line. */
export interface Mark {
  /** Counted from 1. */
  line: number;
  /** Where on the line it begins, counted from 1; left out, the whole line is meant. */
  column?: number | null;
  /** What stood on the line when it was judged, by which the line is found again. */
  text?: string | null;
  severity: Severity;
  message: string;
  variables?: Variable[];
}

export type Severity = 'error' | 'warning' | 'info';

export interface Variable {
  name: string;
  value: string;
}

export interface MarkTexts {
  error: string;
  warning: string;
  info: string;
  stale: string;
  values: string;
}

/** A mark in a document: the stretch that it underlines, and the line as it was judged. */
export interface Placed {
  mark: Mark;
  from: number;
  to: number;
  judged: string;
}

const LONGEST_VALUE = 1000;
const MOST_LINES = 12;
const SEVERITIES: Severity[] = ['error', 'warning', 'info'];

export const setMarks = StateEffect.define<readonly Mark[]>();

/** The marks of a document: they move with it, and go away with their line. */
export const placedMarks = StateField.define<readonly Placed[]>({
  create: () => [],
  update(placed, transaction) {
    if (transaction.docChanged) {
      const { changes } = transaction;
      placed = placed.flatMap((one) => {
        const [from, to] = [changes.mapPos(one.from, 1), changes.mapPos(one.to, -1)];
        return from < to || (from === to && one.from === one.to) ? [{ ...one, from, to }] : [];
      });
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        placed = effect.value.map((mark) => place(transaction.newDoc, mark));
      }
    }
    return placed;
  },
});

/** Shows the marks as underlines, dots beside the line numbers, and notes below their lines. */
export function marks(texts: MarkTexts): Extension {
  return [
    placedMarks,
    EditorView.decorations.compute([placedMarks, 'doc'], (state) => decorations(state, texts)),
    gutterLineClass.compute([placedMarks, 'doc'], dots),
  ];
}

/** Whether the line has been edited since it was judged. */
export function isStale(doc: Text, placed: Placed): boolean {
  return doc.lineAt(placed.from).text !== placed.judged;
}

/** Finds the line that a mark means: the one with the number, or the nearest that still says what was judged. */
export function place(doc: Text, mark: Mark): Placed {
  const line = doc.line(lineNumber(doc, mark));
  const indent = line.text.length - line.text.trimStart().length;
  const end = line.text.trimEnd().length;
  const column = (mark.column ?? 0) - 1;
  const start = column > indent && column < end ? column : Math.min(indent, end);
  return { mark, from: line.from + start, to: line.from + end, judged: mark.text ?? line.text };
}

function lineNumber(doc: Text, mark: Mark): number {
  const wanted = Math.min(Math.max(Math.trunc(mark.line) || 1, 1), doc.lines);
  if (mark.text?.trim()) {
    for (let away = 0; away < doc.lines; away++) {
      for (const number of [wanted + away, wanted - away]) {
        if (number >= 1 && number <= doc.lines && doc.line(number).text === mark.text) {
          return number;
        }
      }
    }
  }
  return wanted;
}

/** A value in a few lines, since a note may not push the code off the screen. */
export function shortened(value: string): string {
  const lines = value.slice(0, LONGEST_VALUE).split('\n');
  const short = lines.slice(0, MOST_LINES).join('\n');
  return short.length < value.length ? `${short} …` : value;
}

function decorations(state: EditorState, texts: MarkTexts): DecorationSet {
  return Decoration.set(
    state.field(placedMarks).flatMap((placed) => {
      const stale = isStale(state.doc, placed);
      const note = new Note(placed.mark, stale, texts);
      const below = Decoration.widget({ widget: note, block: true, side: 1 }).range(state.doc.lineAt(placed.to).to);
      const underline = Decoration.mark({ class: `marked ${classOf(placed.mark, stale)}` });
      return placed.from < placed.to ? [underline.range(placed.from, placed.to), below] : [below];
    }),
    true,
  );
}

/** One dot per line, for the gravest of its marks. */
function dots(state: EditorState): RangeSet<GutterMarker> {
  const gravest = new Map<number, GutterMarker>();
  for (const severity of SEVERITIES) {
    for (const placed of state.field(placedMarks)) {
      const { from } = state.doc.lineAt(placed.from);
      if (placed.mark.severity === severity && !gravest.has(from)) {
        gravest.set(from, new Dot(classOf(placed.mark, isStale(state.doc, placed))));
      }
    }
  }
  return RangeSet.of(
    [...gravest].map(([from, dot]) => dot.range(from)),
    true,
  );
}

function classOf(mark: Mark, stale: boolean): string {
  return stale ? 'stale' : mark.severity;
}

class Dot extends GutterMarker {
  override elementClass: string;

  constructor(severity: string) {
    super();
    this.elementClass = `dot ${severity}`;
  }

  override eq(other: Dot): boolean {
    return other.elementClass === this.elementClass;
  }
}

/** The message below a line, with the values of the variables. Everything in it is text, nothing is HTML. */
class Note extends WidgetType {
  readonly mark: Mark;
  readonly stale: boolean;
  readonly texts: MarkTexts;

  constructor(mark: Mark, stale: boolean, texts: MarkTexts) {
    super();
    this.mark = mark;
    this.stale = stale;
    this.texts = texts;
  }

  override eq(other: Note): boolean {
    return other.mark === this.mark && other.stale === this.stale;
  }

  override toDOM(): HTMLElement {
    const { mark, stale, texts } = this;
    const message = element('p', 'message', element('b', '', stale ? texts.stale : texts[mark.severity]), ' ', mark.message);
    const note = element('div', `note ${classOf(mark, stale)}`, message);
    if (mark.variables?.length) {
      const rows = mark.variables.map(({ name, value }) => {
        const head = element('th', '', name);
        head.scope = 'row';
        return element('tr', '', head, element('td', '', shortened(value)));
      });
      const table = element('table', '', element('tbody', '', ...rows));
      table.setAttribute('aria-label', texts.values);
      note.append(table);
    }
    // The editor measures heights without margins, so the space around the note is padding of a box around it.
    return element('div', 'below', note);
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  classes: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = classes;
  made.append(...children);
  return made;
}
