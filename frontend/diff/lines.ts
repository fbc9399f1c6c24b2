import { diffArrays } from 'diff';

/** What became of a line. */
export type Kind = 'same' | 'removed' | 'added';

/** A line of the older text, the newer or both, with its numbers there, counted from 1. */
export interface Row {
  kind: Kind;
  text: string;
  before?: number;
  after?: number;
  /** The words in which it differs from what it was, or became. */
  words: readonly Range[];
}

/** Where something stands in a line: from one offset up to another. */
export type Range = readonly [from: number, to: number];

/** So many rows of one kind that follow each other, or that are not shown at first. */
export interface Stretch {
  kind: Kind;
  /** The index of the first row. */
  from: number;
  to: number;
  folded: boolean;
}

/** How far two texts may be apart, in lines that went or came, before one is simply taken for another. */
const MOST_EDITS = 1000;
/** What looking for differences may cost, in lines compared. */
const MOST_WORK = 20_000_000;
/** Longer changes are not compared word by word. */
const MOST_CHARACTERS = 4000;
const MOST_WORD_EDITS = 300;
/** With less in common, two lines are another line each. */
const LEAST_COMMON = 0.4;

/** Unchanged lines that stay beside a change. */
const CONTEXT = 3;
/** Fewer lines are not worth a button. */
const LEAST_FOLDED = 4;
/** Lines of one change that are shown at first. */
export const MOST_SHOWN = 400;

/** One text beside an older one, line by line. */
export function compared(before: string, after: string): Row[] {
  const ended = before.endsWith('\n') && after.endsWith('\n');
  const [old, wanted] = [lines(before, ended), lines(after, ended)];
  const rows: Row[] = [];
  let [number, newNumber] = [0, 0];
  for (const { kept, removed, added } of steps(old, wanted)) {
    for (let i = 0; i < kept; i++) {
      rows.push({ kind: 'same', text: old[number]!, before: ++number, after: ++newNumber, words: [] });
    }
    const [gone, come] = [old.slice(number, number + removed), wanted.slice(newNumber, newNumber + added)];
    const [goneWords, comeWords] = differingWords(gone, come);
    gone.forEach((text, i) => rows.push({ kind: 'removed', text, before: ++number, words: goneWords[i] ?? [] }));
    come.forEach((text, i) => rows.push({ kind: 'added', text, after: ++newNumber, words: comeWords[i] ?? [] }));
  }
  return rows;
}

/** The end of the last line begins another one only where the other text has none. */
function lines(text: string, ended: boolean): string[] {
  return text ? (ended ? text.slice(0, -1) : text).split('\n') : [];
}

/** What is kept, and what then takes the place of what. */
interface Step {
  kept: number;
  removed: number;
  added: number;
}

function steps(old: readonly string[], wanted: readonly string[]): Step[] {
  const most = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < most && old[start] === wanted[start]) {
    start++;
  }
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === wanted[wanted.length - 1 - end]) {
    end++;
  }
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), wanted.slice(start, wanted.length - end)];
  const mostEdits = Math.min(MOST_EDITS, Math.floor(MOST_WORK / (oldMiddle.length + newMiddle.length + 1)));
  const middle = edits(oldMiddle, newMiddle, mostEdits) ?? [
    { kept: 0, removed: oldMiddle.length, added: newMiddle.length },
  ];
  return [{ kept: start, removed: 0, added: 0 }, ...middle, { kept: end, removed: 0, added: 0 }];
}

/** The way from one list to another; null if it takes too many steps. */
function edits(old: readonly string[], wanted: readonly string[], maxEditLength: number): Step[] | null {
  const names = new Map<string, number>();
  const named = (text: string) => names.get(text) ?? (names.set(text, names.size), names.size - 1);
  const changes = diffArrays(old.map(named), wanted.map(named), { maxEditLength });
  if (!changes) {
    return null;
  }
  const found: Step[] = [];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      found.push({ kept: count, removed: 0, added: 0 });
    } else {
      const step = found.at(-1) ?? { kept: 0, removed: 0, added: 0 };
      found[Math.max(found.length - 1, 0)] = step;
      step[added ? 'added' : 'removed'] += count;
    }
  }
  return found;
}

/** For each line that went and each that came, what in it is not in the other. */
function differingWords(gone: readonly string[], come: readonly string[]): [Range[][], Range[][]] {
  const [old, wanted] = [gone.join('\n'), come.join('\n')];
  if (!old || !wanted || old.length + wanted.length > MOST_CHARACTERS) {
    return [[], []];
  }
  const [oldWords, newWords] = [words(old), words(wanted)];
  const found = edits(oldWords, newWords, MOST_WORD_EDITS);
  if (!found) {
    return [[], []];
  }
  const [oldRanges, newRanges]: [Range[], Range[]] = [[], []];
  let [at, newAt, oldOffset, newOffset, common] = [0, 0, 0, 0, 0];
  for (const { kept, removed, added } of found) {
    const same = oldWords.slice(at, at + kept).join('');
    common += same.replace(/\s/g, '').length;
    oldOffset += same.length;
    newOffset += same.length;
    const [out, into] = [oldWords.slice(at + kept, at + kept + removed), newWords.slice(newAt + kept, newAt + kept + added)];
    oldRanges.push([oldOffset, (oldOffset += out.join('').length)]);
    newRanges.push([newOffset, (newOffset += into.join('').length)]);
    at += kept + removed;
    newAt += kept + added;
  }
  const all = (old + wanted).replace(/\s/g, '').length;
  return 2 * common < LEAST_COMMON * all ? [[], []] : [byLine(gone, oldRanges), byLine(come, newRanges)];
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|[^\S\n]+|[^]/gu) ?? [];
}

/** The ranges of lines that were joined, each in its own line. Blanks alone between two do not keep them apart. */
function byLine(lines: readonly string[], ranges: readonly Range[]): Range[][] {
  let start = 0;
  return lines.map((line) => {
    const inside: Range[] = [];
    for (const [from, to] of ranges) {
      const range: Range = [Math.max(from - start, 0), Math.min(to - start, line.length)];
      const last = inside.at(-1);
      if (range[0] >= range[1]) {
        continue;
      }
      if (last && !line.slice(last[1], range[0]).trim()) {
        inside[inside.length - 1] = [last[0], range[1]];
      } else {
        inside.push(range);
      }
    }
    start += line.length + 1;
    return inside;
  });
}

/**
 * What is seen of the rows: the changes with a few lines around each. What was opened is shown as well.
 *
 * @param opened the ranges of rows that were asked for
 */
export function stretches(rows: readonly Row[], opened: readonly Range[] = []): Stretch[] {
  const hidden = hiddenRows(rows);
  for (const [from, to] of opened) {
    hidden.fill(false, from, to);
  }
  const found: Stretch[] = [];
  rows.forEach(({ kind }, i) => {
    const last = found.at(-1);
    if (last?.kind === kind && last.folded === hidden[i]) {
      last.to = i + 1;
    } else {
      found.push({ kind, from: i, to: i + 1, folded: hidden[i]! });
    }
  });
  return found;
}

function hiddenRows(rows: readonly Row[]): boolean[] {
  const hidden = new Array<boolean>(rows.length).fill(false);
  let from = 0;
  while (from < rows.length) {
    const { kind } = rows[from]!;
    let to = from;
    while (to < rows.length && rows[to]!.kind === kind) {
      to++;
    }
    const first = from + (kind !== 'same' ? MOST_SHOWN : from === 0 ? 0 : CONTEXT);
    const last = to - (kind !== 'same' || to === rows.length ? 0 : CONTEXT);
    if (last - first >= LEAST_FOLDED) {
      hidden.fill(true, first, last);
    }
    from = to;
  }
  return hidden;
}
