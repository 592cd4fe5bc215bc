import { smaller } from "./photo";

const MOST = 20;

interface Photo {
  file: File;
  address: string;
  row: HTMLLIElement;
  picture: HTMLImageElement;
}

/**
 * Around `<input type=file name=photos multiple>`: makes photographs smaller, shows them, asks for a description of
 * each (a text named `alt`, in the same order) and lets them be moved and removed. The form is sent as usual.
 * Attributes: data-description, data-remove, data-earlier, data-later, data-preparing, data-too-many; data-blur, with the
 * script that blurs at data-blur-src and its words in data-blur-….
 */
export class PhotoPicker extends HTMLElement {
  private photos: Photo[] = [];
  private readonly list = document.createElement("ul");
  private readonly status = document.createElement("p");
  private control: HTMLInputElement | null = null;
  /** While photographs are made smaller. */
  private preparing: Promise<void> | undefined;

  connectedCallback(): void {
    this.control = this.querySelector("input[type=file]");
    if (!this.control || this.list.isConnected) return;
    this.list.className = "photo-list";
    this.status.className = "quiet";
    this.status.setAttribute("role", "status");
    this.append(this.status, this.list);
    this.control.addEventListener("change", () => this.prepare());
    this.control.form?.addEventListener("submit", (event) => this.hold(event));
    // On a slow line somebody chooses before this script is there.
    if (this.control.files?.length) this.prepare();
  }

  private prepare(): void {
    const chosen = [...(this.control?.files ?? [])];
    const before = this.preparing ?? Promise.resolve();
    const preparing = before.then(() => this.take(chosen)).finally(() => {
      if (this.preparing === preparing) this.preparing = undefined;
    });
    this.preparing = preparing;
  }

  /** Meanwhile the control holds the last choice alone: the form waits, or the photographs chosen before would be lost. */
  private hold(event: SubmitEvent): void {
    const form = this.control?.form;
    if (!this.preparing || !form) return;
    event.preventDefault();
    const { submitter } = event;
    void this.preparing.then(() => form.requestSubmit(submitter));
  }

  disconnectedCallback(): void {
    for (const photo of this.photos) URL.revokeObjectURL(photo.address);
  }

  /** A new choice is added to the photographs already there. */
  private async take(chosen: File[]): Promise<void> {
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
    const picture = document.createElement("img");
    const photo: Photo = { file, address, row, picture };
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
      tool("", this.dataset.blur, () => void this.hide(photo)),
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

  /** Has parts of a photograph blurred: what was there never leaves the device. */
  private async hide(photo: Photo): Promise<void> {
    const opener = document.activeElement;
    try {
      const script = (await import(this.dataset.blurSrc ?? "")) as {
        blurred: (file: File, words: DOMStringMap) => Promise<File | undefined>;
      };
      const file = await script.blurred(photo.file, this.dataset);
      // Whoever discarded it meanwhile, or left the page, wants no more of it.
      if (!file || !this.photos.includes(photo)) return;
      URL.revokeObjectURL(photo.address);
      photo.file = file;
      photo.address = URL.createObjectURL(file);
      photo.picture.src = photo.address;
      this.refresh();
      this.say(this.dataset.blurKept);
    } catch (error) {
      console.error(error);
      this.say(this.dataset.blurFailed);
    } finally {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    }
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
      const tools = [...photo.row.querySelectorAll<HTMLButtonElement>(".photo-tool")];
      const [earlier, later] = [tools[0], tools[tools.length - 1]];
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
