// Families without a telephone: coupons on paper, a photograph of what comes back, and the ledger is filled in.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { journey } from "./journey.js";
import { sendMot } from "./mot.js";
import { photographOf } from "./pile.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const TITLE = "Sortie à la ferme";
const COUNT = 6;

journey("a photograph of a pile of coupons fills in the ledger", async ({ arrive, browser }) => {
  const teacher = await arrive();
  await teacher.signIn("teacher");
  const mot = await sendMot(teacher, TITLE);

  const coupons = await print(teacher, mot);
  const photograph = await photographOf(browser, coupons, COUNT);

  await teacher.go(`${mot}/papier`, "Retours papier");
  await teacher.look("the coupons awaited");
  const children = await teacher.page.locator(".paper-came label").allTextContents();
  assert.ok(children.length >= COUNT, `a class of ${children.length}`);
  await read(teacher, photograph, `${COUNT} coupons reconnus`);
  assert.deepEqual(await ticked(teacher), children.slice(0, COUNT));
  await teacher.look("the coupons read");

  await teacher.press(teacher.button("Enregistrer les retours"));
  await teacher.says(`${COUNT} retours sont enregistrés.`);
  await teacher.says(`${COUNT} retours sur ${children.length}`);
  await teacher.look("what was entered");
  await read(teacher, photograph, `${COUNT} déjà saisis`);
  assert.deepEqual(await ticked(teacher), []);

  await teacher.page.goto(`${mot}/suivi`);
  const grid = await teacher.page.getByRole("main").innerText();
  assert.ok((grid.match(/papier/gi) ?? []).length >= COUNT, grid);
  await teacher.look("the follow-up");
  const proof = await textOf(await fetched(teacher, `${mot}/preuve.pdf`));
  assert.ok(proof.includes(`Preuve des retours : ${TITLE}`), proof);
  assert.equal((proof.match(/Papier,/g) ?? []).length, COUNT, proof);
});

journey("coupons are entered by hand on a telephone, and taken back", async ({ arrive }) => {
  const teacher = await arrive({ width: 360, height: 740, touch: true });
  await teacher.signIn("teacher");
  const mot = await sendMot(teacher, TITLE);
  await teacher.go(`${mot}/papier`, "Retours papier");
  const first = teacher.page.locator(".paper-came label").first();
  const child = (await first.textContent()) ?? "";
  await first.tap();
  await teacher.page.getByLabel(`Signé par, pour ${child}`).waitFor();
  await teacher.look("a coupon ticked");
  await teacher.button("Enregistrer les retours").tap();
  await teacher.says("1 retour est enregistré.");
  await teacher.button("Annuler cette saisie").tap();
  await teacher.says("La saisie est annulée");
  await teacher.field("Codes des coupons").fill("AAAA BBBB CCC");
  await teacher.button("Enregistrer les retours").tap();
  await teacher.page.locator(".error-summary:focus").waitFor();
  await teacher.look("a code that is none");
});

/** @param {Visitor} teacher @param {string} mot */
async function print(teacher, mot) {
  await teacher.go(`${mot}/coupons`, "Imprimer des coupons");
  await teacher.look("the coupons to print");
  const waiting = teacher.page.waitForEvent("download");
  await teacher.press(teacher.button("Imprimer les coupons"));
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "coupons.pdf");
  const coupons = await readFile(await download.path());
  assert.ok((await textOf(coupons)).includes(TITLE));
  return coupons;
}

/** @param {Visitor} teacher @param {{ name: string, mimeType: string, buffer: Buffer }} photograph @param {string} words */
async function read(teacher, photograph, words) {
  const control = teacher.page.getByLabel("Photos de la pile");
  await control.waitFor();
  await control.setInputFiles(photograph);
  await teacher.page.getByRole("status").filter({ hasText: words }).waitFor({ timeout: 60_000 });
}

/** The children whose coupon is ticked. @param {Visitor} teacher */
function ticked(teacher) {
  return teacher.page.locator(".paper-came:has(input:checked) label").allTextContents();
}

/** @param {Visitor} teacher @param {string} address */
async function fetched(teacher, address) {
  const bytes = await teacher.page.evaluate(async (from) => {
    const answer = await fetch(from);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, address);
  return Buffer.from(bytes);
}

/** What is written in a PDF. @param {Buffer} pdf @returns {Promise<string>} */
async function textOf(pdf) {
  const running = promisify(execFile)("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], { maxBuffer: 10_000_000 });
  running.child.stdin?.end(pdf);
  return (await running).stdout.replaceAll("\u00a0", " ");
}
