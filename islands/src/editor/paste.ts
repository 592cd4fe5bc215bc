// What comes from Word, LibreOffice, Google Docs or a web page: its words, and of its looks only what the editor has.

import { wordLists } from "./word_lists";

/** Elements that carry no words of the text. */
const NOTHING = "script, style, meta, link, title, head, xml, svg, img, picture, video, audio, iframe, object, input, button";
/** What stays, by its name here. */
const KEPT: Record<string, string> = {
  P: "p",
  BR: "br",
  B: "strong",
  STRONG: "strong",
  I: "em",
  EM: "em",
  U: "u",
  A: "a",
  UL: "ul",
  OL: "ol",
  LI: "li",
  BLOCKQUOTE: "blockquote",
  H1: "h2",
  H2: "h2",
  H3: "h3",
  H4: "h4",
  H5: "h4",
  H6: "h4",
};
/** Blocks that become paragraphs. */
const BLOCKS = ["DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "PRE", "ADDRESS", "FIGCAPTION", "DT", "DD", "TR"];
const LINK = /^(https?:|mailto:)/i;

/** The same text, in the elements of our documents alone. */
export function cleaned(html: string): string {
  // Copied from our own editor: it is ours already, inks included.
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  dropComments(body);
  for (const element of body.querySelectorAll(NOTHING)) element.remove();
  wordLists(body);
  nestLists(body);
  const clean = document.createElement("div");
  clean.append(...copies(body));
  dropBlanks(clean);
  return clean.innerHTML;
}

/** The page allows no style of others, not even in a document nobody sees: what is read of them is kept under another name. */
function withoutStyles(html: string): string {
  const sheets = /<style[\s>][\s\S]*?<\/style\s*>/gi;
  return html.replace(sheets, "").replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
}

/** Conditional comments of Word among them: `<!--[if gte mso 9]>…<![endif]-->`. */
function dropComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

/** Google Docs puts a list inside a list directly: it belongs to the item before. */
function nestLists(root: Element): void {
  for (const list of root.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = list.previousElementSibling;
    if (before?.tagName === "LI") before.append(list);
  }
}

function copies(from: Node): Node[] {
  return [...from.childNodes].flatMap((child) => {
    // A space that does not break stays: French writes one before « ! ».
    if (child.nodeType === Node.TEXT_NODE) return [new Text(child.textContent?.replace(/[ \t\r\n\f]+/g, " ") ?? "")];
    return child.nodeType === Node.ELEMENT_NODE ? copy(child as HTMLElement) : [];
  });
}

function copy(element: HTMLElement): Node[] {
  const name = element.tagName.toUpperCase();
  const inside = copies(element);
  if (name === "TD" || name === "TH") return [...inside, new Text(" ")];
  const kept = KEPT[name];
  if (kept === "a") return link(element, inside);
  if (kept === "strong" && isPlain(element)) return inside;
  if (kept) return [wrapped(kept, inside)];
  if (BLOCKS.includes(name)) return hasBlock(inside) ? inside : [wrapped("p", inside)];
  return dressed(element, inside);
}

/** Google Docs wraps everything in a bold that is not. */
function isPlain(element: HTMLElement): boolean {
  return /font-weight:\s*(normal|400)/i.test(element.getAttribute("data-style") ?? "");
}

/** What a style says of words becomes a mark; of whole blocks, nothing. */
function dressed(element: HTMLElement, inside: Node[]): Node[] {
  if (hasBlock(inside)) return inside;
  const style = element.getAttribute("data-style") ?? "";
  let nodes = inside;
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) nodes = [wrapped("strong", nodes)];
  if (/font-style:\s*italic/i.test(style)) nodes = [wrapped("em", nodes)];
  if (/text-decoration(-line)?:[^;]*underline/i.test(style)) nodes = [wrapped("u", nodes)];
  return nodes;
}

function link(element: HTMLElement, inside: Node[]): Node[] {
  const address = target(element.getAttribute("href") ?? "");
  if (!LINK.test(address)) return inside;
  const clean = wrapped("a", inside);
  clean.setAttribute("href", address);
  return [clean];
}

/** Google sends every link of its documents through itself. */
function target(address: string): string {
  try {
    const url = new URL(address);
    const through = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
    return through ? (url.searchParams.get("q") ?? address) : address;
  } catch {
    return "";
  }
}

function wrapped(name: string, inside: Node[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

function hasBlock(nodes: Node[]): boolean {
  return nodes.some((node) => node instanceof Element && /^(P|UL|OL|LI|BLOCKQUOTE|H[2-4])$/.test(node.tagName));
}

/** Word leaves an empty paragraph between two: ours have their own distance. */
function dropBlanks(root: Element): void {
  for (const block of root.querySelectorAll("p, h2, h3, h4, li, ul, ol, blockquote, strong, em, u, a")) {
    if ((block.textContent ?? "").trim() === "" && !block.querySelector("br")) block.replaceWith(...spaces(block));
  }
}

function spaces(element: Element): Node[] {
  const inline = /^(STRONG|EM|U|A)$/.test(element.tagName);
  return inline && element.textContent ? [new Text(" ")] : [];
}
