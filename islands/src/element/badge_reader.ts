/**
 * Around the form of the door of badges: what stands after the `#` of the address scanned is sent by the form, and taken
 * out of the address. No server logs it.
 */
export class BadgeReader extends HTMLElement {
  connectedCallback(): void {
    const secret = window.location.hash.slice(1);
    const form = this.querySelector("form");
    const field = form?.elements.namedItem("jeton");
    if (secret === "" || !form || !(field instanceof HTMLInputElement)) return;
    window.history.replaceState(null, "", window.location.pathname);
    field.value = secret;
    form.requestSubmit();
  }
}
