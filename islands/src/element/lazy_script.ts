/** Fetches a script, from data-src, only on the pages that have a use for it. Without it they are filled in by hand. */
export class LazyScript extends HTMLElement {
  connectedCallback(): void {
    if (!this.dataset.src) return;
    import(this.dataset.src).catch((error: unknown) => console.error(error));
  }
}
