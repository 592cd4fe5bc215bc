// Word copies its lists as paragraphs that begin by a sign. Here they become lists again.

const LEVEL = /mso-list:[^;"]*level(\d+)/i;
const ORDERED = /^\s*(\d+|[a-z]|[ivxlc]+)[.)]/i;
/** Deeper than anybody reads. */
const DEEPEST = 6;

interface Open {
  level: number;
  list: HTMLElement;
}

/** Turns each run of such paragraphs into a list. */
export function wordLists(root: Element): void {
  for (const first of [...root.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")]) {
    if (first.isConnected && levelOf(first) > 0 && !isItem(first.previousElementSibling)) gather(first);
  }
}

function isItem(element: Element | null): boolean {
  return element instanceof HTMLElement && levelOf(element) > 0;
}

function levelOf(element: HTMLElement): number {
  const found = LEVEL.exec(element.getAttribute("data-style") ?? "");
  return found ? Math.min(DEEPEST, Number(found[1])) : 0;
}

/** From the first paragraph of a run to its last. */
function gather(first: HTMLElement): void {
  const open: Open[] = [];
  const place = document.createComment("");
  first.before(place);
  const whole = document.createDocumentFragment();
  let next: Element | null = first;
  while (next instanceof HTMLElement && levelOf(next) > 0) {
    const here: HTMLElement = next;
    next = here.nextElementSibling;
    add(open, whole, here);
  }
  place.replaceWith(whole);
}

function add(open: Open[], whole: DocumentFragment, paragraph: HTMLElement): void {
  const level = levelOf(paragraph);
  const name = takeSign(paragraph) ? "ol" : "ul";
  while (open.length > 0 && (open[open.length - 1]?.level ?? 0) > level) open.pop();
  const last = open[open.length - 1];
  // A list of another kind at the same level is another list.
  if (last?.level === level && last.list.localName !== name) open.pop();
  let current = open[open.length - 1];
  if (current?.level !== level) {
    const list = document.createElement(name);
    (current?.list.lastElementChild ?? whole).append(list);
    current = { level, list };
    open.push(current);
  }
  const item = document.createElement("li");
  const text = document.createElement("p");
  text.append(...paragraph.childNodes);
  item.append(text);
  current.list.append(item);
  paragraph.remove();
}

/** Takes the sign away; tells whether it was a number. */
function takeSign(paragraph: HTMLElement): boolean {
  const sign = [...paragraph.querySelectorAll<HTMLElement>("span")].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute("data-style") ?? ""),
  );
  const ordered = ORDERED.test(sign?.textContent ?? "");
  sign?.remove();
  return ordered;
}
