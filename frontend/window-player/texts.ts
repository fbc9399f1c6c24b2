/** Every word that people read or hear. Those in braces are filled in here. */
import type { SentenceKey, TitleKey } from './model.ts';
import type { Problem } from './settings.ts';

export type TextKey =
  | SentenceKey
  | TitleKey
  | Problem['key']
  | 'label'
  | 'keys'
  | 'play'
  | 'pause'
  | 'back'
  | 'forward'
  | 'scrub'
  | 'position'
  | 'speed'
  | 'times'
  | 'example'
  | 'channelChoice'
  | 'filterChoice'
  | 'of'
  | 'settings'
  | 'mode'
  | 'reset'
  | 'edit'
  | 'cellValue'
  | 'padding'
  | 'expected'
  | 'comparing'
  | 'comparingRight'
  | 'otherShape'
  | 'terms'
  | 'term'
  | 'numbers'
  | 'gives'
  | 'sumOf'
  | 'biasLabel'
  | 'resultLabel'
  | 'eachLabel'
  | 'runSame'
  | 'runSoFar'
  | 'runOtherWay'
  | 'runOtherOrder'
  | 'runDiffers'
  | 'runShort'
  | 'runLong'
  | 'runShow'
  | 'runKey';

export type Texts = Partial<Record<TextKey, string>>;
