/**
 * Around the form of activation: the login and the code that a QR code or a letter carries after the `#`, which is sent to no
 * server and written in no journal, fill its controls. The address then forgets them.
 */
export class LinkFields extends HTMLElement {
  connectedCallback(): void {
    const carried = new URLSearchParams(location.hash.slice(1));
    let filled = false;
    for (const control of this.querySelectorAll<HTMLInputElement>("input[name]")) {
      const value = carried.get(control.name);
      if (value === null) continue;
      control.value = value;
      filled = true;
    }
    if (filled) history.replaceState(history.state, "", location.pathname + location.search);
  }
}
