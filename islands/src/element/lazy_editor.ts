/** Fetches the editor's script, from data-src, only on pages that have an editor. */
export class LazyEditor extends HTMLElement {
  connectedCallback(): void {
    if (!this.dataset.src || customElements.get("rich-editor")) return;
    // Without the editor the text area stays, and works.
    import(this.dataset.src).catch((error: unknown) => console.error(error));
  }
}
