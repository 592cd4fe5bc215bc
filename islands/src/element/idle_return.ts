const SIGNS = ["pointerdown", "keydown", "input", "scroll"];

/**
 * On a tablet that goes from hand to hand: a page nobody touches goes back to the wall. Attributes: data-to,
 * data-seconds.
 */
export class IdleReturn extends HTMLElement {
  private timer: number | undefined;

  connectedCallback(): void {
    for (const sign of SIGNS) document.addEventListener(sign, this.wait, { passive: true });
    this.wait();
  }

  disconnectedCallback(): void {
    for (const sign of SIGNS) document.removeEventListener(sign, this.wait);
    window.clearTimeout(this.timer);
  }

  private readonly wait = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.leave(), Number(this.dataset.seconds) * 1000);
  };

  private leave(): void {
    window.location.assign(this.dataset.to ?? "/");
  }
}
