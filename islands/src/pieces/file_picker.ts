import { isReady } from "./deposit";
import { PieceRow, type Remembered, type Rows } from "./piece_row";

const MOST = 20;

/**
 * Around a file control: sends files at once, one after the other, and lists them; the form carries their fields only.
 * Files may be dropped anywhere on the form. Attributes: data-drop, data-sending, data-waiting, data-failed, data-ready,
 * data-busy, data-too-many, data-cancel, data-remove, data-alt.
 */
export class FilePicker extends HTMLElement implements Rows {
  private rows: PieceRow[] = [];
  private queue: Promise<void> = Promise.resolve();
  private readonly list = document.createElement("ul");
  private readonly status = document.createElement("p");
  private readonly drop = document.createElement("p");
  /** The files of the form as a draft keeps them. */
  private memory: HTMLInputElement | null = null;
  private control: HTMLInputElement | null = null;
  private form: HTMLFormElement | null = null;
  private sender: HTMLElement | null | undefined;

  get words(): DOMStringMap {
    return this.dataset;
  }

  connectedCallback(): void {
    this.control = this.querySelector("input[type=file]");
    this.form = this.closest("form");
    if (!this.control || !this.form || this.list.isConnected) return;
    // What is chosen is sent apart: the form would send it twice.
    this.control.removeAttribute("name");
    this.control.addEventListener("change", this.take);
    this.list.className = "pieces";
    this.status.className = "quiet";
    this.status.setAttribute("role", "status");
    this.drop.className = "quiet pieces-drop";
    this.drop.textContent = this.dataset.drop ?? "";
    this.memory = this.querySelector("input[name=pieces_memoire]");
    this.append(this.drop, this.list, this.status);
    this.form.addEventListener("dragover", this.over);
    this.form.addEventListener("dragleave", this.leave);
    this.form.addEventListener("drop", this.receive);
    this.form.addEventListener("submit", this.hold);
    this.form.addEventListener("draft-restored", this.restore);
    void this.recall();
  }

  /** Turbo keeps a copy of the page: it must contain the file control as the server sent it. */
  disconnectedCallback(): void {
    this.control?.setAttribute("name", "fichiers");
    this.control?.removeEventListener("change", this.take);
    for (const row of this.rows) row.stop();
    this.rows = [];
    this.list.replaceChildren();
    for (const part of [this.drop, this.list, this.status]) part.remove();
    this.form?.removeEventListener("dragover", this.over);
    this.form?.removeEventListener("dragleave", this.leave);
    this.form?.removeEventListener("drop", this.receive);
    this.form?.removeEventListener("submit", this.hold);
    this.form?.removeEventListener("draft-restored", this.restore);
  }

  /** Adds files; also called by the voice note beside. */
  add(files: File[]): void {
    const room = MOST - this.rows.length - this.querySelectorAll("[type=checkbox][name=pieces]:checked").length;
    for (const file of files.slice(0, Math.max(0, room))) {
      const row = new PieceRow(this, file.name, file.type.startsWith("image/"));
      this.rows.push(row);
      this.list.append(row.line);
      // One at a time: on a slow line the first is there sooner.
      this.queue = this.queue.then(() => (this.rows.includes(row) ? row.send(file) : undefined));
    }
    if (files.length > room) this.say(this.dataset.tooMany ?? "");
  }

  say(words: string): void {
    this.status.textContent = words;
  }

  changed(): void {
    const kept = this.rows.flatMap((row) => row.remembered() ?? []);
    if (this.memory) this.memory.value = kept.length > 0 ? JSON.stringify(kept) : "";
    this.memory?.dispatchEvent(new Event("input", { bubbles: true }));
    // Nothing leaves by itself without a file somebody chose.
    if (this.rows.some((row) => row.hasFailed)) this.sender = undefined;
    if (this.sender === undefined || this.rows.some((row) => row.onItsWay)) return;
    const sender = this.sender;
    this.sender = undefined;
    this.form?.requestSubmit(sender);
  }

  gone(row: PieceRow): void {
    this.rows = this.rows.filter((other) => other !== row);
    this.changed();
    this.control?.focus();
  }

  private readonly take = (): void => {
    const files = [...(this.control?.files ?? [])];
    if (this.control) this.control.value = "";
    this.add(files);
  };

  private readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.form?.classList.add("pieces-over");
  };

  private readonly leave = (event: DragEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && this.form?.contains(to))) this.form?.classList.remove("pieces-over");
  };

  private readonly receive = (event: DragEvent): void => {
    this.form?.classList.remove("pieces-over");
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.add(files);
  };

  /** A form that is sent while files are on their way leaves with the last of them; with one that failed, not at all. */
  private readonly hold = (event: SubmitEvent): void => {
    const failed = this.rows.find((row) => row.hasFailed);
    if (!failed && !this.rows.some((row) => row.onItsWay)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (failed) return failed.insist();
    this.sender = event.submitter;
    this.say(this.dataset.busy ?? "");
  };

  private readonly restore = (): void => void this.recall();

  /** Files a draft remembers are shown again if the server still has them. */
  private async recall(): Promise<void> {
    const remembered = read(this.memory?.value ?? "");
    for (const { id, name, picture } of remembered) {
      if (this.rows.some((row) => row.id === id) || !(await isReady(id))) continue;
      const row = new PieceRow(this, name, picture);
      row.ready(id);
      this.rows.push(row);
      this.list.append(row.line);
    }
  }
}

function read(text: string): Remembered[] {
  try {
    const found: unknown = JSON.parse(text || "[]");
    return Array.isArray(found) ? (found as Remembered[]) : [];
  } catch {
    return [];
  }
}
