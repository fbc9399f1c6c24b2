import { meaning } from './keys';

const STORAGE_KEY = 'stride.question-mark';
const OFF = 'off';
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

function questionMarkIsOn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== OFF;
  } catch {
    return true;
  }
}

/** Whether keys that go to an element are written. */
function writes(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'))
  );
}

/**
 * Holds the button that opens the sheet of keys, and listens to the keys that every page has. The ways to the next and the
 * previous step are those that stand on the page.
 *
 * @fires sheet-asked with `{mac, questionMark}`
 */
class Shortcuts extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.asked);
    document.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.asked);
    document.removeEventListener('keydown', this.pressed);
  }

  /** Called by the page once the learner has chosen whether a single sign does something. */
  keep(questionMark: boolean) {
    try {
      if (questionMark) {
        localStorage.removeItem(STORAGE_KEY);
      } else {
        localStorage.setItem(STORAGE_KEY, OFF);
      }
    } catch {
      // A browser that keeps nothing: it holds as long as the page
    }
  }

  private readonly asked = () => {
    const detail = { mac: MAC, questionMark: questionMarkIsOn() };
    this.dispatchEvent(new CustomEvent('sheet-asked', { detail }));
  };

  private readonly pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('vaadin-dialog[opened]')) {
      return;
    }
    const questionMark = questionMarkIsOn();
    switch (meaning(event, writes(event.composedPath()[0]), questionMark)) {
      case 'sheet':
        event.preventDefault();
        this.asked();
        break;
      case 'next':
        event.preventDefault();
        document.querySelector<HTMLElement>('.stride-next')?.click();
        break;
      case 'previous':
        event.preventDefault();
        document.querySelector<HTMLElement>('.stride-previous')?.click();
        break;
      default:
    }
  };
}

customElements.define('stride-shortcuts', Shortcuts);
