// The mayor's office on a telephone: its one page, the decision, the signature, what is due; and what its schools ask.

import assert from "node:assert/strict";
import { journey } from "./journey.js";
import { comeIn, decide, openCampaign, openConvention, propose, sign } from "./office.js";
import { picture } from "./picture.js";

const PHONE = { width: 360, height: 740, touch: true };
const ASKED = "La fenêtre de la salle des maîtres ferme mal";

journey("the mayor’s office decides, signs and sees what is due", async ({ arrive }) => {
  const [secretary, mayor] = [await arrive(), await arrive(PHONE)];
  await comeIn(mayor, "townOffice");
  await mayor.go("/conventions", "Convention et participation");
  await mayor.look("the page of a commune");
  const name = (await mayor.page.getByRole("main").getByRole("heading", { level: 2 }).first().textContent())?.trim() ?? "";
  await comeIn(secretary, "academyOffice");
  const year = await openCampaign(secretary);
  await openConvention(secretary, year, name);
  await propose(secretary);
  const path = new URL(secretary.page.url()).pathname;

  await mayor.go("/conventions", "Convention et participation");
  await mayor.look("a convention that awaits a decision");
  await mayor.link("Faire délibérer le conseil").first().click();
  await decide(mayor);
  await mayor.go("/conventions", "Convention et participation");
  await mayor.link("Signer").first().click();
  await sign(mayor, "La collectivité", "La signature est notée.");
  await secretary.go(`${path}/signatures`, "Noter une signature");
  await sign(secretary, "L’académie", "Les deux parties ont signé : la convention est en vigueur.");

  await mayor.go(path, /^Convention /);
  await mayor.says("En vigueur");
  await mayor.look("a convention in force");
  await mayor.link("Voir la somme due").click();
  await mayor.at("Somme due");
  await mayor.says("il n’y a ni prorata, ni avoir");
  await mayor.look("what is due");
});

journey("a school asks its commune, which plans and finishes", async ({ arrive }) => {
  const [head, town] = [await arrive(), await arrive(PHONE)];
  await head.signIn("head");
  await head.press(head.place("Mon école"));
  await head.press(head.link("Demandes à la mairie"));
  await head.at("Demandes à la mairie");
  await head.look("the requests of a school");
  await head.press(head.link("Demander à la mairie").first());
  await head.at("Demander à la mairie");
  // A head of several schools says which one first.
  if (await head.page.locator("input[name=ecole][type=radio]").count()) {
    await head.page.locator('label[for="f-ecole"]').click();
    await head.button("Continuer").click();
  }
  await head.look("the kinds of requests");
  await head.tick("Travaux");
  await head.button("Continuer").click();
  await head.page.getByRole("heading", { level: 2, name: /^Travaux/ }).waitFor();
  await head.button("Envoyer la demande").click();
  await head.page.locator(".error-summary:focus").waitFor();
  await head.look("a request without anything");
  await head.field("En quelques mots").fill(ASKED);
  await head.field("Lieu dans l’école").fill("Salle des maîtres, au fond");
  const pupil = head.house.person("pupil").name;
  await head.field("Votre demande").fill(`Le vent la rouvre. ${pupil} l’a remarqué.`);
  await head.page.getByLabel("Photos et fichiers").setInputFiles(picture("fenetre.png"));
  await head.button("Envoyer la demande").click();
  await head.says("Un élève semble nommé");
  await head.look("a request that names a pupil");
  await head.field("Votre demande").fill("Le vent la rouvre depuis une semaine.");
  await head.page.getByLabel("Photos et fichiers").setInputFiles(picture("fenetre.png"));
  await head.button("Envoyer la demande").click();
  await head.at(ASKED);
  await head.look("a request of a school");
  const path = new URL(head.page.url()).pathname;

  await comeIn(town, "townOffice");
  await town.go("/demandes", "Demandes des écoles");
  await town.look("the board of a commune");
  await town.page.getByRole("main").getByRole("link", { name: ASKED }).click();
  await town.at(ASKED);
  await town.look("a request as the commune sees it");
  await town.button("Prendre en charge").click();
  await town.says("La demande est en cours.");
  await town.tick("Une note interne");
  await town.field("Votre texte").fill("Le menuisier passe en ville vendredi.");
  await town.button("Envoyer").click();
  await town.says("La note est gardée.");
  await town.page.locator("summary", { hasText: "Planifier" }).click();
  await town.page.getByLabel("Jour prévu").fill(nextWeek());
  await town.button("Planifier").click();
  await town.says("La demande est planifiée.");
  await town.look("a request that is planned");
  await town.go("/demandes/types", "Types de demandes");
  await town.look("the kinds a commune takes");
  await town.page.getByRole("main").getByRole("link", { name: "Travaux", exact: true }).click();
  await town.at("Travaux");
  await town.look("a kind of request");

  await head.go(path, ASKED);
  await head.says("Planifiée");
  assert.equal(await head.page.getByText("Le menuisier passe").count(), 0, "a note of the commune is shown to the school");
  await head.look("a request that was planned");
  await head.go("/demandes/tableau", "Tableau du mois");
  await head.look("the table of the month");
});

/** A day of next week, as a date control takes it. */
function nextWeek() {
  return new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
