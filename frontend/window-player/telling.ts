/** What is said of a run of the learner’s code, in which words, and where to look. */
import type { At } from './model.ts';
import { boxWords } from './player.ts';
import type { RunFinding } from './run.ts';
import type { TextKey } from './texts.ts';

export interface Told {
  key: TextKey;
  words: Record<string, string | number>;
  /** Whether something is wrong. */
  bad: boolean;
  /** Where it can be seen. */
  place?: Partial<At>;
}

const KEYS: Record<RunFinding['kind'], TextKey> = {
  same: 'runSame',
  soFar: 'runSoFar',
  otherWay: 'runOtherWay',
  otherOrder: 'runOtherOrder',
  differs: 'runDiffers',
  short: 'runShort',
  long: 'runLong',
};

export function told(finding: RunFinding): Told {
  const key = KEYS[finding.kind];
  switch (finding.kind) {
    case 'differs': {
      const { number, line, got, want, place } = finding;
      return { key, words: { number, line, ...boxWords(got, 'got'), ...boxWords(want, 'want') }, bad: true, place };
    }
    case 'short':
      return { key, words: { count: finding.count, wanted: finding.wanted }, bad: true, place: finding.place };
    case 'long':
      return { key, words: { count: finding.count, wanted: finding.wanted, line: finding.line }, bad: true };
    default: {
      const { kind, ...words } = finding;
      return { key, words, bad: false };
    }
  }
}
