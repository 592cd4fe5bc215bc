interface Proposal {
  value: string;
  label: string;
  hint: string | null;
}

const WAIT = 180;
let pickers = 0;

/**
 * Around the search for recipients and the boxes ticked without script: a combobox (WAI-ARIA) that asks the server while
 * one types, and those chosen as buttons that take them away. The form sends `to`, once for each.
 * Attributes: data-source, data-chosen, data-found, data-nobody, data-remove, data-added.
 */
export class RecipientPicker extends HTMLElement {
  private input: HTMLInputElement | null = null;
  private readonly list = document.createElement("ul");
  private readonly chosen = document.createElement("ul");
  private readonly status = document.createElement("p");
  private proposals: Proposal[] = [];
  private active = -1;
  private timer: number | undefined;
  private asked = 0;

  connectedCallback(): void {
    this.input = this.querySelector<HTMLInputElement>("input[name=q]");
    if (!this.input || this.list.isConnected) return;
    const ticked = [...this.querySelectorAll<HTMLInputElement>("input[name=to]:checked")];
    const proposals = ticked.map((box) => ({ value: box.value, label: labelOf(box), hint: null }));
    // The boxes without script give way: what they hold is shown below.
    this.querySelector("fieldset")?.remove();
    this.querySelector<HTMLElement>(".recipient-find")?.remove();
    this.dress(this.input);
    proposals.forEach((proposal) => this.add(proposal, false));
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private dress(input: HTMLInputElement): void {
    this.list.id = `recipients-${String(++pickers)}`;
    this.list.className = "recipient-list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.found ?? "");
    this.list.hidden = true;
    this.chosen.className = "recipient-chosen";
    this.chosen.setAttribute("aria-label", this.dataset.chosen ?? "");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    input.after(this.list);
    this.append(this.chosen, this.status);
    input.addEventListener("input", () => this.askSoon());
    input.addEventListener("focus", () => this.askSoon());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
  }

  private askSoon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), WAIT);
  }

  private async ask(): Promise<void> {
    const turn = ++this.asked;
    const words = encodeURIComponent(this.input?.value ?? "");
    try {
      const answer = await fetch(`${this.dataset.source ?? ""}?q=${words}`, { headers: { accept: "application/json" } });
      const found = answer.ok ? ((await answer.json()) as Proposal[]) : [];
      // A slow answer to what was typed before is no answer any more.
      if (turn === this.asked && document.activeElement === this.input) this.show(found);
    } catch {
      this.close();
    }
  }

  private show(found: Proposal[]): void {
    const taken = new Set([...this.querySelectorAll<HTMLInputElement>("input[name=to]")].map((input) => input.value));
    this.proposals = found.filter((proposal) => !taken.has(proposal.value));
    this.list.replaceChildren(...this.proposals.map((proposal, index) => this.option(proposal, index)));
    this.mark(-1);
    const any = this.proposals.length > 0;
    this.list.hidden = !any;
    this.input?.setAttribute("aria-expanded", String(any));
    this.say(any ? `${this.dataset.found ?? ""} : ${String(this.proposals.length)}` : this.dataset.nobody);
  }

  private option(proposal: Proposal, index: number): HTMLLIElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${String(index)}`;
    option.setAttribute("role", "option");
    option.textContent = proposal.label;
    if (proposal.hint) {
      const hint = document.createElement("span");
      hint.className = "quiet";
      hint.textContent = ` ${proposal.hint}`;
      option.append(hint);
    }
    // Before the field loses the focus, which closes the list.
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(index);
    });
    return option;
  }

  private press(event: KeyboardEvent): void {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) void this.ask();
      else this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      // Never sends the form: one would send it with nobody.
      event.preventDefault();
      if (open) this.choose(Math.max(this.active, 0));
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    }
  }

  private move(step: number): void {
    const count = this.proposals.length;
    if (count > 0) this.mark((this.active + step + count + (this.active < 0 && step < 0 ? 1 : 0)) % count);
  }

  private mark(index: number): void {
    this.active = index;
    [...this.list.children].forEach((option, rank) => option.setAttribute("aria-selected", String(rank === index)));
    const option = this.list.children[index];
    if (option) {
      this.input?.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input?.removeAttribute("aria-activedescendant");
  }

  private choose(index: number): void {
    const proposal = this.proposals[index];
    if (!proposal || !this.input) return;
    this.add(proposal, true);
    this.input.value = "";
    this.close();
  }

  private add(proposal: Proposal, told: boolean): void {
    const row = document.createElement("li");
    const value = document.createElement("input");
    value.type = "hidden";
    value.name = "to";
    value.value = proposal.value;
    const label = document.createElement("span");
    label.textContent = proposal.label;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = "×";
    remove.setAttribute("aria-label", `${this.dataset.remove ?? ""} ${proposal.label}`);
    remove.addEventListener("click", () => {
      row.remove();
      this.input?.focus();
    });
    row.append(value, label, remove);
    this.chosen.append(row);
    if (told) this.say(`${this.dataset.added ?? ""} : ${proposal.label}`);
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.asked++;
    this.list.hidden = true;
    this.input?.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  private say(words: string | undefined): void {
    this.status.textContent = words ?? "";
  }
}

/** What stands beside a box. */
function labelOf(box: HTMLInputElement): string {
  return box.labels?.[0]?.textContent?.trim() ?? box.value;
}
