/**
 * A button that copies what is written in it to the clipboard.
 * Attributes: data-code (what to copy), data-copied (what the button then says).
 */
export class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => void this.copy(button));
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    const label = button.querySelector("span") ?? button;
    const before = label.textContent;
    await navigator.clipboard.writeText(this.dataset.code ?? "");
    label.setAttribute("aria-live", "polite");
    label.textContent = this.dataset.copied ?? before;
    window.setTimeout(() => (label.textContent = before), 3000);
  }
}
