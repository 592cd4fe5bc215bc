import { Mark, mergeAttributes, type Extensions } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { UndoRedo } from "@tiptap/extensions";

export type Level = "adulte" | "eleve";

/** The inks of `richtext::Color`; the style sheet gives each its shade. */
const Ink = Mark.create({
  name: "color",
  addAttributes() {
    return { color: { default: null, parseHTML: (element: HTMLElement) => inkOf(element), rendered: false } };
  },
  parseHTML() {
    return [{ tag: 'span[class^="ink-"]' }];
  },
  renderHTML({ mark, HTMLAttributes }) {
    return ["span", mergeAttributes(HTMLAttributes, { class: `ink-${String(mark.attrs.color)}` }), 0];
  },
});

function inkOf(element: HTMLElement): string | null {
  return /^ink-([a-z]+)$/.exec(element.className)?.[1] ?? null;
}

/** The server refuses what this schema cannot express, and the reverse: keep the two alike. */
export function schema(level: Level): Extensions {
  const common: Extensions = [
    Document,
    Paragraph,
    Text,
    HardBreak,
    Bold,
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    Ink,
    UndoRedo,
  ];
  if (level === "eleve") return common;
  const link = Link.configure({
    openOnClick: false,
    autolink: true,
    defaultProtocol: "https",
    protocols: ["http", "https", "mailto"],
    HTMLAttributes: { rel: null, target: null },
  });
  return [...common, Italic, Underline, Blockquote, Heading.configure({ levels: [2, 3, 4] }), link];
}
