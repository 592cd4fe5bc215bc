import { mosaic, within, type Area } from "./mosaic";

const QUALITY = 0.9;
/** A frame drawn smaller was a slip of the finger, in pixels of the screen. */
const SLIP = 8;
/** The frame of the keyboard: a fifth of the picture at first, moved and sized by so much of it. */
const FIRST = 0.2;
const PACE = 0.02;

/**
 * A picture over the page, of which parts are blurred: with a pointer by drawing a frame, from the keyboard with the frame
 * that has the focus (arrows move it, + and - size it, Enter blurs). Words come from the server, in the attributes of
 * whoever asks: data-blur-title, -help, -frame, -apply, -undo, -done, -cancel, -said, -undone.
 */
export class PhotoBlur extends HTMLElement {
  private readonly canvas = document.createElement("canvas");
  private readonly frame = document.createElement("div");
  private readonly status = document.createElement("p");
  private readonly dialog = document.createElement("dialog");
  private areas: Area[] = [];
  private bitmap: ImageBitmap | undefined;
  private from: { x: number; y: number } | undefined;
  private box: Area = { x: 0, y: 0, width: 1, height: 1 };
  private words: DOMStringMap = {};

  /** Answers the picture with its parts blurred, once the dialog is closed; nothing when nothing is to change. */
  async ask(file: File, words: DOMStringMap): Promise<File | undefined> {
    this.words = words;
    this.bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    this.canvas.width = this.bitmap.width;
    this.canvas.height = this.bitmap.height;
    this.draw();
    this.build();
    this.dialog.showModal();
    this.begin();
    const close = (): void => this.dialog.close();
    document.addEventListener("turbo:before-cache", close, { once: true });
    await new Promise((resolve) => this.dialog.addEventListener("close", resolve, { once: true }));
    document.removeEventListener("turbo:before-cache", close);
    this.bitmap.close();
    return this.dialog.returnValue === "done" && this.areas.length > 0 ? this.file(file.name) : undefined;
  }

  private build(): void {
    const title = document.createElement("h2");
    title.textContent = this.words.blurTitle ?? "";
    title.id = "blur-title";
    const help = document.createElement("p");
    help.className = "quiet";
    help.textContent = this.words.blurHelp ?? "";
    help.id = "blur-help";
    const stage = document.createElement("div");
    stage.className = "blur-stage";
    stage.append(this.canvas, this.frame);
    this.frame.className = "blur-frame";
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "application");
    this.frame.setAttribute("aria-label", this.words.blurFrame ?? "");
    this.frame.setAttribute("aria-describedby", help.id);
    this.status.className = "quiet";
    this.status.setAttribute("role", "status");
    this.dialog.className = "dialog blur-dialog";
    this.dialog.setAttribute("aria-labelledby", title.id);
    this.dialog.append(title, help, stage, this.status, this.buttons());
    this.append(this.dialog);
    stage.addEventListener("pointerdown", this.press);
    stage.addEventListener("pointermove", this.drag);
    stage.addEventListener("pointerup", this.release);
    stage.addEventListener("pointercancel", this.giveUp);
    this.frame.addEventListener("keydown", this.type);
  }

  private buttons(): HTMLDivElement {
    const buttons = document.createElement("div");
    buttons.className = "actions";
    buttons.append(
      button("primary", this.words.blurDone, () => this.dialog.close("done")),
      button("secondary", this.words.blurApply, () => this.cover(this.box)),
      button("secondary", this.words.blurUndo, () => this.undo()),
      button("quiet", this.words.blurCancel, () => this.dialog.close("")),
    );
    return buttons;
  }

  /** The frame of the keyboard stands in the middle. */
  private begin(): void {
    const side = Math.min(this.canvas.width, this.canvas.height) * FIRST;
    this.place({ x: (this.canvas.width - side) / 2, y: (this.canvas.height - side) / 2, width: side, height: side });
    this.frame.focus();
  }

  private place(area: Area): void {
    this.box = within(area, this.canvas.width, this.canvas.height);
    const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;
    this.frame.style.left = share(this.box.x, this.canvas.width);
    this.frame.style.top = share(this.box.y, this.canvas.height);
    this.frame.style.width = share(this.box.width, this.canvas.width);
    this.frame.style.height = share(this.box.height, this.canvas.height);
  }

  private draw(): void {
    const context = this.canvas.getContext("2d", { willReadFrequently: true });
    if (!context || !this.bitmap) return;
    // JPEG has no transparency: what was clear becomes white rather than black.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.drawImage(this.bitmap, 0, 0);
    for (const area of this.areas) mosaic(context, area);
  }

  private cover(area: Area): void {
    this.areas.push(within(area, this.canvas.width, this.canvas.height));
    this.draw();
    this.status.textContent = this.words.blurSaid ?? "";
  }

  private undo(): void {
    if (!this.areas.pop()) return;
    this.draw();
    this.status.textContent = this.words.blurUndone ?? "";
  }

  private file(name: string): Promise<File | undefined> {
    return new Promise((resolve) =>
      this.canvas.toBlob(
        (blob) => resolve(blob ? new File([blob], name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }) : undefined),
        "image/jpeg",
        QUALITY,
      ),
    );
  }

  /** Where a pointer is, in pixels of the picture. */
  private at(event: PointerEvent): { x: number; y: number } {
    const seen = this.canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - seen.left) * this.canvas.width) / seen.width,
      y: ((event.clientY - seen.top) * this.canvas.height) / seen.height,
    };
  }

  private readonly press = (event: PointerEvent): void => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.from = this.at(event);
  };

  private readonly drag = (event: PointerEvent): void => {
    if (this.from) this.place(between(this.from, this.at(event)));
  };

  private readonly release = (event: PointerEvent): void => {
    const from = this.from;
    this.from = undefined;
    if (!from) return;
    const area = between(from, this.at(event));
    const scale = this.canvas.getBoundingClientRect().width / this.canvas.width;
    if (Math.min(area.width, area.height) * scale >= SLIP) this.cover(area);
  };

  private readonly giveUp = (): void => {
    this.from = undefined;
  };

  private readonly type = (event: KeyboardEvent): void => {
    const step = Math.max(this.canvas.width, this.canvas.height) * PACE;
    const { x, y, width, height } = this.box;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.move(x - step, y),
      ArrowRight: () => this.move(x + step, y),
      ArrowUp: () => this.move(x, y - step),
      ArrowDown: () => this.move(x, y + step),
      "+": () => this.place({ x: x - step / 2, y: y - step / 2, width: width + step, height: height + step }),
      "-": () => this.shrink(step),
      Enter: () => this.cover(this.box),
    };
    const act = moves[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  /** A frame pushed against an edge keeps its size. */
  private move(x: number, y: number): void {
    const { width, height } = this.box;
    const left = Math.min(Math.max(0, x), this.canvas.width - width);
    const top = Math.min(Math.max(0, y), this.canvas.height - height);
    this.place({ x: Math.round(left), y: Math.round(top), width, height });
  }

  private shrink(step: number): void {
    const { x, y, width, height } = this.box;
    if (Math.min(width, height) <= 2 * step) return;
    this.place({ x: x + step / 2, y: y + step / 2, width: width - step, height: height - step });
  }
}

function between(one: { x: number; y: number }, other: { x: number; y: number }): Area {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

function button(look: string, words: string | undefined, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `button button-${look}`;
  made.textContent = words ?? "";
  made.addEventListener("click", act);
  return made;
}
