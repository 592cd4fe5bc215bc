/** Around a button that prints the page. Hidden until there is a script to answer it. */
export class PrintPage extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener("click", this.print);
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.print);
  }

  private readonly print = (event: Event): void => {
    event.preventDefault();
    if (event.target instanceof Element && event.target.closest("button")) window.print();
  };
}
