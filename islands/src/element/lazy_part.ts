/** Around a part of the page that needs a script of its own: fetches it, from data-src, only on pages that have one. */
export class LazyPart extends HTMLElement {
  connectedCallback(): void {
    if (!this.dataset.src) return;
    // Without the script what the server sent stays, and works. A script fetched already is not run again.
    import(this.dataset.src).catch((error: unknown) => console.error(error));
  }
}
