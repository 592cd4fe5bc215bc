// A parent exercises a right over the data of a child; the data protection officer answers; the parent takes a copy.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./journey.js";
import { pupilOf } from "./message.js";
import { comeIn } from "./office.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const PHONE = { width: 360, height: 740, touch: true };
const WORDS = "La date de naissance est fausse d’un jour.";
const ANSWER = "La direction de l’école a corrigé la date dans ONDE.";

journey("a parent asks for a correction, and the officer answers", async ({ arrive }) => {
  const [parent, officer] = [await arrive(PHONE), await arrive()];
  await parent.signIn("parent");
  await parent.go("/mes-donnees", "Mes données");
  await parent.look("what is kept of a family");
  await parent.page.getByRole("main").getByRole("link", { name: "Demandes de droits" }).click();
  await parent.at("Demandes de droits");
  await parent.look("the form of a request about rights");
  await parent.button("Envoyer la demande").click();
  await parent.page.locator(".error-summary:focus").waitFor();
  await parent.look("a request without a right");
  await parent.tick(`Pour ${pupilOf(parent).full}`);
  await parent.tick("Rectification");
  await parent.field("Votre demande en quelques mots").fill(WORDS);
  await parent.button("Envoyer la demande").click();
  await parent.says("La demande est envoyée.");
  await parent.says("Réponse attendue le");
  await parent.look("a request on its way");
  const path = new URL(parent.page.url()).pathname;

  await comeIn(officer, "dataOfficer");
  await officer.press(officer.place("Demandes de droits reçues"));
  await officer.at("Demandes de droits reçues");
  await officer.look("the desk of the officer");
  await officer.go(path.replace("/mes-donnees/demandes/", "/demandes-de-droits/"), /^Demande D-/);
  await officer.says(WORDS);
  await officer.look("a request at the desk of the officer");
  await officer.field("Comment l’identité a été vérifiée").fill("Appel à la direction de l’école.");
  await officer.button("Noter l’identité vérifiée").click();
  await officer.says("L’identité est notée comme vérifiée.");
  await officer.button("Prendre en charge").click();
  await officer.says("La demande est prise en charge.");
  await officer.look("a request in hand");
  await officer.field("Réponse à la personne").fill(ANSWER);
  await officer.button("Envoyer la réponse").click();
  await officer.says("La réponse est envoyée.");
  await officer.look("a request that was answered");

  await parent.go(path, /./);
  await parent.says(ANSWER);
  await parent.look("the answer");
  await parent.go("/mes-donnees/consultations", "Qui a vu mes données ?");
  await parent.says("Demande de droits");
  await parent.look("who saw the data");
});

journey("a parent takes a copy of what is kept", async ({ arrive }) => {
  const parent = await arrive(PHONE);
  const { page } = parent;
  await parent.signIn("parent");
  await parent.go("/mes-donnees", "Mes données");
  await parent.button("Préparer une copie").first().click();
  await parent.says("La copie se prépare.");
  await parent.look("a copy on its way");
  const fetch = page.getByRole("link", { name: "Télécharger la copie" }).first();
  for (let second = 0; second < 60 && !(await fetch.count()); second += 1) {
    await page.waitForTimeout(1000);
    await parent.go("/mes-donnees", "Mes données");
  }
  await parent.look("a copy that is ready");
  const waiting = page.waitForEvent("download");
  await fetch.click();
  const bytes = await readFile(await (await waiting).path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK", "the copy is no archive");
});
