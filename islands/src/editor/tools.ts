import type { Editor } from "@tiptap/core";

import { speak } from "../reading/speech";
import type { Level } from "./schema";

/** One button of the toolbar; its word is the attribute `data-<word>` of the editor. */
export interface Tool {
  word: string;
  icon: string;
  run: (editor: Editor) => void;
  /** Whether it is pressed now; absent for a command. */
  active?: (editor: Editor) => boolean;
  levels: Level[];
}

const both: Level[] = ["adulte", "eleve"];
const adults: Level[] = ["adulte"];

function askForLink(editor: Editor): void {
  const question = editor.view.dom.closest<HTMLElement>("rich-editor")?.dataset.linkQuestion ?? "";
  const address = window.prompt(question, String(editor.getAttributes("link").href ?? "https://"));
  if (address === null) return;
  const chain = editor.chain().focus().extendMarkRange("link");
  if (address.trim() === "" || address.trim() === "https://") chain.unsetLink().run();
  else chain.setLink({ href: address.trim() }).run();
}

export const tools: Tool[] = [
  { word: "bold", icon: "gras", levels: both, run: (e) => e.chain().focus().toggleBold().run(), active: (e) => e.isActive("bold") },
  { word: "italic", icon: "italique", levels: adults, run: (e) => e.chain().focus().toggleItalic().run(), active: (e) => e.isActive("italic") },
  { word: "underline", icon: "souligne", levels: adults, run: (e) => e.chain().focus().toggleUnderline().run(), active: (e) => e.isActive("underline") },
  { word: "heading", icon: "titre", levels: adults, run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(), active: (e) => e.isActive("heading") },
  { word: "bullets", icon: "liste", levels: both, run: (e) => e.chain().focus().toggleBulletList().run(), active: (e) => e.isActive("bulletList") },
  { word: "numbers", icon: "liste-numerotee", levels: adults, run: (e) => e.chain().focus().toggleOrderedList().run(), active: (e) => e.isActive("orderedList") },
  { word: "quote", icon: "citation", levels: adults, run: (e) => e.chain().focus().toggleBlockquote().run(), active: (e) => e.isActive("blockquote") },
  { word: "link", icon: "lien", levels: adults, run: askForLink, active: (e) => e.isActive("link") },
  { word: "undo", icon: "annuler", levels: both, run: (e) => e.chain().focus().undo().run() },
  { word: "redo", icon: "retablir", levels: adults, run: (e) => e.chain().focus().redo().run() },
];

/** Reads what is selected, or all that is written, to whoever writes it. */
export const listenTool: Tool = {
  word: "listen",
  icon: "oreille",
  levels: ["eleve"],
  run: (editor) => {
    const { from, to, empty } = editor.state.selection;
    const words = empty ? editor.getText({ blockSeparator: "\n" }) : editor.state.doc.textBetween(from, to, "\n", "\n");
    speak(words, () => undefined);
  },
};

/** The ink tools, from `blue=Bleu;red=Rouge;`. Black is the page's own ink: it takes the colour away. */
export function inkTools(inks: string): Tool[] {
  const pairs = inks.split(";").map((pair) => pair.split("="));
  return pairs.flatMap(([ink, word]) => (ink && word ? [inkTool(ink, word)] : []));
}

function inkTool(ink: string, word: string): Tool {
  return {
    word: `=${word}`,
    icon: `ink-${ink}`,
    levels: both,
    run: (editor) => {
      const chain = editor.chain().focus();
      if (ink === "black" || editor.isActive("color", { color: ink })) chain.unsetMark("color").run();
      else chain.setMark("color", { color: ink }).run();
    },
    active: (editor) => (ink === "black" ? !editor.isActive("color") : editor.isActive("color", { color: ink })),
  };
}
