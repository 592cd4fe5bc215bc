// A pupil who has never come in: the head prints the badges of a class, and the child does what its own says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const PASSWORD = "Trois canards sous la pluie";

/** Lets the first pupil of a class in, whose name says the level. @param {Visitor} head @param {Visitor} pupil @param {RegExp} level */
export async function letPupilIn(head, pupil, level) {
  const { login, code } = await badge(head, level);
  await pupil.go("/activation", "Activer mon compte");
  await pupil.field("Identifiant").fill(login);
  await pupil.field("Code d’activation").fill(code);
  await pupil.button("Continuer").tap();
  await pupil.at(/^Bonjour/);
  for (const label of ["Nouveau mot de passe", "Le même mot de passe, une deuxième fois"]) await pupil.page.getByLabel(label).fill(PASSWORD);
  await pupil.tick("J’ai lu les règles et je promets de les suivre.");
  await pupil.button("Entrer dans l’ENT").tap();
  await pupil.page.waitForURL((url) => url.pathname === "/");
}

/** @param {Visitor} head @param {RegExp} level */
async function badge(head, level) {
  const { page } = head;
  await head.place("Mon école").click();
  await page.getByRole("main").getByRole("rowheader").getByRole("link", { name: level }).first().click();
  await head.link("Fiches de connexion").click();
  await head.at(/^Fiches de connexion/);
  await head.link("Élèves").click();
  await page.getByRole("link", { name: "Élèves", exact: true }).and(page.locator("[aria-current]")).waitFor();
  const waiting = page.waitForEvent("download");
  await head.button(/^Imprimer/).click();
  const badges = await readFile(await (await waiting).path());
  const running = promisify(execFile)("pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"], { maxBuffer: 10_000_000 });
  running.child.stdin?.end(badges);
  const text = (await running).stdout;
  const [, login, code] = /Ton identifiant\s+(\S+)\s+Ton code[^\n]*\n\s*([^\n]+)/.exec(text) ?? [];
  assert.ok(login && code, `no badge in: ${text.slice(0, 400)}`);
  return { login, code: code.trim() };
}
