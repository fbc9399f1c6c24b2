import { isWider } from '../scrolling/scrolling';

/** Only what scrolls needs to be reached with the Tab key, and then it needs a name. */
function measure(scroller: HTMLElement): void {
  const scrolls = isWider(scroller);
  scroller.toggleAttribute('tabindex', scrolls);
  if (scrolls) {
    scroller.tabIndex = 0;
    scroller.setAttribute('role', 'group');
    scroller.setAttribute('aria-label', scroller.dataset['label'] ?? '');
  } else {
    scroller.removeAttribute('role');
    scroller.removeAttribute('aria-label');
  }
}

/** By then a lesson is drawn as a rule. */
const ARRIVAL_MILLISECONDS = 2000;

/** A lesson, as the server makes it: here its list of sections leads to them, and its tables scroll. */
class Lesson extends HTMLElement {
  private readonly resized = new ResizeObserver((entries) =>
    entries.forEach(({ target }) => measure((target.closest('.stride-scroll') ?? target) as HTMLElement)),
  );
  // The content may come after the element
  private readonly filled = new MutationObserver(() => this.observe());

  connectedCallback() {
    this.addEventListener('click', this);
    this.filled.observe(this, { childList: true, subtree: true });
    this.observe();
    // The browser has looked for the section of the address before there was a page. Who reloads a page is somewhere on it.
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (navigation?.type === 'navigate') {
      requestAnimationFrame(() => this.arrive(this.heading(location.hash.slice(1))));
    }
  }

  disconnectedCallback() {
    this.removeEventListener('click', this);
    this.filled.disconnect();
    this.resized.disconnect();
  }

  /** The address of the page may hold more than the link knows, such as the card that is picked: it stays as it is. */
  handleEvent(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLElement>('a[data-section]');
    const heading = link && this.heading(link.dataset['section']!);
    if (heading && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ behavior: still ? 'instant' : 'smooth', block: 'start' });
    }
  }

  private heading(section: string): HTMLElement | null {
    return section ? this.querySelector<HTMLElement>(`#${CSS.escape(section)}`) : null;
  }

  /** Stays at a heading while formulas and figures above it are drawn, unless the reader goes on. */
  private arrive(heading: HTMLElement | null) {
    if (!heading) {
      return;
    }
    const fold = heading.closest('details');
    if (fold) {
      fold.open = true;
    }
    heading.focus({ preventScroll: true });
    const resized = new ResizeObserver(() => heading.scrollIntoView({ behavior: 'instant', block: 'start' }));
    resized.observe(this);
    const leave = () => resized.disconnect();
    for (const event of ['pointerdown', 'wheel', 'keydown']) {
      addEventListener(event, leave, { once: true, passive: true, capture: true });
    }
    setTimeout(leave, ARRIVAL_MILLISECONDS);
  }

  private observe() {
    for (const scroller of this.querySelectorAll<HTMLElement>('.stride-scroll')) {
      this.resized.observe(scroller);
      if (scroller.firstElementChild) {
        this.resized.observe(scroller.firstElementChild);
      }
    }
  }
}

customElements.define('stride-lesson', Lesson);
