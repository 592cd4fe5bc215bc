import { smaller } from "./photo";

const MOST = 20;

interface Photo {
  file: File;
  address: string;
  row: HTMLLIElement;
}

/**
 * Around `<input type=file name=photos multiple>`: makes photographs smaller, shows them, asks for a description of
 * each (a text named `alt`, in the same order) and lets them be moved and removed. The form is sent as usual.
 * Attributes: data-description, data-remove, data-earlier, data-later, data-preparing, data-too-many.
 */
export class PhotoPicker extends HTMLElement {
  private photos: Photo[] = [];
  private readonly list = document.createElement("ul");
  private readonly status = document.createElement("p");
  private control: HTMLInputElement | null = null;

  connectedCallback(): void {
    this.control = this.querySelector("input[type=file]");
    if (!this.control || this.list.isConnected) return;
    this.list.className = "photo-list";
    this.status.className = "quiet";
    this.status.setAttribute("role", "status");
    this.append(this.status, this.list);
    this.control.addEventListener("change", () => void this.take());
  }

  disconnectedCallback(): void {
    for (const photo of this.photos) URL.revokeObjectURL(photo.address);
  }

  /** A new choice is added to the photographs already there. */
  private async take(): Promise<void> {
    const chosen = [...(this.control?.files ?? [])];
    const room = MOST - this.photos.length;
    this.say(this.dataset.preparing);
    for (const file of chosen.slice(0, room)) this.add(await smaller(file));
    this.refresh();
    this.say(chosen.length > room ? this.dataset.tooMany : "");
  }

  private add(file: File): void {
    const address = URL.createObjectURL(file);
    const row = document.createElement("li");
    row.className = "photo";
    const photo: Photo = { file, address, row };
    const picture = document.createElement("img");
    picture.src = address;
    picture.alt = "";
    row.append(picture, this.description(), this.tools(photo));
    this.photos.push(photo);
    this.list.append(row);
  }

  private description(): HTMLLabelElement {
    const label = document.createElement("label");
    const words = document.createElement("span");
    words.className = "field-label";
    words.textContent = this.dataset.description ?? "";
    const text = document.createElement("input");
    text.className = "control";
    text.name = "alt";
    text.maxLength = 300;
    label.append(words, text);
    return label;
  }

  private tools(photo: Photo): HTMLDivElement {
    const tools = document.createElement("div");
    tools.className = "photo-tools";
    tools.append(
      tool("←", this.dataset.earlier, () => this.move(photo, -1)),
      tool("", this.dataset.remove, () => this.discard(photo)),
      tool("→", this.dataset.later, () => this.move(photo, 1)),
    );
    return tools;
  }

  private move(photo: Photo, step: number): void {
    const from = this.photos.indexOf(photo);
    const neighbour = this.photos[from + step];
    if (!neighbour) return;
    this.photos[from + step] = photo;
    this.photos[from] = neighbour;
    if (step < 0) neighbour.row.before(photo.row);
    else neighbour.row.after(photo.row);
    this.refresh();
    photo.row.querySelector<HTMLElement>(`.photo-tool:${step < 0 ? "first" : "last"}-child`)?.focus();
  }

  private discard(photo: Photo): void {
    URL.revokeObjectURL(photo.address);
    photo.row.remove();
    this.photos = this.photos.filter((other) => other !== photo);
    this.refresh();
    this.control?.focus();
  }

  /** The file control carries the photographs as they are now: what is sent is what is seen. */
  private refresh(): void {
    const transfer = new DataTransfer();
    for (const photo of this.photos) transfer.items.add(photo.file);
    if (this.control) this.control.files = transfer.files;
    this.photos.forEach((photo, index) => {
      const [earlier, , later] = photo.row.querySelectorAll<HTMLButtonElement>(".photo-tool");
      if (earlier) earlier.disabled = index === 0;
      if (later) later.disabled = index === this.photos.length - 1;
    });
  }

  private say(words: string | undefined): void {
    this.status.textContent = words ?? "";
  }
}

/** A button; with a sign, the words are its name. */
function tool(sign: string, words: string | undefined, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "photo-tool";
  button.textContent = sign || (words ?? "");
  if (sign) button.setAttribute("aria-label", words ?? "");
  button.addEventListener("click", act);
  return button;
}
