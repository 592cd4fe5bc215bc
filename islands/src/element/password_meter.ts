/**
 * Around a password control: a button that shows what is typed, and advice while typing.
 * Nothing leaves the page. Attributes: data-show and data-hide; data-minimum, data-short, data-simple, data-good.
 */
export class PasswordMeter extends HTMLElement {
  connectedCallback(): void {
    const control = this.querySelector("input");
    if (!control || this.dataset.ready) return;
    this.dataset.ready = "yes";
    if (this.dataset.show) this.append(this.revealButton(control));
    if (this.dataset.minimum) this.append(this.advice(control));
  }

  private revealButton(control: HTMLInputElement): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = this.dataset.show ?? "";
    button.setAttribute("aria-controls", control.id);
    button.addEventListener("click", () => {
      const hidden = control.type === "password";
      control.type = hidden ? "text" : "password";
      button.textContent = (hidden ? this.dataset.hide : this.dataset.show) ?? "";
    });
    control.form?.addEventListener("submit", () => (control.type = "password"));
    return button;
  }

  private advice(control: HTMLInputElement): HTMLParagraphElement {
    const advice = document.createElement("p");
    advice.className = "password-advice";
    advice.setAttribute("role", "status");
    control.addEventListener("input", () => {
      const level = this.level(control.value);
      if (advice.dataset.level === level) return;
      advice.dataset.level = level;
      advice.textContent = level === "empty" ? "" : (this.dataset[level] ?? "");
    });
    return advice;
  }

  private level(password: string): "empty" | "short" | "simple" | "good" {
    if (password === "") return "empty";
    if ([...password].length < Number(this.dataset.minimum)) return "short";
    return isSimple(password) ? "simple" : "good";
  }
}

/** Few different characters, or only one kind of them in one word. */
function isSimple(password: string): boolean {
  if (new Set(password.toLowerCase()).size < 6) return true;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}\s]/u, /\S\s+\S/u];
  return kinds.filter((kind) => kind.test(password)).length < 2;
}
