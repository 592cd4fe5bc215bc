import { codesIn } from "../slips/scan";

/** What the QR code of a coupon begins with: other codes of a photograph are nobody's business. */
const PREFIX = "PREAU1:";
/** The signs of a code that say the mot and the child; the version and a seal follow. */
const HEAD = 8;

/**
 * Around a file control without a name, inside the form of returns: reads the coupons of photographs on this device, and
 * ticks their children (boxes `rendu-…`, beside hidden fields `code-…`). Nothing is sent; codes of no child of the list
 * are written in the field `codes`, for the server to say whose they are.
 * Attributes: data-entered (codes entered already), data-reading, data-unreadable, data-none, data-one, data-many,
 * data-already-one, data-already-many, data-unknown-one, data-unknown-many (`#` stands for the figure).
 */
export class SlipReader extends HTMLElement {
  private readonly ticked = new Set<string>();
  private readonly already = new Set<string>();
  private readonly unknown = new Set<string>();
  private control: HTMLInputElement | null = null;
  /** Photographs are read one after the other. */
  private work: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    if (this.control) return;
    this.control = this.querySelector("input[type=file]");
    this.control?.addEventListener("change", () => {
      this.take([...(this.control?.files ?? [])]);
      // The same photograph can be chosen again; no file goes with the form.
      if (this.control) this.control.value = "";
    });
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      this.take([...(event.dataTransfer?.files ?? [])]);
    });
  }

  private take(files: File[]): void {
    if (files.length === 0) return;
    this.work = this.work.then(() => this.readAll(files));
  }

  private async readAll(files: File[]): Promise<void> {
    this.say(this.dataset.reading ?? "");
    let unreadable = false;
    for (const file of files) {
      try {
        for (const text of await codesIn(file)) this.sort(text);
      } catch (error) {
        console.info(error);
        unreadable = true;
      }
    }
    this.say(unreadable ? `${this.dataset.unreadable ?? ""} ${this.report()}` : this.report());
  }

  private sort(text: string): void {
    if (!text.startsWith(PREFIX)) return;
    const code = text.slice(PREFIX.length);
    const head = code.slice(0, HEAD);
    const entered = (this.dataset.entered ?? "").split(" ");
    if (this.tick(code)) this.ticked.add(head);
    else if (entered.some((other) => other.slice(0, HEAD) === head)) this.already.add(head);
    else this.keep(code);
  }

  /** Ticks the child of a code; the form then says which version came back. */
  private tick(code: string): boolean {
    const form = this.closest("form");
    const fields = form?.querySelectorAll<HTMLInputElement>("input[type=hidden][name^='code-']") ?? [];
    const field = [...fields].find(({ value }) => value.slice(0, HEAD) === code.slice(0, HEAD));
    const box = form?.elements.namedItem(field ? field.name.replace("code-", "rendu-") : "");
    if (!field || !(box instanceof HTMLInputElement)) return false;
    field.value = code;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  private keep(code: string): void {
    this.unknown.add(code);
    const codes = this.closest("form")?.elements.namedItem("codes");
    if (!(codes instanceof HTMLTextAreaElement)) return;
    const lines = codes.value.split("\n").filter((line) => line.trim() !== "");
    if (!lines.includes(code)) codes.value = [...lines, code].join("\n");
  }

  /** « 23 coupons reconnus, 1 inconnu »: all that was read since the page was opened. */
  private report(): string {
    const { none, one, many, alreadyOne, alreadyMany, unknownOne, unknownMany } = this.dataset;
    const parts = [counted(this.already.size, alreadyOne, alreadyMany), counted(this.unknown.size, unknownOne, unknownMany)];
    const others = parts.filter((part) => part !== "");
    const first = counted(this.ticked.size, one, many) || (others.length === 0 ? (none ?? "") : "");
    return [first, ...others].filter((part) => part !== "").join(", ");
  }

  private say(words: string): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = words;
  }
}

function counted(count: number, one: string | undefined, many: string | undefined): string {
  if (count === 0) return "";
  return count === 1 ? (one ?? "") : (many ?? "").replace("#", String(count));
}
