import { forget, type Store } from '../code-editor/drafts';

/**
 * Called by the page once the server has deleted everything: this browser keeps nothing of the learner either. Then the
 * page comes anew, as somebody else's.
 */
function forgetHere(learner: string, address: string): void {
  for (const open of [() => localStorage, () => sessionStorage]) {
    try {
      const store: Store = open();
      forget(store, learner);
    } catch {
      // Refused: then nothing was kept there
    }
  }
  location.assign(new URL(address, document.baseURI));
}

Object.assign(window, { strideForget: forgetHere });
