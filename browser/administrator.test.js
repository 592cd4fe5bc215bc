// Whoever runs the scheme for the académie: a second factor first, then the deliveries of the directory.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { archive } from "./archive.js";
import { journey } from "./journey.js";
import { code } from "./totp.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const IMPORTS = "Imports de l’annuaire";

journey("an administrator sets a second factor, and cannot do without", async ({ arrive }) => {
  const administrator = await arrive();
  const { page } = administrator;
  await administrator.signIn("administrator");
  for (const path of ["/", "/annuaire/imports", "/compte"]) {
    await page.goto(path);
    assert.equal(new URL(page.url()).pathname, "/compte/second-facteur", `${path} asks for nothing`);
  }
  await administrator.look("the key to be typed or scanned");
  const key = await enrol(administrator);
  await administrator.look("the account");

  await administrator.press(page.locator(".account summary"));
  await administrator.press(administrator.button("Se déconnecter"));
  await administrator.at("Se connecter");
  await administrator.signIn("administrator");
  await administrator.at("Deuxième étape");
  await administrator.look("the second step");
  await administrator.type(administrator.field("Code à six chiffres"), "000000");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary:focus").waitFor();
  await administrator.look("a wrong code");
  // The code typed on the page of the key opens nothing more: here is the one that follows it.
  await administrator.type(administrator.field("Code à six chiffres"), code(key, 1));
  await page.keyboard.press("Enter");
  await administrator.at("Aujourd’hui");
  await administrator.look("the home page");
});

/** Types the code of the key that is shown; gives the key. @param {Visitor} administrator */
async function enrol(administrator) {
  const { page, house } = administrator;
  const key = (await page.locator("main code").textContent()) ?? "";
  const password = page.getByLabel("Mot de passe", { exact: true });
  await administrator.type(administrator.field("Code à six chiffres"), "000000");
  await administrator.type(password, house.password);
  await administrator.press(administrator.button("Activer la vérification"));
  await page.locator(".error-summary:focus").waitFor();
  await administrator.look("a wrong code on the way");
  await administrator.type(administrator.field("Code à six chiffres"), code(key));
  await administrator.type(password, house.password);
  await administrator.press(administrator.button("Activer la vérification"));
  await administrator.at("Mon compte");
  await administrator.says("le code de votre téléphone sera demandé à chaque connexion");
  return key;
}

journey("an administrator tries a delivery and reads what it would change", async ({ arrive }) => {
  const administrator = await arrive();
  const { page } = administrator;
  await administrator.signIn("administrator");
  await enrol(administrator);
  await administrator.press(administrator.place("Imports"));
  await administrator.at(IMPORTS);
  await administrator.look("the imports");
  await administrator.press(administrator.button("Lancer l’import"));
  await page.locator(".error-summary:focus").waitFor();
  await administrator.look("an import without archive");

  // Two small schools in the place of thirteen: the trial says why it would stop.
  await send(administrator, ["Essai sans écrire"]);
  await read(administrator, "essayée");
  await administrator.says("Un import de cette livraison s’arrêterait pour les raisons ci-dessous");
  await page.getByRole("heading", { level: 2, name: "Pourquoi" }).waitFor();
  await administrator.look("the report of a trial");
  await administrator.press(administrator.link("Lignes à regarder"));
  await page.getByRole("heading", { level: 2, name: "Lignes à regarder" }).waitFor();
  await administrator.look("the lines of a trial");
  await download(administrator);

  await send(administrator, []);
  await read(administrator, "arrêtée");
  await page.getByRole("heading", { level: 2, name: "Pourquoi" }).waitFor();
  await administrator.look("the report of a delivery that stops");

  // The delivery the demonstration began with.
  await read(administrator, "appliquée");
  await administrator.look("the report of a delivery that was applied");
  await filter(administrator);
  await administrator.press(administrator.link("Lignes à regarder"));
  await page.getByRole("heading", { level: 2, name: "Lignes à regarder" }).waitFor();
  await administrator.look("the lines of a delivery");
  await download(administrator);
});

/** Sends the archive; the import goes on after the answer, or is over already. @param {Visitor} administrator @param {string[]} boxes */
async function send(administrator, boxes) {
  await administrator.go("/annuaire/imports", IMPORTS);
  const file = administrator.page.getByLabel("Archive de la livraison");
  await administrator.reach(file);
  await file.setInputFiles(await archive());
  for (const box of boxes) await administrator.press(administrator.page.getByLabel(box), "Space");
  await administrator.press(administrator.button("Lancer l’import"));
  await administrator.page.getByText(/L’import est lancé|L’import est fini/).waitFor();
}

/** Opens the report of the last import once none runs and the list says how it ended. @param {Visitor} administrator @param {string} outcome */
async function read(administrator, outcome) {
  const { page } = administrator;
  const row = page.getByRole("row").filter({ hasText: outcome }).first();
  for (let second = 0; second < 60; second += 1) {
    await administrator.go("/annuaire/imports", IMPORTS);
    if ((await row.count()) && !(await page.getByRole("progressbar").count())) break;
    await page.waitForTimeout(1000);
  }
  await administrator.look("the list with one more import");
  await administrator.press(row.getByRole("link"));
  await administrator.at(/^Import de l’académie/);
}

/** @param {Visitor} administrator */
async function filter(administrator) {
  const { page } = administrator;
  const first = page.getByRole("table").last().getByRole("rowheader").first();
  const uai = /\((\w+)\)/.exec((await first.textContent()) ?? "")?.[1] ?? "";
  await administrator.type(page.getByRole("searchbox", { name: "UAI de l’école" }), uai);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("uai") === uai);
  const others = page.getByRole("table").last().getByRole("rowheader").filter({ hasNotText: uai });
  await administrator.at(/^Import de l’académie/);
  assert.equal(await others.count(), 0, "a school that was not asked for");
  await administrator.look("one school of the report");
}

/** @param {Visitor} administrator */
async function download(administrator) {
  for (const [label, start] of [
    ["Télécharger les écoles (CSV)", "UAI;École;Fiches;"],
    ["Télécharger les lignes (CSV)", "UAI;Fichier;Fiche;"],
    ["Télécharger le rapport (JSON)", "{"],
  ]) {
    const waiting = administrator.page.waitForEvent("download");
    await administrator.press(administrator.link(label ?? ""));
    const file = await waiting;
    const text = await readFile(await file.path(), "utf8");
    assert.ok(text.replace(/^\ufeff/, "").startsWith(start ?? ""), `${file.suggestedFilename()}: ${text.slice(0, 80)}`);
  }
}
