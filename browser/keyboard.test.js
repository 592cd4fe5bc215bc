// Without a mouse: where Tab leads, and whether one sees where one is.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const MOST_STOPS = 60;

journey("the skip link, the navigation and the menu answer to the keyboard", async ({ arrive }) => {
  const parent = await arrive();
  const { page } = parent;
  await parent.signIn("parent");
  await parent.go("/", "Aujourd’hui");
  await page.keyboard.press("Tab");
  assert.equal(await focused(parent), "Aller au contenu");
  await parent.look("the skip link");
  await page.keyboard.press("Enter");
  await page.locator("#contenu:focus").waitFor();
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement?.matches("main a")), "after the skip link comes the content");

  await parent.go("/", "Aujourd’hui");
  const words = [];
  for (let stop = 0; stop < 17; stop += 1) {
    await page.keyboard.press("Tab");
    // The first place says how much is new.
    words.push((await focused(parent)).replace(/ \d+ nouveautés?$/, ""));
  }
  assert.deepEqual(words.slice(0, 3), ["Aller au contenu", "Préau", "Tous"]);
  const places = words.indexOf("Aujourd’hui");
  assert.ok(places > 3, `the children come before the places: ${words}`);
  assert.deepEqual(words.slice(places, places + 6), ["Aujourd’hui", "Carnet de liaison", "Journal", "Messages", "La classe", "Actualités"]);
  assert.equal(words[places + 6], "Plus");
  assert.equal(words[places + 7], parent.house.person("parent").name, "then the account, named once");
});

journey("a menu opens, is walked through and closes", async ({ arrive }) => {
  for (const width of [1280, 360]) {
    const teacher = await arrive({ width });
    const { page } = teacher;
    await teacher.signIn("teacher");
    const summary = page.locator(".account summary");
    await teacher.press(summary);
    await teacher.button("Se déconnecter").waitFor();
    const box = await page.locator(".account .menu-items").boundingBox();
    const { width: right, height: bottom } = teacher.screen;
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= right && box.y + box.height <= bottom, `the open menu is on the screen at ${width} px: ${JSON.stringify(box)}`);
    await page.keyboard.press("Tab");
    assert.equal(await focused(teacher), "Mot de passe et appareils");
    await page.keyboard.press("Tab");
    assert.equal(await focused(teacher), "Notifications");
    await page.keyboard.press("Tab");
    assert.equal(await focused(teacher), "Aide et assistance");
    await page.keyboard.press("Tab");
    assert.equal(await focused(teacher), "Années passées");
    await page.keyboard.press("Tab");
    assert.equal(await focused(teacher), "Mes données");
    await page.keyboard.press("Tab");
    assert.equal(await focused(teacher), "Se déconnecter");
    await page.keyboard.press("Escape");
    assert.equal(await teacher.button("Se déconnecter").isVisible(), false, "Escape closes the menu");
    assert.ok(await summary.evaluate((it) => it === document.activeElement), "and gives the focus back");
    await page.keyboard.press("Space");
    await teacher.button("Se déconnecter").waitFor();
    await page.keyboard.press("Shift+Tab");
    assert.equal(await teacher.button("Se déconnecter").isVisible(), false, "so does leaving it");
  }
});

journey("errors take the focus, and lead to their fields", async ({ arrive }) => {
  const visitor = await arrive();
  const { page } = visitor;
  await visitor.go("/connexion", "Se connecter");
  await visitor.press(visitor.button("Se connecter"));
  await page.locator(".error-summary:focus").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#f-identifiant:focus").waitFor();
  await visitor.signIn("teacher");
  await visitor.press(visitor.link("Publier dans le journal"));
  await visitor.at("Nouveau billet");
  await visitor.press(visitor.button("Continuer vers la publication"));
  await page.locator(".error-summary:focus").waitFor();
  await visitor.press(visitor.link("Il manque un texte ou une photo."));
  await page.locator(".editor-text:focus").waitFor();
});

journey("the toolbar of the editor is one stop, walked through with arrows", async ({ arrive }) => {
  const teacher = await arrive();
  const { page } = teacher;
  await teacher.signIn("teacher");
  await teacher.press(teacher.link("Publier dans le journal"));
  await teacher.at("Nouveau billet");
  await teacher.reach(teacher.button("Gras"));
  for (const [key, word] of [["ArrowRight", "Italique"], ["End", "Orange"], ["ArrowRight", "Gras"], ["ArrowLeft", "Orange"], ["Home", "Gras"]]) {
    await page.keyboard.press(key ?? "");
    assert.equal(await focused(teacher), word);
  }
  await page.keyboard.press("Tab");
  await page.locator(".editor-text:focus").waitFor();
  await page.keyboard.type("a");
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(".editor-text:focus").count(), 0, "Tab leaves the editor");
});

journey("one always sees where the focus is", async ({ arrive }) => {
  for (const width of [1280, 360]) {
    const teacher = await arrive({ width, height: 740 });
    await teacher.go("/connexion", "Se connecter");
    await walk(teacher);
    await teacher.signIn("teacher");
    await walk(teacher);
    await teacher.press(teacher.link("Publier dans le journal"));
    await teacher.at("Nouveau billet");
    await walk(teacher);
  }
  const pupil = await arrive({ width: 768 });
  await pupil.signIn("pupil");
  await walk(pupil);
});

/** From one end of the page to the other: each stop is drawn otherwise than without the focus, and nothing lies over it. @param {Visitor} visitor */
async function walk(visitor) {
  const { page } = visitor;
  await visitor.settle();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.getSelection()?.removeAllRanges();
  });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(place);
    if (!here) return assert.ok(stop > 5, `only ${stop} stops on ${page.url()}`);
    const what = `${here.html} at ${visitor.screen.width} px`;
    assert.ok(here.uncovered, `something lies over ${what}`);
    // The button of a calendar is a stop of the browser's own, within a control that has the focus already.
    if (here.within) continue;
    const focus = await page.screenshot();
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    assert.ok(!focus.equals(await page.screenshot()), `the focus is not seen on ${what}`);
  }
}

/** Runs in the page: where the focus is; nothing once it has left the page. */
function place() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const box = element.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  return {
    html: element.outerHTML.slice(0, 120),
    within: !element.matches(":focus"),
    // The label of a box, and the whole of a card, are part of what is pressed.
    uncovered: middle !== null && (element.contains(middle) || middle.contains(element) || middle.closest(".option") !== null),
  };
}

/** The words of what has the focus, as they are heard. @param {Visitor} visitor */
function focused(visitor) {
  return visitor.page.evaluate(() => {
    const copy = /** @type {Element | undefined} */ (document.activeElement?.cloneNode(true));
    for (const silent of copy?.querySelectorAll("[aria-hidden=true], [hidden]") ?? []) silent.remove();
    return (copy?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  });
}
