import type { Draft } from './drafts';

/** The server's text as the page came with it. */
export interface Served {
  text: string;
  /** 0 if it is no draft yet, -1 if the server could not say. */
  revision: number;
  /** In the server's milliseconds; 0 if it was never saved. */
  savedAt: number;
  /** Who saved it, and with which of its saves. */
  editor: string;
  sequence: number;
}

/** What an editor begins with. */
export interface Opening {
  /** Whose text and history come on screen; null for the server's text alone. */
  start: Draft | null;
  /** Whether that holds what the server has not got; otherwise the server's text comes on top of it. */
  unsaved: boolean;
  /** Whether that text and the server's have both changed since. */
  apart: boolean;
  /** What the server has, or had when the browser last heard of it. */
  served: Served;
  sequence: number;
  /** Further texts of editors that are no more, which the server has not got. */
  leftovers: Draft[];
  /** Editors whose drafts need not be kept any longer. */
  dropped: string[];
}

/** How a draft and the server's text are related. */
type Relation = 'newer' | 'older' | 'apart';

const MONTH_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/**
 * Decides whose text an editor opens with: its own draft, one that a closed tab could not save, or the server's. None is
 * lost: what is not on screen is on the server already, or is left over and goes there.
 *
 * @param kept the drafts of this editor and of those that are no more
 */
export function opening(page: Served, me: string, kept: readonly Draft[], now: number): Opening {
  const served = page.revision < 0 ? lastHeard(page, kept) : page;
  const own = kept.find(({ editor }) => editor === me) ?? null;
  const others = kept.filter(({ editor }) => editor !== me).sort((one, other) => other.at - one.at);
  const lacking = others.filter((draft) => isLacking(served, draft));
  const newest = lacking.find((draft) => relation(served, draft) === 'newer') ?? null;
  const taken = own && isLacking(served, own) ? own : newest;
  const start = taken ?? own ?? others.find(({ state }) => state.doc === served.text) ?? null;
  const leftovers = lacking.filter(
    ({ state }, i) =>
      state.doc !== taken?.state.doc && lacking.findIndex((other) => other.state.doc === state.doc) === i,
  );
  return {
    start,
    unsaved: taken !== null,
    apart: taken !== null && relation(served, taken) === 'apart',
    served,
    sequence: Math.max(own?.sequence ?? 0, served.editor === me ? served.sequence : 0),
    leftovers,
    dropped: unneeded(
      others.filter((draft) => draft !== start && !leftovers.includes(draft)),
      now,
    ),
  };
}

/** Stands in for a server that could not say what it has. */
function lastHeard(page: Served, kept: readonly Draft[]): Served {
  const latest = [...kept].sort((one, other) => other.base - one.base || +one.unsaved - +other.unsaved)[0];
  if (!latest) {
    return { ...page, revision: 0 };
  }
  const { base: revision, savedAt, editor, sequence, state } = latest;
  return latest.unsaved
    ? { ...page, revision, savedAt }
    : { text: state.doc, revision, savedAt, editor, sequence };
}

/** Whether the server has not got a draft, as far as the browser knows. */
function isLacking(served: Served, draft: Draft): boolean {
  const found = relation(served, draft);
  return draft.state.doc !== served.text && (found === 'apart' || (found === 'newer' && draft.unsaved));
}

function relation(served: Served, { base, sequence, unsaved, editor }: Draft): Relation {
  if (editor === served.editor) {
    if (sequence < served.sequence) {
      return 'older'; // The browser was ended before it wrote down what it had sent
    }
    if (unsaved && base <= served.revision) {
      return 'newer'; // What the server has is one of its own saves, whose answer may have got lost
    }
  }
  if (base === served.revision) {
    return 'newer';
  }
  // A server that was set back to an older state knows less than the browser
  return unsaved || base > served.revision ? 'apart' : 'older';
}

/** Of what is saved, the latest stays for a month, for what can be undone in it. */
function unneeded(drafts: readonly Draft[], now: number): string[] {
  const latest = drafts.find(({ unsaved, at }) => !unsaved && now - at < MONTH_MILLISECONDS);
  return drafts.filter((draft) => draft !== latest).map(({ editor }) => editor);
}
