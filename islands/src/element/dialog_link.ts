/** Opens the <dialog> named by data-dialog; without script the link inside leads to a page. */
export class DialogLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", this.open);
  }

  private readonly open = (event: Event): void => {
    const dialog = document.getElementById(this.dataset.dialog ?? "");
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.addEventListener("click", closeOnOutside);
    dialog.showModal();
  };
}

/** A press on the backdrop has the dialog itself as its target; so has one on its padding, which is inside. */
function closeOnOutside(this: HTMLElement, event: MouseEvent): void {
  if (event.target !== this || !(this instanceof HTMLDialogElement)) return;
  const { left, right, top, bottom } = this.getBoundingClientRect();
  const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  if (!inside) this.close();
}
