import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState, Prec, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers, type Command } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Snapshot } from './drafts';

/** What cannot be seen and is not in CodeMirror's own list: joiners, fillers, spaces that are none to Python. */
const MORE_SPECIAL_CHARACTERS =
  /[\u00a0\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200a\u200c\u200d\u202a-\u202c\u202f\u205f-\u2064\u2068\u206a-\u206f\u3000\u3164\uffa0\u{e0000}-\u{e007f}]/gu;

/** How long after Esc the Tab key leads out of the editor; any other key ends it. */
const LEAVING_MILLISECONDS = 10_000;

/** Python as it is typed: colours, brackets, indentation, undo, search. */
export function python(): Extension {
  return [
    pythonLanguage,
    syntaxHighlighting(classHighlighter),
    EditorState.tabSize.of(4),
    indentUnit.of('    '),
    EditorState.allowMultipleSelections.of(true),
    lineNumbers(),
    highlightSpecialChars({ addSpecialChars: MORE_SPECIAL_CHARACTERS }),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
    // Last in line: whatever is open closes first.
    Prec.low(keymap.of([{ key: 'Escape', run: letTabLeave }])),
  ];
}

/** The keys that run and check, before CodeMirror's own meaning of them. */
export function actions(run: Command, check: Command): Extension {
  return Prec.highest(
    keymap.of([
      { key: 'Mod-Enter', run, preventDefault: true },
      { key: 'Mod-Shift-Enter', run: check, preventDefault: true },
    ]),
  );
}

function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(LEAVING_MILLISECONDS);
  return true;
}

/** A state as the browser keeps it, with what can be undone. */
export function snapshot(state: EditorState): Snapshot {
  return state.toJSON({ history: historyField }) as Snapshot;
}

/** The state of a snapshot; if its history does not fit any more, the text alone. */
export function restored(kept: Snapshot, extensions: Extension): EditorState {
  try {
    return EditorState.fromJSON(kept, { extensions }, kept.history ? { history: historyField } : {});
  } catch {
    return EditorState.create({ doc: kept.doc, extensions });
  }
}

/** The smallest change that makes a document say something else, as a step of its own to undo. */
export function replacing(state: EditorState, text: string): TransactionSpec {
  const [old, wanted] = [state.doc.toString(), state.toText(text).toString()];
  const most = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < most && old[start] === wanted[start]) {
    start++;
  }
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === wanted[wanted.length - 1 - end]) {
    end++;
  }
  return {
    changes: { from: start, to: old.length - end, insert: wanted.slice(start, wanted.length - end) },
    annotations: isolateHistory.of('full'),
  };
}

/** Puts the cursor where the code of a line begins, with the line in the middle. */
export function goingTo(state: EditorState, number: number): TransactionSpec {
  const line = state.doc.line(Math.min(Math.max(Math.trunc(number) || 1, 1), state.doc.lines));
  const start = line.from + (line.text.length - line.text.trimStart().length);
  return {
    selection: EditorSelection.cursor(start),
    effects: EditorView.scrollIntoView(start, { y: 'center' }),
  };
}
