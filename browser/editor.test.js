// What an editor carries besides words: a file whose line is cut, a voice, and what waits on the device without network.

import assert from "node:assert/strict";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";
import { dropFile, writeToParents } from "./message.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const SUBJECT = "La dictée à écouter";
/** Larger than the first piece a browser sends. */
const LONG = "Le vent souffle sur la plaine et les oiseaux se taisent.\n".repeat(8000);
/** A piece of a file on its way. */
const PIECE = /\/depots\/[^/?]+\?depuis=/;
const CHROMIUM = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

journey("a file goes on after a cut, a voice is recorded, and both are received", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const teacher = await arrive();
  await teacher.signIn("teacher");
  await writeToParents(teacher, SUBJECT, "Voici la dictée de jeudi.");
  await cut(teacher);
  await record(teacher);
  await teacher.look("a file and a voice to send");
  await teacher.press(teacher.button("Envoyer"));
  await teacher.at(SUBJECT);
  await teacher.says("Message envoyé.");
  if (await teacher.page.locator(".thread .marks", { hasText: "Sera remis" }).count()) return;
  const parent = await arrive({ width: 360, height: 740, touch: true });
  await parent.signIn("parent");
  await parent.go(new URL(teacher.page.url()).pathname, SUBJECT);
  await receive(parent);
}, { chromium: CHROMIUM });

/** The second piece of a file does not arrive; it is sent again, and the first is not. @param {Visitor} teacher */
async function cut(teacher) {
  const { page } = teacher;
  /** @type {number[]} */
  const begun = [];
  let isCut = false;
  await page.route(PIECE, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get("depuis"));
    begun.push(from);
    if (isCut || from === 0) return route.continue();
    isCut = true;
    return route.abort("connectionreset");
  });
  await dropFile(teacher, "dictee.txt", LONG);
  await teacher.says("dictee.txt : la connexion est coupée, l’envoi reprendra tout seul.");
  await teacher.says("dictee.txt est prêt.");
  const [first, second, third] = begun;
  assert.equal(first, 0);
  assert.ok(second && second > 0 && second === third, `goes on from where it stopped: ${begun}`);
  assert.equal(begun.filter((from) => from === 0).length, 1, "the file begins once");
  await page.unroute(PIECE);
  // The cut is what was asked for.
  teacher.problems.splice(0);
}

/** Two seconds of the sound Chromium makes up. @param {Visitor} teacher */
async function record(teacher) {
  const { page } = teacher;
  await teacher.press(teacher.button("Enregistrer un message vocal"));
  await teacher.says("L’enregistrement a commencé.");
  await page.locator(".voice-counter").filter({ hasText: "0:02" }).waitFor();
  await teacher.look("a voice being recorded");
  await teacher.press(teacher.button("Arrêter l’enregistrement"));
  await teacher.says("L’enregistrement est terminé.");
  await page.getByLabel("Écouter avant de garder").waitFor();
  await teacher.look("a voice to keep or not");
  await teacher.press(teacher.button("Garder ce message vocal"));
  await page.getByText(/^Message vocal .*est prêt\.$/).first().waitFor();
}

/** @param {Visitor} parent */
async function receive(parent) {
  const { page } = parent;
  await parent.look("a message with a file and a voice");
  const size = await page.locator('a[download="dictee.txt"]').evaluate(async (link) => {
    const answer = await fetch(/** @type {HTMLAnchorElement} */ (link).href);
    return (await answer.arrayBuffer()).byteLength;
  });
  assert.equal(size, LONG.length, "the file is whole");
  const sound = page.locator("sound-player audio");
  await sound.evaluate(async (element) => {
    const audio = /** @type {HTMLAudioElement} */ (element);
    audio.muted = true;
    await audio.play();
    await new Promise((resolve) => audio.addEventListener("timeupdate", () => audio.currentTime > 0.2 && resolve(undefined)));
    audio.pause();
  });
  await page.getByLabel("Vitesse de lecture").selectOption("1.5");
  assert.equal(await sound.evaluate((element) => /** @type {HTMLAudioElement} */ (element).playbackRate), 1.5);
}

journey("without network what is typed stays on the device, and leaves when the line is back", async ({ arrive }) => {
  const teacher = await arrive();
  const { page } = teacher;
  await teacher.signIn("teacher");
  // The words of the line under the form come with its first answer.
  const asked = page.waitForResponse((response) => new URL(response.url()).pathname === "/brouillons");
  await teacher.go("/messages/nouveau", "Écrire un message");
  await teacher.settle();
  await (await asked).finished();
  await page.context().setOffline(true);
  await teacher.field("Objet").fill("Sans réseau");
  await page.locator(".editor-text").fill("Écrit dans le car.");
  const chip = page.locator(".draft-chip");
  await chip.filter({ hasText: "Enregistré sur cet appareil, pas encore envoyé" }).waitFor();
  await page.locator(".skip-link").focus();
  await page.waitForTimeout(1000);
  assert.match((await chip.textContent()) ?? "", /Enregistré sur cet appareil/, "nothing is said to be sent");
  await page.context().setOffline(false);
  // The line that was cut is what was asked for.
  await chip.filter({ hasText: "Brouillon enregistré à" }).waitFor({ timeout: 25_000 });
  teacher.problems.splice(0);
  await teacher.look("a draft that was kept");
  const elsewhere = await arrive({ width: 360, height: 740, touch: true });
  await elsewhere.signIn("teacher");
  await elsewhere.go("/messages/nouveau", "Écrire un message");
  await elsewhere.settle();
  await elsewhere.says("commencé ailleurs");
  await elsewhere.button("Reprendre ce texte").tap();
  assert.match(await elsewhere.page.locator(".editor-text").innerText(), /Écrit dans le car/);
  assert.equal(await elsewhere.field("Objet").inputValue(), "Sans réseau");
  await elsewhere.look("a draft taken up on a telephone");
});
