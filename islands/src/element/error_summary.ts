/** The list of errors above a form takes the focus when it arrives, and its links focus their control. */
export class ErrorSummary extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", this.follow);
    // Turbo moves the focus after rendering: ours comes later.
    requestAnimationFrame(() => this.focus());
  }

  private readonly follow = (event: Event): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const control = link && document.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    const editor = control.parentElement?.querySelector<HTMLElement>("[contenteditable]");
    (editor ?? control).focus();
  };
}
