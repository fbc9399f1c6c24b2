import type { Clock } from './clock';

const BACKOFF_MILLISECONDS = 1000;
const MOST_BACKOFF_MILLISECONDS = 5000;

/** Does one thing at a time until there is none left, and waits longer and longer after each that fails. */
export class Work {
  private readonly clock: Clock;
  /** Does the next thing, and says whether there may be another. */
  private readonly step: () => Promise<boolean>;
  private running: Promise<void> | null = null;
  /** Whether there may be something to do. */
  private wanted = false;
  private held = false;
  private retry: unknown = null;
  private backoff = 0;

  constructor(clock: Clock, step: () => Promise<boolean>) {
    this.clock = clock;
    this.step = step;
  }

  /** There may be something to do. */
  go(): void {
    this.wanted = true;
    if (!this.running && this.free()) {
      this.running = this.steps().finally(() => {
        this.running = null;
        if (this.wanted) {
          this.go();
        }
      });
    }
  }

  /** Tries at once what failed before. */
  hurry(): void {
    this.clock.cancel(this.retry);
    this.retry = null;
    this.go();
  }

  failed(): void {
    this.backoff = Math.min(this.backoff * 2 || BACKOFF_MILLISECONDS, MOST_BACKOFF_MILLISECONDS);
    this.clock.cancel(this.retry);
    this.retry = this.clock.after(this.backoff, () => this.hurry());
  }

  succeeded(): void {
    this.backoff = 0;
  }

  /** Does something else meanwhile, once what is under way has ended. */
  async instead<T>(other: () => Promise<T>): Promise<T> {
    this.held = true;
    try {
      await this.running;
      return await other();
    } finally {
      this.held = false;
      this.go();
    }
  }

  get interrupted(): boolean {
    return this.held;
  }

  stop(): void {
    this.held = true;
    this.clock.cancel(this.retry);
  }

  private free(): boolean {
    return !this.held && this.retry === null;
  }

  private async steps(): Promise<void> {
    while (this.wanted && this.free()) {
      this.wanted = false;
      const more = await this.step();
      this.wanted ||= more;
    }
  }
}
