// Somebody before a screen: goes about the pages, and looks at each with the eyes of axe, of a phone and of the console.

import assert from "node:assert/strict";
import axe from "axe-core";

/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").Locator} Locator */
/** @typedef {import("./house.js").House} House */
/** @typedef {import("./house.js").Role} Role */
/** @typedef {{ width?: number, height?: number, touch?: boolean, script?: boolean }} Screen */

/** All rules of these families: none is left out. */
const RULES = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  resultTypes: ["violations"],
};
const PHONE = 360;
const PAGES = "**/*";
/** More than the stops of any page. */
const MOST_STOPS = 200;

export class Visitor {
  /** @param {Browser} browser @param {House} house @param {Screen} screen */
  static async arrive(browser, house, { width = 1280, height = 900, touch = false, script = true } = {}) {
    const context = await browser.newContext({
      baseURL: house.address,
      viewport: { width, height },
      hasTouch: touch,
      isMobile: touch,
      javaScriptEnabled: script,
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    return new Visitor(house, await context.newPage(), { width, height, touch, script });
  }

  /** @param {House} house @param {import("playwright-core").Page} page @param {Required<Screen>} screen */
  constructor(house, page, screen) {
    this.house = house;
    this.page = page;
    this.screen = screen;
    /** Where pages without script are judged. @type {import("playwright-core").Page | undefined} */
    this.court = undefined;
    /** What went wrong behind the page. @type {string[]} */
    this.problems = [];
    /** The statuses of pages that refuse. */
    this.expected = [422];
    page.on("console", (message) => this.hear(message.type(), message.text()));
    page.on("pageerror", (error) => this.problems.push(`script: ${error.stack ?? error.message}`));
    page.on("requestfailed", (request) => this.lose(request.url(), request.failure()?.errorText ?? ""));
    page.on("response", (response) => {
      if (response.status() >= 500) this.problems.push(`${response.status()} ${response.url()}`);
    });
  }

  /** @param {string} kind @param {string} text */
  hear(kind, text) {
    // Chromium complains of every page whose status is not 2xx; a form that comes back with errors is one of them.
    if (this.expected.some((status) => text.includes(`status of ${status}`))) return;
    // Violations of the content security policy are told here too.
    if (kind === "error" || kind === "warning") this.problems.push(`console: ${text}`);
  }

  /** @param {string} address @param {string} why */
  lose(address, why) {
    // Whoever leaves a page ends its live channel, and what a page fetches in advance. A download is no page.
    if (why !== "net::ERR_ABORTED") this.problems.push(`${why} ${address}`);
  }

  /** Says that a page is going to refuse. @param {number} status */
  expects(status) {
    this.expected.push(status);
  }

  /** Waits for the page with this title: the one a gesture leads to. @param {string | RegExp} title */
  async at(title) {
    await this.heading(title).waitFor();
  }

  /** @param {string | RegExp} title */
  heading(title) {
    return this.page.getByRole("heading", { level: 1, name: title });
  }

  /** @param {string | RegExp} name */
  button(name) {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** @param {string | RegExp} name */
  link(name) {
    return this.page.getByRole("link", { name, exact: typeof name === "string" });
  }

  /** A place of the main navigation. @param {string | RegExp} name */
  place(name) {
    return this.page.getByRole("navigation", { name: "Navigation principale" }).getByRole("link", { name });
  }

  /** @param {string | RegExp} label */
  field(label) {
    return this.page.getByRole("textbox", { name: label });
  }

  /** Goes to an address. @param {string} path @param {string | RegExp} title */
  async go(path, title) {
    await this.page.goto(path);
    await this.at(title);
  }

  /** @param {Role} role */
  async signIn(role) {
    await this.go("/connexion", "Se connecter");
    await this.field("Identifiant").fill(this.house.person(role).login);
    await this.page.getByLabel("Mot de passe", { exact: true }).fill(this.house.password);
    await this.button("Se connecter").click();
    await this.page.waitForURL((url) => url.pathname !== "/connexion");
  }

  /** Everything a page must be, whatever it is. @param {string} state What is seen, for the report. */
  async look(state) {
    await this.settle();
    const page = await this.judged();
    const found = [...(await judge(page, RULES)), ...(await dark(page)), ...(await this.narrow()), ...this.problems.splice(0)];
    assert.deepEqual(found, [], `${state} (${this.page.url()})`);
  }

  /** Fonts and editor are there before the page is judged. */
  async settle() {
    const { page } = this;
    if (!this.screen.script) return;
    if (await page.locator("rich-editor").count()) await page.locator(".editor-frame").first().waitFor();
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  }

  /** The page as axe can judge it: axe is a script, hence a copy without the page's own where script is off. */
  async judged() {
    const { page, screen } = this;
    if (screen.script) return page;
    const browser = page.context().browser();
    this.court ??= await browser?.newPage({ baseURL: this.house.address, viewport: page.viewportSize() });
    if (!this.court) throw new Error("no browser any more");
    const copy = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
    await this.court.unroute(PAGES);
    await this.court.route(PAGES, (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: copy });
    });
    await this.court.goto(page.url());
    return this.court;
  }

  /** On a small phone, no page scrolls sideways, no button overflows and no field is too short to type in. */
  async narrow() {
    const { page, screen } = this;
    if (screen.width !== PHONE) await page.setViewportSize({ width: PHONE, height: 740 });
    const found = await page.evaluate(squeezed);
    if (screen.width !== PHONE) await page.setViewportSize({ width: screen.width, height: screen.height });
    return found;
  }

  /** Presses Tab until something has the focus: what a hand without a mouse does. @param {Locator} goal */
  async reach(goal) {
    await goal.waitFor({ state: "attached" });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await goal.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    assert.fail(`the keyboard does not reach ${goal}`);
  }

  /** Reaches a link or a button with the keyboard, and presses it. @param {Locator} goal @param {string} key */
  async press(goal, key = "Enter") {
    await this.reach(goal);
    await this.page.keyboard.press(key);
  }

  /** Reaches a field with the keyboard, and types in it. @param {Locator} goal @param {string} words */
  async type(goal, words) {
    await this.reach(goal);
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.type(words);
  }

  /** Ticks a box, or takes the mark away; its label lies over it. @param {string} label */
  async tick(label, wanted = true) {
    const box = this.page.getByLabel(label, { exact: true });
    if ((await box.isChecked()) === wanted) return;
    await this.page.locator(`label[for="${await box.getAttribute("id")}"]`).click();
  }

  /** @param {string} words */
  async says(words) {
    await this.page.getByText(words).first().waitFor();
  }
}

/** @param {import("playwright-core").Page} page @param {object} rules @returns {Promise<string[]>} */
async function judge(page, rules) {
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  return page.evaluate(async (options) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, options);
    return violations.flatMap((/** @type {any} */ rule) =>
      rule.nodes.map((/** @type {any} */ node) => `axe ${rule.id}: ${node.html} ${node.failureSummary}`),
    );
  }, rules);
}

/** The same colours at night. @param {import("playwright-core").Page} page */
async function dark(page) {
  await page.emulateMedia({ colorScheme: "dark" });
  const found = await judge(page, { ...RULES, runOnly: { type: "rule", values: ["color-contrast"] } });
  await page.emulateMedia({ colorScheme: "light" });
  return found.map((it) => `at night, ${it}`);
}

/** Runs in the page. @returns {string[]} */
function squeezed() {
  const limit = document.documentElement.clientWidth;
  const name = (/** @type {Element} */ element) => element.outerHTML.slice(0, 160);
  const visible = (/** @type {Element} */ element) => element.getClientRects().length > 0;
  const all = [...document.body.querySelectorAll("*")].filter(visible);
  const found = [];
  if (document.documentElement.scrollWidth > limit) {
    const guilty = all.filter((element) => element.getBoundingClientRect().right > limit + 1);
    found.push(`scrolls sideways: ${guilty.slice(0, 5).map(name).join(" ")}`);
  }
  const buttons = all.filter((element) => element.matches("button, .button, summary, .navigation-entry"));
  const overflowing = buttons.filter((element) => element.scrollWidth > element.clientWidth + 1);
  found.push(...overflowing.map((element) => `overflows: ${name(element)}`));
  const fields = all.filter((element) => element.matches("input.control, textarea.control, select.control"));
  const short = fields.filter((element) => element.getBoundingClientRect().width < 120);
  found.push(...short.map((element) => `too short to type in: ${name(element)}`));
  return found;
}
