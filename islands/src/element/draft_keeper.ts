import { ServerDraft } from "./server_draft";

const EVERY = 3000;

type Draft = Record<string, string>;

/**
 * Around a form: keeps what is typed on this device every three seconds, and on the server more slowly, and puts it back
 * after an accident. Attributes: data-key (one per form and person), data-restored (what is said after putting it back),
 * data-start-over (the button that forgets it), data-came-back (on a form that came back with errors).
 * Passwords and files are never kept; hidden values are where they are marked data-keep.
 */
export class DraftKeeper extends HTMLElement {
  private timer: number | undefined;
  private touched = false;
  private server: ServerDraft | undefined;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || !this.dataset.key) return;
    this.restore(form);
    this.server = new ServerDraft(this, this.dataset.key, () => JSON.stringify(read(form)));
    if (this.dataset.cameBack === undefined) void this.server.look((kept) => this.putBack(form, kept));
    // The editor fills its hidden control by itself: only a person's typing makes a draft.
    this.addEventListener("input", () => (this.touched = true));
    this.timer = window.setInterval(() => this.keep(form), EVERY);
    form.addEventListener("turbo:submit-start", () => this.server?.pause());
    form.addEventListener("turbo:submit-end", (event) => this.forgetAfter(event as CustomEvent<{ success: boolean }>));
    // Without Turbo the page goes away with the form: the draft goes with it.
    if (form.dataset.turbo === "false") form.addEventListener("submit", () => void this.forget());
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
    this.server?.leave();
  }

  private get key(): string {
    return `brouillon:${this.dataset.key ?? ""}`;
  }

  private keep(form: HTMLFormElement): void {
    if (!this.touched) return;
    this.touched = false;
    try {
      localStorage.setItem(this.key, JSON.stringify(read(form)));
      this.server?.kept();
    } catch {
      // The device refuses or is full: the page goes on without a draft.
      window.clearInterval(this.timer);
    }
  }

  private restore(form: HTMLFormElement): void {
    const kept = localStorage.getItem(this.key);
    // A form that came back with errors already carries what was typed.
    if (!kept || this.dataset.cameBack !== undefined) return;
    if (kept === JSON.stringify(read(form))) return;
    write(form, JSON.parse(kept) as Draft);
    this.say(this.dataset.restored ?? "", this.dataset.startOver ?? "", () => void this.startOver());
  }

  private putBack(form: HTMLFormElement, kept: { content: string; found: string; take: string }): void {
    const notice = this.say(kept.found, kept.take, () => {
      write(form, JSON.parse(kept.content) as Draft);
      this.touched = true;
      notice.remove();
      form.querySelector<HTMLElement>("input:not([type=hidden]), textarea:not([hidden]), [contenteditable]")?.focus();
    });
  }

  private say(words: string, offer: string, act: () => void): HTMLElement {
    const notice = document.createElement("p");
    notice.className = "notice notice-info";
    notice.setAttribute("role", "status");
    notice.textContent = words;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = offer;
    button.addEventListener("click", act);
    notice.append(button);
    this.prepend(notice);
    return notice;
  }

  private async startOver(): Promise<void> {
    await this.forget();
    // Not a reload: some browsers put back by themselves what a reloaded form held.
    location.replace(location.pathname + location.search);
  }

  private forgetAfter(event: CustomEvent<{ success: boolean }>): void {
    if (event.detail.success) void this.forget();
  }

  private async forget(): Promise<void> {
    window.clearInterval(this.timer);
    localStorage.removeItem(this.key);
    await this.server?.forget();
  }
}

type Kept = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The controls worth keeping. Hidden ones are marked data-keep: the document the editor writes, the files sent already,
 * and the edition what is typed was filled in from, without which an old text would be saved over what somebody else
 * wrote meanwhile.
 */
function keptControls(form: HTMLFormElement): Kept[] {
  const never = ["password", "file", "hidden", "submit"];
  return [...form.querySelectorAll<Kept>("input[name], textarea[name], select[name]")].filter(
    (control) => control.dataset.keep !== undefined || !never.includes(control.type),
  );
}

function canBeTicked(control: Kept): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

/** Boxes to tick share a name: each is kept under its value too. */
function place(control: Kept): string {
  return canBeTicked(control) ? `${control.name}=${control.value}` : control.name;
}

function content(control: Kept): string {
  return canBeTicked(control) ? String(control.checked) : control.value;
}

function read(form: HTMLFormElement): Draft {
  return Object.fromEntries(keptControls(form).map((control) => [place(control), content(control)]));
}

function write(form: HTMLFormElement, draft: Draft): void {
  for (const control of keptControls(form)) {
    const value = draft[place(control)];
    if (value === undefined) continue;
    if (canBeTicked(control)) control.checked = value === "true";
    else control.value = value;
  }
  for (const [name, value] of Object.entries(draft)) {
    form.querySelector(`rich-editor[name="${CSS.escape(name)}"]`)?.setAttribute("data-document", value);
  }
  form.dispatchEvent(new Event("draft-restored"));
}
