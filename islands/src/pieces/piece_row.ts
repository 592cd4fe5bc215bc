import { smaller } from "../element/photo";
import { deposit, forget, Refused } from "./deposit";

/** What a row tells its list. */
export interface Rows {
  words: DOMStringMap;
  say(words: string): void;
  changed(): void;
  gone(row: PieceRow): void;
}

/** What is remembered of a row in a draft. */
export interface Remembered {
  id: string;
  name: string;
  picture: boolean;
}

/** One file of the list: on its way, then ready, with the fields the form sends. */
export class PieceRow {
  readonly line = document.createElement("li");
  id: string | undefined;
  private readonly head = document.createElement("div");
  private readonly name = document.createElement("span");
  private readonly button = document.createElement("button");
  private readonly cancel = new AbortController();
  private failed = false;

  constructor(
    private readonly rows: Rows,
    readonly title: string,
    private readonly picture: boolean,
  ) {
    this.line.className = "piece";
    this.head.className = "piece-line";
    this.name.textContent = title;
    this.button.type = "button";
    this.button.className = "button button-quiet";
    this.button.addEventListener("click", () => this.discard());
    this.head.append(this.name, this.button);
    this.line.append(this.head);
    this.label(rows.words.cancel);
  }

  get onItsWay(): boolean {
    return this.id === undefined && !this.failed;
  }

  get hasFailed(): boolean {
    return this.failed;
  }

  /** Says again what went wrong, where it can be mended. */
  insist(): void {
    this.rows.say(this.name.textContent ?? "");
    this.button.focus();
  }

  /** Nobody waits for it any more: the page goes away. */
  stop(): void {
    if (this.onItsWay) this.cancel.abort();
  }

  remembered(): Remembered | undefined {
    return this.id === undefined ? undefined : { id: this.id, name: this.title, picture: this.picture };
  }

  async send(file: File): Promise<void> {
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", this.title);
    this.line.append(bar);
    try {
      const reduced = file.type.startsWith("image/") ? await smaller(file) : file;
      const watcher = { arrived: (share: number) => this.arrived(bar, share), waiting: (down: boolean) => this.waiting(down) };
      this.ready(await deposit(reduced, watcher, this.cancel.signal));
      this.rows.say(this.sentence(this.rows.words.ready));
    } catch (error) {
      if (!this.cancel.signal.aborted) this.fail(error instanceof Refused ? error.message : "");
    }
    bar.remove();
    this.rows.changed();
  }

  /** The file has arrived: the form carries it. */
  ready(id: string): void {
    this.id = id;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "pieces";
    field.value = `depot:${id}`;
    this.line.append(field);
    this.name.textContent = this.title;
    this.label(this.rows.words.remove);
    if (this.picture) this.line.append(this.description(field.value));
  }

  private description(piece: string): HTMLLabelElement {
    const label = document.createElement("label");
    const words = document.createElement("span");
    words.className = "field-label";
    words.textContent = this.rows.words.alt ?? "";
    const text = document.createElement("input");
    text.className = "control";
    text.name = `alt-${piece}`;
    text.maxLength = 300;
    label.append(words, text);
    return label;
  }

  private arrived(bar: HTMLProgressElement, share: number): void {
    bar.value = share;
    this.name.textContent = this.sentence(this.rows.words.sending).replace("#part", String(Math.floor(share * 100)));
  }

  private waiting(down: boolean): void {
    if (!down) return;
    this.name.textContent = this.sentence(this.rows.words.waiting);
    this.rows.say(this.name.textContent);
  }

  private fail(words: string): void {
    this.failed = true;
    this.line.classList.add("piece-wrong");
    this.name.textContent = words || this.sentence(this.rows.words.failed);
    this.rows.say(this.name.textContent);
    this.label(this.rows.words.remove);
  }

  private discard(): void {
    this.cancel.abort();
    if (this.id !== undefined) void forget(this.id);
    this.line.remove();
    this.rows.gone(this);
  }

  /** The button says what it does, and for those who hear it, to which file. */
  private label(word: string | undefined): void {
    this.button.textContent = word ?? "";
    this.button.setAttribute("aria-label", `${word ?? ""} ${this.title}`);
  }

  private sentence(words: string | undefined): string {
    return (words ?? "").replace("#nom", this.title);
  }
}
