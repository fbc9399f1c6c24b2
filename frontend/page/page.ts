/** The link that skips the header stays on its page: by its address alone it would lead to the first page of all. */
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.stride-skip')) {
    event.preventDefault();
    document.querySelector<HTMLElement>('#content')?.focus();
  }
});

/** Called when another page is shown without being loaded: whoever reads with ears or keys begins at its heading. */
function pageShown(page: HTMLElement): void {
  const heading = page.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

Object.assign(window, { stridePageShown: pageShown });
