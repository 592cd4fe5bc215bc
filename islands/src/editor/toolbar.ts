import type { Editor } from "@tiptap/core";

import type { Tool } from "./tools";

const SVG = "http://www.w3.org/2000/svg";

/** A row of real buttons; Tab reaches one of them, the arrows, Home and End the others (ARIA toolbar pattern). */
export class Toolbar {
  readonly row = document.createElement("div");
  private readonly buttons = new Map<HTMLButtonElement, Tool>();

  constructor(
    private readonly editor: Editor,
    private readonly words: DOMStringMap,
    tools: Tool[],
    controls: string,
  ) {
    this.row.className = "editor-tools";
    this.row.setAttribute("role", "toolbar");
    this.row.setAttribute("aria-label", words.toolbar ?? "");
    this.row.setAttribute("aria-controls", controls);
    this.row.append(...tools.map((tool) => this.button(tool)));
    this.row.addEventListener("keydown", this.move);
    this.row.addEventListener("focusin", (event) => this.rove(event.target as HTMLButtonElement));
    this.rove(this.all()[0]);
    this.refresh();
  }

  /** Follows the place of the caret. */
  refresh(): void {
    for (const [button, tool] of this.buttons) {
      if (tool.active) button.setAttribute("aria-pressed", String(tool.active(this.editor)));
    }
  }

  private all(): HTMLButtonElement[] {
    return [...this.buttons.keys()];
  }

  private button(tool: Tool): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "editor-tool";
    const word = document.createElement("span");
    word.textContent = tool.word.startsWith("=") ? tool.word.slice(1) : (this.words[tool.word] ?? "");
    button.append(drawing(tool.icon, this.words.sprite ?? ""), word);
    button.addEventListener("click", () => tool.run(this.editor));
    this.buttons.set(button, tool);
    return button;
  }

  private readonly move = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.editor.commands.focus();
    const all = this.all();
    const here = all.indexOf(document.activeElement as HTMLButtonElement);
    const places: Record<string, number> = {
      ArrowRight: (here + 1) % all.length,
      ArrowLeft: (here - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = all[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  private rove(to: HTMLButtonElement | undefined): void {
    for (const button of this.all()) button.tabIndex = button === to ? 0 : -1;
  }
}

function drawing(icon: string, sprite: string): Element {
  if (icon.startsWith("ink-")) {
    const dot = document.createElement("span");
    dot.className = `editor-ink ${icon}`;
    dot.setAttribute("aria-hidden", "true");
    return dot;
  }
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sprite}#${icon}`);
  svg.append(use);
  return svg;
}
