import { Editor, type JSONContent } from "@tiptap/core";

import { canSpeak, stopSpeaking } from "../reading/speech";
import { cleaned } from "./paste";
import { schema, type Level } from "./schema";
import { Toolbar } from "./toolbar";
import { inkTools, listenTool, tools } from "./tools";

/**
 * Around a text area: an editor that writes its document, as JSON, in a hidden control named `name`.
 * The text area follows in plain words. Attributes: name, level, data-document, data-sprite, and one word per tool.
 */
export class RichEditor extends HTMLElement {
  static readonly observedAttributes = ["data-document"];

  private editor: Editor | undefined;

  connectedCallback(): void {
    const area = this.querySelector("textarea");
    if (!area || this.editor) return;
    const frame = document.createElement("div");
    frame.className = "editor-frame";
    const hidden = this.hiddenControl();
    this.append(frame, hidden);
    area.hidden = true;
    this.editor = this.mount(frame, area, hidden);
  }

  /** A draft may come back while somebody is already there. */
  attributeChangedCallback(): void {
    const area = this.querySelector("textarea");
    if (this.editor && area) this.editor.commands.setContent(this.firstContent(area), { emitUpdate: true });
  }

  /** Turbo keeps a copy of the page: it must contain the text area as the server sent it. */
  disconnectedCallback(): void {
    if (this.editor) stopSpeaking();
    this.editor?.destroy();
    this.editor = undefined;
    this.querySelector(".editor-frame")?.remove();
    this.querySelector("input[data-keep]")?.remove();
    this.querySelector("textarea")?.removeAttribute("hidden");
  }

  private hiddenControl(): HTMLInputElement {
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = this.getAttribute("name") ?? "";
    hidden.dataset.keep = "";
    return hidden;
  }

  private mount(frame: HTMLElement, area: HTMLTextAreaElement, hidden: HTMLInputElement): Editor {
    const level: Level = this.getAttribute("level") === "eleve" ? "eleve" : "adulte";
    const editor = new Editor({
      element: frame,
      extensions: schema(level),
      content: this.firstContent(area),
      injectCSS: false,
      editorProps: {
        attributes: textAttributes(area),
        transformPastedHTML: cleaned,
        handleKeyDown: (_view, event) => toTools(frame, event),
      },
    });
    const offered = [...tools.filter((tool) => tool.levels.includes(level)), ...inkTools(this.dataset.inks ?? "")];
    const heard = level === "eleve" && canSpeak() ? [listenTool] : [];
    const toolbar = new Toolbar(editor, this.dataset, [...offered, ...heard], editor.view.dom.id);
    frame.prepend(toolbar.row);
    frame.append(this.help(area));
    const write = (): void => {
      hidden.value = JSON.stringify(editor.getJSON());
      area.value = editor.getText({ blockSeparator: "\n\n" });
    };
    write();
    editor.on("update", () => {
      write();
      hidden.dispatchEvent(new Event("input", { bubbles: true }));
    });
    editor.on("transaction", () => toolbar.refresh());
    document.querySelector(`label[for="${area.id}"]`)?.addEventListener("click", () => editor.commands.focus());
    return editor;
  }

  /** How the tools are reached without a mouse: read with the name of the text, seen by nobody. */
  private help(area: HTMLTextAreaElement): HTMLElement {
    const words = document.createElement("span");
    words.id = helpId(area);
    words.hidden = true;
    words.textContent = this.dataset.keys ?? "";
    return words;
  }

  private firstContent(area: HTMLTextAreaElement): JSONContent {
    try {
      return JSON.parse(this.dataset.document ?? "") as JSONContent;
    } catch {
      return fromPlain(area.value);
    }
  }
}

/** What screen readers are told of the editing surface: all that the text area said. */
function textAttributes(area: HTMLTextAreaElement): Record<string, string> {
  const attributes: Record<string, string> = {
    id: `${area.id}-text`,
    class: "editor-text prose",
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": `${area.id}-label`,
  };
  const invalid = area.getAttribute("aria-invalid");
  if (invalid) attributes["aria-invalid"] = invalid;
  attributes["aria-describedby"] = [area.getAttribute("aria-describedby"), helpId(area)].filter(Boolean).join(" ");
  return attributes;
}

function helpId(area: HTMLTextAreaElement): string {
  return `${area.id}-keys`;
}

/** Alt F10, as in other editors, leads from the text to its tools. */
function toTools(frame: HTMLElement, event: KeyboardEvent): boolean {
  if (event.key !== "F10" || !event.altKey) return false;
  frame.querySelector<HTMLElement>('.editor-tool[tabindex="0"]')?.focus();
  return true;
}

/** Blank lines separate paragraphs, as in `richtext::Doc::from_plain`. */
function fromPlain(text: string): JSONContent {
  const paragraphs = text.split(/\n{2,}/).map((paragraph): JSONContent => {
    const lines = paragraph.split("\n").filter((line) => line !== "");
    const content = lines.flatMap((line, index): JSONContent[] => {
      const written: JSONContent = { type: "text", text: line };
      return index === 0 ? [written] : [{ type: "hardBreak" }, written];
    });
    return { type: "paragraph", content };
  });
  return { type: "doc", content: paragraphs };
}
