/** The server's side of a draft, as the page talks to it. */

import type { Place } from './drafts';

/** One text on its way to the server. */
export interface Save {
  text: string;
  /** The revision that it grew from. */
  base: number;
  editor: string;
  sequence: number;
}

/** What became of a request. */
export type Answer =
  /** What the draft is now; without a text it is the one that was sent, or there is none. */
  | { kind: 'draft'; revision: number; savedAt: number; text: string | null }
  /** The draft is another one; what was sent has been put aside. */
  | { kind: 'other'; revision: number; savedAt: number; text: string }
  | { kind: 'same' }
  | { kind: 'too-long' }
  | { kind: 'away' }
  | { kind: 'signed-out' }
  | { kind: 'offline' };

export interface DraftServer {
  save(save: Save, last?: boolean): Promise<Answer>;
  /** Whether the text of the save is to be the draft, rather than what the server has. */
  choose(save: Save, mine: boolean): Promise<Answer>;
  /** What the server has, unless it is that revision. */
  look(revision: number): Promise<Answer>;
}

/** What a page that is going away may still send, in bytes. */
const MOST_AT_LAST = 60_000;
/** A server that takes longer is as good as away. */
const PATIENCE_MILLISECONDS = 5000;

/** The one that the page came from. */
export function draftServer({ learner, exercise }: Place, base: string, request: typeof fetch): DraftServer {
  const address = new URL(`drafts/${encodeURIComponent(exercise)}`, base);
  const send = async (path: string, method: string, content: unknown, more = {}, last = false): Promise<Answer> => {
    // JSON has its own way to write what UTF-8 cannot hold, such as half of a surrogate pair
    const body = content === undefined ? undefined : JSON.stringify(content);
    const keepalive = last && new TextEncoder().encode(body).length <= MOST_AT_LAST;
    const headers = new Headers({ 'X-Stride-Draft': '1', 'X-Stride-Learner': learner, ...more });
    if (body !== undefined) {
      headers.set('Content-Type', 'application/json');
    }
    try {
      const response = await request(address + path, {
        method,
        body,
        keepalive,
        credentials: 'same-origin',
        cache: 'no-store',
        headers,
        signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE_MILLISECONDS),
      });
      return await read(response);
    } catch {
      return { kind: 'offline' };
    }
  };
  return {
    save: (save, last) => send('', 'PUT', save, {}, last),
    choose: (save, mine) => send('/choice', 'POST', { ...save, mine }),
    look: (revision) => send('', 'GET', undefined, { 'X-Stride-Revision': String(revision) }),
  };
}

async function read(response: Response): Promise<Answer> {
  switch (response.status) {
    case 200:
      return { kind: 'draft', ...draft(await response.json()) };
    case 204:
      return { kind: 'same' };
    case 401:
      return { kind: 'signed-out' };
    case 409: {
      const other = draft(await response.json());
      return { kind: 'other', ...other, text: other.text ?? '' };
    }
    case 413:
      return { kind: 'too-long' };
    case 503:
      return { kind: 'away' };
    default:
      return { kind: 'offline' };
  }
}

function draft(content: { revision?: unknown; savedAt?: unknown; text?: unknown }) {
  const { revision, savedAt, text } = content;
  if (typeof revision !== 'number') {
    // Something between the page and the server answered in its place
    throw new Error('no revision');
  }
  return { revision, savedAt: Number(savedAt ?? 0), text: typeof text === 'string' ? text : null };
}
