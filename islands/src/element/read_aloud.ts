/**
 * Around words: a button that has the device read them, and stops it. Nothing where the device has no voice.
 * Attributes: data-label, data-stop.
 */
export class ReadAloud extends HTMLElement {
  private button: HTMLButtonElement | undefined;

  connectedCallback(): void {
    if (!("speechSynthesis" in window) || this.button) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = this.dataset.label ?? "";
    button.addEventListener("click", this.toggle);
    this.button = button;
    this.prepend(button);
  }

  disconnectedCallback(): void {
    // The copy of the page that Turbo keeps has no second button; nobody goes on hearing a page that was left.
    this.button?.remove();
    this.button = undefined;
    if ("speechSynthesis" in window) window.speechSynthesis.cancel();
  }

  private readonly toggle = (): void => {
    const reads = this.hasAttribute("data-reading");
    window.speechSynthesis.cancel();
    if (reads) this.rest();
    else this.read();
  };

  private read(): void {
    const speech = new SpeechSynthesisUtterance(this.words());
    speech.lang = document.documentElement.lang;
    speech.rate = 0.9;
    speech.addEventListener("end", this.rest);
    speech.addEventListener("error", this.rest);
    this.setAttribute("data-reading", "");
    if (this.button) this.button.textContent = this.dataset.stop ?? "";
    window.speechSynthesis.speak(speech);
  }

  private readonly rest = (): void => {
    this.removeAttribute("data-reading");
    if (this.button) this.button.textContent = this.dataset.label ?? "";
  };

  private words(): string {
    const parts = [...this.children].filter((part) => part !== this.button);
    return parts.map((part) => part.textContent ?? "").join(". ");
  }
}
