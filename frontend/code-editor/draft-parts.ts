import { html, type TemplateResult } from 'lit';
import type { Texts as DiffTexts } from '../diff/diff';
import type { ChoiceTexts } from './draft-choice';
import './draft-status';
import type { StatusTexts } from './draft-status';
import type { Keeper } from './keeper';

/** The words around an editor whose text is a draft. */
export interface DraftTexts {
  status: StatusTexts;
  choice: ChoiceTexts;
  diff: DiffTexts;
}

/** Above the editor: the choice between two texts, when there is one. */
export function choice({ saver, at }: Keeper, here: string, tooLong: boolean, texts?: DraftTexts): TemplateResult {
  return html`<stride-draft-choice
    .other=${saver.other}
    .here=${saver.other ? here : ''}
    .at=${at}
    .stale=${saver.other !== null && !saver.unsaved}
    .tooLong=${tooLong}
    .choose=${(mine: boolean) => saver.choose(mine)}
    .texts=${texts?.choice}
    .diffTexts=${texts?.diff}
  ></stride-draft-choice>`;
}

/** Below it: whether the text is saved; only its place as long as nobody keeps it yet. */
export function status(keeper?: Keeper, texts?: DraftTexts): TemplateResult {
  if (!keeper) {
    return html`<stride-draft-status></stride-draft-status>`;
  }
  const { state, savedAt, slow } = keeper.saver;
  // That nobody keeps the text is told louder than in this line
  return html`<stride-draft-status
    .state=${isLost(keeper) ? 'idle' : state}
    .savedAt=${savedAt}
    .slow=${slow}
    .texts=${texts?.status}
  ></stride-draft-status>`;
}

/** Whether neither the server nor the browser keeps the text; while the server is about to, that is not certain. */
export function isLost({ saver, kept }: Keeper): boolean {
  return !kept && saver.unsaved && !['idle', 'saved', 'aside'].includes(saver.state);
}
