// What the journeys of the office share: coming in with a second factor, a new campaign, a convention and its signatures.

import assert from "node:assert/strict";
import { code } from "./totp.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */
/** @typedef {import("./house.js").Role} Role */

/** Comes in with a task over a territory: a second factor is set first. @param {Visitor} visitor @param {Role} role */
export async function comeIn(visitor, role) {
  const { page, house } = visitor;
  await visitor.signIn(role);
  const key = (await page.locator("main code").textContent()) ?? "";
  await visitor.field("Code à six chiffres").fill(code(key));
  await page.getByLabel("Mot de passe", { exact: true }).fill(house.password);
  await visitor.button("Activer la vérification").click();
  await visitor.at("Mon compte");
}

/** Today in France, as a date control takes it. */
export function today() {
  return new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
}

/** Opens the campaign that follows, as its form proposes it; gives its year. @param {Visitor} secretary */
export async function openCampaign(secretary) {
  const { page } = secretary;
  await secretary.go("/conventions/campagnes", "Campagnes");
  await secretary.look("the campaigns");
  const year = await secretary.field("Année de rentrée").inputValue();
  assert.match(year, /^20\d\d$/);
  await secretary.button("Ouvrir une campagne").click();
  await secretary.at(/^Campagne /);
  await secretary.look("a campaign that was opened");
  await secretary.button(/^Préparer les conventions/).first().click();
  await page.getByText(/conventions? (est|sont) préparées?\./).first().waitFor();
  await secretary.look("a campaign that is prepared");
  return year;
}

/** Opens the convention of an authority in a year, of the first one when none is named. @param {Visitor} secretary @param {string} year @param {string} name */
export async function openConvention(secretary, year, name = "") {
  await secretary.page.goto(`/conventions?annee=${year}&q=${encodeURIComponent(name)}`);
  const list = secretary.page.getByRole("table", { name: "Conventions de l’année" });
  await list.getByRole("link").first().waitFor();
  await secretary.look("the conventions of the year");
  await list.getByRole("link").first().click();
  await secretary.at(/^Convention /);
}

/** Proposes the convention on the page. @param {Visitor} secretary */
export async function propose(secretary) {
  await secretary.look("a convention in preparation");
  await secretary.button("Proposer la convention").click();
  await secretary.page.getByText(/^La convention est proposée/).first().waitFor();
  await secretary.look("a convention that was proposed");
}

/** Enters the decision of the council, from its page. @param {Visitor} visitor */
export async function decide(visitor) {
  const { page } = visitor;
  await visitor.at("Délibération");
  await visitor.look("the form of a decision");
  await visitor.button("Enregistrer la délibération").click();
  await page.locator(".error-summary:focus").waitFor();
  await visitor.look("a decision without an outcome");
  await visitor.tick("Adoptée");
  await visitor.tick("La délibération autorise la signature de la convention");
  await page.getByLabel("Date de la séance").fill(today());
  await page.getByLabel("Votes exprimés").fill("24");
  await visitor.button("Enregistrer la délibération").click();
  await visitor.says("La délibération est enregistrée.");
  await visitor.at(/^Convention /);
  await visitor.look("a convention with its decision");
}

/** Notes a signature, from its page. @param {Visitor} visitor @param {string} party @param {string} said */
export async function sign(visitor, party, said) {
  const { page } = visitor;
  await visitor.at("Noter une signature");
  await visitor.look("whose signature is noted");
  const choice = page.getByRole("main").getByRole("link", { name: party, exact: true });
  if (await choice.count()) {
    await visitor.press(choice);
    await visitor.field("Nom du signataire").waitFor();
  }
  await visitor.look("the form of a signature");
  await visitor.tick(party);
  await page.getByLabel("Date de la signature").fill(today());
  await visitor.field("Lieu").fill("Toulouse");
  for (const [label, usual] of [["Nom du signataire", "Solange Peyrabelle"], ["Qualité du signataire", "Maire"]]) {
    const field = visitor.field(label ?? "");
    if (!(await field.inputValue())) await field.fill(usual ?? "");
  }
  await visitor.button("Noter une signature").click();
  await visitor.says(said);
  await visitor.at(/^Convention /);
  await visitor.look(`a convention once signed: ${party}`);
}
