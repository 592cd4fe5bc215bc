/** Opens the <dialog> named by data-dialog; without script the link inside leads to a page. */
export class DialogLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", this.open);
  }

  private readonly open = (event: MouseEvent): void => {
    const dialog = document.getElementById(this.dataset.dialog ?? "");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere || !(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.addEventListener("click", closeOnPress);
    // The copy of the page that Turbo keeps has it closed.
    document.addEventListener("turbo:before-cache", () => dialog.close(), { once: true });
    dialog.showModal();
  };
}

/** Closes on a press on the backdrop, or on a link back to the page below. */
function closeOnPress(this: HTMLElement, event: MouseEvent): void {
  if (!(this instanceof HTMLDialogElement)) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const back = link?.href === window.location.href;
  if (back) event.preventDefault();
  if (back || isOutside(this, event)) this.close();
}

/** A press on the backdrop has the dialog itself as its target; so has one on its padding, which is inside. */
function isOutside(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  if (event.target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
}
