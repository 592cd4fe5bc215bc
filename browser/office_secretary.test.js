// The secretary of the académie runs a campaign: the open directory, the communes, a convention up to its sum due, the export.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./journey.js";
import { comeIn, decide, openCampaign, openConvention, propose, sign } from "./office.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

/** A line nobody here knows: it is told, and changes nothing. */
const DIRECTORY = [
  "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_postal;Code_commune;" +
    "Nom_commune;Code_departement;SIREN_SIRET;etat;date_maj_ligne;nom_circonscription;rpi_disperse",
  "0311696A;École Les Tilleuls;Ecole;Public;31000;31555;Toulouse;031;21310118100013;OUVERT;2026-01-01;TOULOUSE;",
  "",
].join("\r\n");

journey("the secretary of the académie reads the open directory and founds the communes", async ({ arrive }) => {
  const secretary = await arrive();
  const { page } = secretary;
  await comeIn(secretary, "academyOffice");
  await secretary.press(secretary.place("Conventions"));
  await page.getByRole("navigation", { name: "Conventions et collectivités" }).waitFor();
  await secretary.look("the board");
  await secretary.go("/conventions/annuaire", "Annuaire ouvert des écoles");
  await secretary.look("the open directory");
  await secretary.button("Lire le fichier").click();
  await page.locator(".error-summary:focus").waitFor();
  await secretary.look("the open directory without a file");
  const file = { name: "fr-en-annuaire-education.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${DIRECTORY}`) };
  await page.getByLabel("Fichier CSV").setInputFiles(file);
  await secretary.button("Lire le fichier").click();
  await secretary.at("Ce que dit le fichier");
  await secretary.look("what the file says");
  await secretary.button("Appliquer").click();
  await secretary.button("Appliquer").waitFor({ state: "detached" });
  await secretary.at("Ce que dit le fichier");
  await secretary.look("a file that was applied");

  await secretary.go("/collectivites", "Collectivités");
  await secretary.look("the authorities");
  await secretary.button("Créer les communes d’après l’annuaire").click();
  await page.getByText(/communes? (est|sont) ajoutées?\.|Toutes les communes étaient déjà connues\./).first().waitFor();
  await secretary.press(page.getByRole("main").getByRole("table").getByRole("link").first());
  await page.getByRole("heading", { level: 2, name: "Écoles à la charge de la collectivité" }).waitFor();
  await secretary.look("an authority");
});

journey("the secretary of the académie runs a campaign up to the sums due", async ({ arrive }) => {
  const secretary = await arrive();
  const { page } = secretary;
  await comeIn(secretary, "academyOffice");
  const year = await openCampaign(secretary);
  await openConvention(secretary, year);
  await propose(secretary);
  const path = new URL(page.url()).pathname;
  await paper(secretary, `${path}/convention.pdf`);
  await paper(secretary, `${path}/projet-de-deliberation.pdf`);
  await secretary.press(secretary.link("Saisir la délibération"));
  await decide(secretary);
  await secretary.press(secretary.link("Noter une signature"));
  await sign(secretary, "La collectivité", "La signature est notée.");
  await secretary.press(secretary.link("Noter une signature"));
  await sign(secretary, "L’académie", "Les deux parties ont signé : la convention est en vigueur.");
  await secretary.press(secretary.link("Voir la somme due"));
  await secretary.at("Somme due");
  await secretary.look("a sum due");

  await secretary.go(`/conventions/sommes?annee=${year}`, "Sommes à titrer");
  await secretary.look("the sums of the year");
  const waiting = page.waitForEvent("download");
  await secretary.press(secretary.link("Télécharger les lignes (CSV)"));
  const text = await readFile(await (await waiting).path(), "utf8");
  assert.ok(text.replace(/^\ufeff/, "").startsWith("Convention;"), text.slice(0, 80));
  assert.ok(text.trim().split("\n").length > 1, "no sum is exported");
});

/** A document is there. @param {Visitor} visitor @param {string} path */
async function paper(visitor, path) {
  const answer = await visitor.page.context().request.get(path);
  assert.equal(answer.status(), 200, path);
  assert.equal((await answer.body()).subarray(0, 4).toString(), "%PDF", path);
}
