const AFTER = 10_000;
/** Browsers let a page that goes away send no more than this. */
const LAST_WORDS = 60_000;

interface Shown {
  content: string | null;
  saved_at: number;
  found: string;
  take: string;
  device: string;
}

/**
 * The copy of a draft that the server keeps, and the line that says where the draft is. Its words come with the first
 * answer of the server; without a line nothing is lost: the device keeps the draft.
 */
export class ServerDraft {
  private readonly chip = document.createElement("p");
  private readonly address: string;
  private device = "";
  private timer: number | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private over = false;

  constructor(
    keeper: HTMLElement,
    private readonly key: string,
    private readonly content: () => string,
  ) {
    this.address = `/brouillons?cle=${encodeURIComponent(key)}`;
    this.chip.className = "draft-chip";
    this.chip.setAttribute("role", "status");
    keeper.append(this.chip);
    keeper.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && keeper.contains(event.relatedTarget))) this.flush();
    });
    document.addEventListener("visibilitychange", this.hide);
  }

  /** Asks for the draft of another device: one this device has not sent itself, and that says something else. */
  async look(offer: (kept: { content: string; found: string; take: string }) => void): Promise<void> {
    const shown = await ask<Shown>(this.address);
    if (!shown || this.over) return;
    this.device = shown.device;
    const { content, found, take } = shown;
    if (content === null || shown.saved_at <= this.known || content === this.content()) return;
    offer({ content, found, take });
  }

  /** The device has kept the draft; the server follows. */
  kept(): void {
    if (this.over) return;
    this.say(this.device);
    this.timer ??= window.setTimeout(() => this.flush(), AFTER);
  }

  /** The form is being sent: nothing more is to be kept, unless it comes back. */
  pause(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** The form was sent, or given up. */
  async forget(): Promise<void> {
    this.leave();
    localStorage.removeItem(this.mark);
    // After what is still on its way: it would come back.
    await this.last;
    await fetch(this.address, { method: "DELETE", keepalive: true }).catch(() => undefined);
  }

  leave(): void {
    this.over = true;
    this.pause();
    this.chip.remove();
    document.removeEventListener("visibilitychange", this.hide);
  }

  private readonly hide = (): void => {
    if (document.visibilityState === "hidden") this.flush();
  };

  private flush(): void {
    if (this.timer === undefined || this.over) return;
    this.pause();
    const body = this.content();
    const keepalive = body.length < LAST_WORDS && document.visibilityState === "hidden";
    this.last = this.last.then(() => this.send({ method: "PUT", body, keepalive }));
  }

  private async send(request: RequestInit): Promise<void> {
    if (this.over) return;
    const saved = await ask<{ saved_at: number; words: string }>(this.address, request);
    if (!saved) {
      // No line: once more, with what will have been typed by then.
      if (!this.over) this.timer ??= window.setTimeout(() => this.flush(), AFTER);
      return;
    }
    if (!this.over) localStorage.setItem(this.mark, String(saved.saved_at));
    // What was typed meanwhile is not there yet.
    if (this.timer === undefined) this.say(saved.words);
  }

  /** Which draft of the server this device knows: its own last one. */
  private get known(): number {
    return Number(localStorage.getItem(this.mark) ?? 0);
  }

  private get mark(): string {
    return `brouillon-envoye:${this.key}`;
  }

  private say(words: string): void {
    if (this.chip.textContent !== words) this.chip.textContent = words;
  }
}

/** What the server says; nothing when the line or the session is lost. */
async function ask<T>(address: string, request: RequestInit = {}): Promise<T | undefined> {
  try {
    const answer = await fetch(address, request);
    return answer.ok && !answer.redirected ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
