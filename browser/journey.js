// A journey: people with browsers in a house of their own. When it fails, what they had before them is photographed.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { House } from "./house.js";
import { Visitor } from "./visitor.js";

const ARGUMENTS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Milliseconds. */
const LONGEST = 180_000;

/** Chromium: `PREAU_CHROMIUM`, else that of the system. @param {string[]} more Arguments besides. */
export function openBrowser(more = []) {
  return chromium.launch({ executablePath: process.env.PREAU_CHROMIUM ?? "/usr/bin/chromium", args: [...ARGUMENTS, ...more] });
}

/**
 * @typedef {object} Stage
 * @property {House} house
 * @property {import("playwright-core").Browser} browser
 * @property {(screen?: import("./visitor.js").Screen) => Promise<Visitor>} arrive Somebody opens a browser of their own.
 */

/**
 * @param {string} words What it shows.
 * @param {(stage: Stage) => Promise<void>} walk
 * @param {{ open?: () => Promise<House>, chromium?: string[] }} setting A house of another kind, arguments for the browser.
 */
export function journey(words, walk, { open = () => House.open(), chromium: more = [] } = {}) {
  test(words, async () => {
    const house = await open();
    const browser = await openBrowser(more);
    /** @type {Visitor[]} */
    const visitors = [];
    const arrive = async (/** @type {import("./visitor.js").Screen} */ screen = {}) => {
      const visitor = await Visitor.arrive(browser, house, screen);
      visitors.push(visitor);
      return visitor;
    };
    /** @type {unknown[]} */
    const wrong = [];
    // Not the limit of the test runner, which would leave browser and program running.
    const late = pause(LONGEST, undefined, { ref: false }).then(() => Promise.reject(new Error("the journey does not end")));
    await Promise.race([walk({ house, browser, arrive }), late]).catch((error) => wrong.push(error));
    if (wrong.length > 0) await photograph(visitors);
    await browser.close();
    await house.close().catch((error) => wrong.push(error));
    if (wrong.length > 0) throw wrong.length === 1 ? wrong[0] : new AggregateError(wrong);
  });
}

/** @param {Visitor[]} visitors */
async function photograph(visitors) {
  const folder = await mkdtemp(join(tmpdir(), "preau-failure-"));
  for (const [number, { page }] of visitors.entries()) {
    const picture = await page.screenshot({ fullPage: true }).catch(() => undefined);
    if (picture) await writeFile(join(folder, `${number}.png`), picture);
    console.error(`${page.url()}: ${join(folder, `${number}.png`)}`);
  }
}
