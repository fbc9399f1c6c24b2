import { remember, remembered } from './folding';

/**
 * Called by the page when the lesson of a step appears: opens or folds it as its reader left it. Only what the reader does is
 * remembered, not what opens it otherwise, such as a search within the page.
 */
function fold(details: HTMLDetailsElement, step: string): void {
  try {
    details.open = remembered(localStorage, step) ?? details.open;
    details.querySelector('summary')!.addEventListener('click', () => {
      // The click comes before the change that it makes
      remember(localStorage, step, !details.open);
    });
  } catch {
    // The browser keeps nothing: the lesson is open as the server has it
  }
}

Object.assign(window, { strideFold: fold });
