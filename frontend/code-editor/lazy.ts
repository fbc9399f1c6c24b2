/** What the editor needs to work, in one piece that is loaded when the first editor appears. */
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import './draft-choice';

export { EditorState, type Extension } from '@codemirror/state';
export { EditorView } from '@codemirror/view';
export { actions, goingTo, python, replacing, restored, snapshot } from './editing';
export { Keeper } from './keeper';
export { marks, placedMarks, setMarks } from './marks';

const reading = new Compartment();

export function created(doc: string, extensions: Extension): EditorState {
  return EditorState.create({ doc, extensions });
}

export function readOnly(): Extension {
  return reading.of([]);
}

export function setReadOnly(only: boolean): StateEffect<unknown> {
  return reading.reconfigure(EditorState.readOnly.of(only));
}
