/** Asks data-question before the button inside sends its form. */
export class ConfirmButton extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", this.ask, { capture: true });
  }

  private readonly ask = (event: Event): void => {
    if (window.confirm(this.dataset.question ?? "")) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
