const EVERY = 3000;

type Draft = Record<string, string>;

/**
 * Around a form: keeps what is typed on this device every three seconds and puts it back after an accident.
 * Attributes: data-key (one per form and person), data-restored (what is said after putting it back), data-start-over
 * (the button that forgets it), data-came-back (on a form that came back with errors).
 * Passwords and files are never kept; hidden values are where they are marked data-keep.
 */
export class DraftKeeper extends HTMLElement {
  private timer: number | undefined;
  private touched = false;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form || !this.dataset.key) return;
    this.restore(form);
    // The editor fills its hidden control by itself: only a person's typing makes a draft.
    this.addEventListener("input", () => (this.touched = true));
    this.timer = window.setInterval(() => this.keep(form), EVERY);
    form.addEventListener("turbo:submit-end", (event) => this.forgetAfter(event as CustomEvent<{ success: boolean }>));
    // Without Turbo the page goes away with the form: the draft goes with it.
    if (form.dataset.turbo === "false") form.addEventListener("submit", () => this.forget());
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private get key(): string {
    return `brouillon:${this.dataset.key ?? ""}`;
  }

  private keep(form: HTMLFormElement): void {
    if (!this.touched) return;
    this.touched = false;
    try {
      localStorage.setItem(this.key, JSON.stringify(read(form)));
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
    this.say(this.dataset.restored ?? "");
  }

  private say(words: string): void {
    const notice = document.createElement("p");
    notice.className = "notice notice-info";
    notice.setAttribute("role", "status");
    notice.textContent = words;
    const startOver = document.createElement("button");
    startOver.type = "button";
    startOver.className = "button button-quiet";
    startOver.textContent = this.dataset.startOver ?? "";
    startOver.addEventListener("click", () => this.startOver());
    notice.append(startOver);
    this.prepend(notice);
  }

  private startOver(): void {
    this.forget();
    // Not a reload: some browsers put back by themselves what a reloaded form held.
    location.replace(location.pathname + location.search);
  }

  private forgetAfter(event: CustomEvent<{ success: boolean }>): void {
    if (event.detail.success) this.forget();
  }

  private forget(): void {
    window.clearInterval(this.timer);
    localStorage.removeItem(this.key);
  }
}

type Kept = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * The controls worth keeping. Two hidden ones are marked data-keep: the document the editor writes, and the edition what
 * is typed was filled in from, without which an old text would be saved over what somebody else wrote meanwhile.
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
}
