import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long to wait where the browser does not tell when it has nothing else to do, as Safari does not. */
const PAUSE_MILLISECONDS = 50;

const waiting: (() => void)[] = [];

/** One after the other, so that what the reader does comes between. */
function whenIdle(draw: () => void) {
  waiting.push(draw);
  if (waiting.length === 1) {
    askForNext();
  }
}

function askForNext() {
  const drawNext = () => {
    const draw = waiting.shift()!;
    if (waiting.length > 0) {
      askForNext();
    }
    draw();
  };
  if ('requestIdleCallback' in window) {
    requestIdleCallback(drawNext, { timeout: 1000 });
  } else {
    setTimeout(drawNext, PAUSE_MILLISECONDS);
  }
}

/**
 * When an element that is costly to draw is drawn first: with the page if the reader will see it, and before the browser
 * paints; else when there is nothing else to do. One that is folded away waits until it is not.
 *
 * Until then it needs a size by its style; when it is drawn it gets the attribute `drawn`.
 */
export class Turn implements ReactiveController {
  /** Kept once it is the element’s turn. */
  readonly came: Promise<void>;

  private come!: () => void;
  // The first time that it tells is when the page was laid out: to ask costs nothing then
  private readonly laidOut = new ResizeObserver(() => this.onLaidOut());

  constructor(private readonly host: ReactiveControllerHost & Element) {
    this.came = new Promise((resolve) => (this.come = resolve));
    host.addController(this);
  }

  hostConnected() {
    this.laidOut.observe(this.host);
  }

  hostDisconnected() {
    this.laidOut.disconnect();
  }

  hostUpdated() {
    this.host.setAttribute('drawn', '');
    this.host.removeController(this);
  }

  private onLaidOut() {
    this.laidOut.disconnect();
    const { top, bottom } = this.host.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) {
      this.come();
    } else {
      whenIdle(this.come);
    }
  }
}
