/** What passes the time; tests have one of their own. */
export interface Clock {
  /** Milliseconds that only grow, whatever is done to the time of day. */
  now(): number;
  after(milliseconds: number, run: () => void): unknown;
  cancel(timer: unknown): void;
}

export const browserClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => setTimeout(run, milliseconds),
  cancel: (timer) => clearTimeout(timer as number | undefined),
};

const PAUSE_MILLISECONDS = 400;
const MOST_MILLISECONDS = 1200;

/** Runs something at each pause between keys, and now and then while there is none. */
export class Pause {
  private readonly clock: Clock;
  private readonly run: () => void;
  private firstKey: number | null = null;
  private timer: unknown;

  constructor(clock: Clock, run: () => void) {
    this.clock = clock;
    this.run = run;
  }

  /** Whether keys have come since the last run. */
  get pending(): boolean {
    return this.firstKey !== null;
  }

  key(): void {
    const now = this.clock.now();
    this.firstKey ??= now;
    this.clock.cancel(this.timer);
    const most = this.firstKey + MOST_MILLISECONDS - now;
    this.timer = this.clock.after(Math.max(Math.min(PAUSE_MILLISECONDS, most), 0), this.run);
  }

  /** Waits for the next key. */
  rest(): void {
    this.clock.cancel(this.timer);
    this.firstKey = null;
  }
}
