import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether an element holds what is wider than itself. */
export function isWider(scroller: Element): boolean {
  return scroller.scrollWidth > scroller.clientWidth;
}

/** The same in width or in height. */
export function isLarger(scroller: Element): boolean {
  return isWider(scroller) || scroller.scrollHeight > scroller.clientHeight;
}

/**
 * Tells an element whether a part of it scrolls: only what does needs to be reached with the Tab key. The part’s first element
 * is watched with it, and has to be as large as what it holds.
 *
 * It is told by the browser, once the page is laid out; to ask would have it laid out again for each element that asks.
 */
export class Scrolling implements ReactiveController {
  /** Whether it does, when it was last laid out. */
  scrolls = false;

  private watched: HTMLElement | null = null;
  private readonly resized = new ResizeObserver(() => this.measure());

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
    private readonly holdsMore: (scroller: Element) => boolean = isWider,
  ) {
    host.addController(this);
  }

  hostConnected() {
    this.watch();
  }

  hostUpdated() {
    this.watch();
  }

  hostDisconnected() {
    this.resized.disconnect();
    this.watched = null;
  }

  private watch() {
    const scroller = this.scroller();
    if (scroller === this.watched) {
      return;
    }
    this.resized.disconnect();
    this.watched = scroller;
    if (scroller) {
      this.resized.observe(scroller);
      this.resized.observe(scroller.firstElementChild!);
    }
  }

  private measure() {
    const scrolls = this.watched !== null && this.holdsMore(this.watched);
    if (scrolls !== this.scrolls) {
      this.scrolls = scrolls;
      this.host.requestUpdate();
    }
  }
}
