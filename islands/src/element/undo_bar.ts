const SHOWN_FOR = 10_000;

/** Offers to take back what was just done, for ten seconds, or as long as it is pointed at or focused. */
export class UndoBar extends HTMLElement {
  private timer: number | undefined;

  connectedCallback(): void {
    this.setAttribute("role", "status");
    for (const name of ["pointerenter", "focusin"]) this.addEventListener(name, this.stay);
    for (const name of ["pointerleave", "focusout"]) this.addEventListener(name, this.leaveSoon);
    this.leaveSoon();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private readonly stay = (): void => window.clearTimeout(this.timer);

  private readonly leaveSoon = (): void => {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.remove(), SHOWN_FOR);
  };
}
