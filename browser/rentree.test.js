// A head on the day of the rentrée, whatever the day of the demonstration: a pupil nobody announced, somebody who comes for a
// while, who teaches on which days, what the school opens, who acts meanwhile, the sheets, and what ONDE says.

import assert from "node:assert/strict";
import { journey } from "./journey.js";
import { today } from "./office.js";
import { openSchool } from "./school.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

journey("on the first morning a pupil nobody announced is in the class", async ({ arrive }) => {
  const [head, teacher] = [await arrive(), await arrive({ width: 360, height: 740, touch: true })];
  await head.signIn("head");
  const { classes } = await openSchool(head);
  await addPupil(head, classes[0] ?? "");
  await head.link("Trombinoscope").click();
  await head.says("Zoé Plantevin");
  await head.look("the faces of the class");
  await teacher.signIn("teacher");
  await teacher.go(classes[0] ?? "", /./);
  await teacher.says("Zoé Plantevin (provisoire)");
  await teacher.look("the class of a teacher, with a pupil of the first morning");
  await withdraw(head, classes[0] ?? "");
});

/** @param {Visitor} head @param {string} place */
async function addPupil(head, place) {
  const { page } = head;
  await head.go(place, /./);
  await head.look("the class of the first morning");
  await head.link("Ajouter un élève").click();
  await head.at("Ajouter un élève");
  await head.look("a pupil to add");
  await head.button("Ajouter").click();
  await page.locator(".error-summary:focus").waitFor();
  await head.look("a pupil without a name");
  await head.field("Prénom").first().fill("Zoé");
  await page.getByLabel("Nom", { exact: true }).first().fill("Plantevin");
  await page.getByLabel("Date de naissance").fill("2021-04-12");
  await head.button("Ajouter").click();
  await head.says("Zoé Plantevin est dans la classe.");
  await head.says("Zoé Plantevin (provisoire)");
  await head.look("the class with a pupil of the first morning");
}

/** The pupil did not stay. @param {Visitor} head @param {string} place */
async function withdraw(head, place) {
  const { page } = head;
  await head.go(`${place}/eleves/nouveau`, "Ajouter un élève");
  await page.getByRole("main").getByRole("link", { name: /Zoé Plantevin/ }).click();
  await head.at("Zoé Plantevin");
  await page.getByText("Cet élève n’est pas venu, ou a été ajouté par erreur").click();
  await head.look("a pupil of the first morning");
  await head.button("Retirer Zoé Plantevin de la classe").click();
  await head.says("C’est fini pour Zoé Plantevin");
  await head.go(place, /./);
  assert.equal(await page.getByText("Zoé Plantevin").count(), 0, "the pupil is still in the class");
}

journey("a head has somebody in for a while, says who teaches when, and names who acts meanwhile", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  const { school, classes } = await openSchool(head);
  await addGuest(head, school);
  await shareClass(head, classes.at(-1) ?? "");
  await name(head, school);
});

/** @param {Visitor} head @param {string} school */
async function addGuest(head, school) {
  const { page } = head;
  await head.go(`${school}/personnes`, "Personnes ajoutées par l’école");
  await head.look("nobody was entered by the school yet");
  await head.link("Ajouter · Intervenant ou invité").click();
  await head.at("Ajouter une personne");
  await head.look("somebody to enter");
  await head.field("Prénom").fill("Basile");
  await page.getByLabel("Nom", { exact: true }).fill("Roumagnac");
  await head.tick("Intervenant ou invité");
  await head.button("Ajouter").click();
  await page.locator(".error-summary:focus").waitFor();
  assert.equal(await head.field("Prénom").inputValue(), "Basile", "what was typed is kept");
  await head.look("somebody who comes for a while, without a last day");
  await page.getByLabel("Dernier jour").fill(today());
  await page.getByRole("group", { name: "Classes et groupes" }).locator("label").first().click();
  await head.button("Ajouter").click();
  await head.says("Basile Roumagnac est dans l’annuaire de l’école.");
  await head.at("Personnes ajoutées par l’école");
  await head.says("jusqu’au");
  await head.look("who was entered by the school");
}

/** Two teachers, each with days. @param {Visitor} head @param {string} place */
async function shareClass(head, place) {
  const { page } = head;
  await head.go(place, /./);
  const days = page.getByRole("link", { name: /^Jours de présence/ });
  const name = ((await days.first().textContent()) ?? "").replace(/^.*: /, "");
  await days.first().click();
  await head.at("Jours de présence");
  await head.look("the days of a teacher");
  await page.getByLabel("Lundi").selectOption({ label: "Toute la journée" });
  await page.getByLabel("Mardi").selectOption({ label: "Le matin" });
  await head.button("Enregistrer les jours").click();
  await head.says("C’est fait : les jours de présence sont notés.");
  await page.locator("li", { hasText: name }).getByText(/lundi et mardi matin/).first().waitFor();
  await head.look("the class once the days are said");
}

/** @param {Visitor} head @param {string} school */
async function name(head, school) {
  const { page } = head;
  await head.go(`${school}/reglages`, "Réglages de l’école");
  await head.look("the settings");
  await head.link("Délégations").click();
  await head.at("Délégations");
  await head.look("no delegation");
  await head.button("Déléguer").click();
  await page.locator(".error-summary:focus").waitFor();
  await head.look("a delegation to nobody");
  await page.getByLabel("Personne de l’équipe").selectOption({ index: 1 });
  await page.getByLabel("Dernier jour").fill(today());
  await head.button("Déléguer").click();
  await head.says("C’est fait. La personne est prévenue");
  await head.look("a delegation");
  await head.button(/^Mettre fin à la délégation/).click();
  await head.says("C’est fait : la délégation est arrêtée");
  await head.look("a delegation that was ended");
}

journey("a head closes a service to pupils, and opens it again", async ({ arrive }) => {
  const [head, pupil] = [await arrive(), await arrive()];
  await head.signIn("head");
  await pupil.signIn("pupil");
  const journal = pupil.place("Journal").first();
  await journal.waitFor();
  const { school } = await openSchool(head);
  await set(head, school, false);
  await pupil.go("/", /./);
  assert.equal(await pupil.place("Journal").count(), 0, "the journal is still offered");
  await set(head, school, true);
  await pupil.go("/", /./);
  await journal.waitFor();
});

/** The journal of the classes, for the pupils. @param {Visitor} head @param {string} school @param {boolean} open */
async function set(head, school, open) {
  await head.go(`${school}/services`, "Services ouverts");
  await head.look("what the school opens");
  const box = head.page.getByRole("group", { name: /^Journal de classe/ }).getByLabel("Élèves");
  assert.equal(await box.isChecked(), !open);
  await head.page.locator(`label[for="${await box.getAttribute("id")}"]`).click();
  await head.button("Voir ce que cela change").click();
  await head.at("Ce qui va changer");
  await head.says(`Journal de classe : ${open ? "ouvert" : "fermé"} (Élèves).`);
  await head.look("what is going to change");
  await head.button("Appliquer maintenant").click();
  await head.says("C’est fait : les services sont réglés ainsi dès maintenant.");
}

journey("a head prints the sheets, eight on a page", async ({ arrive }) => {
  const head = await arrive();
  const { page } = head;
  await head.signIn("head");
  const { school } = await openSchool(head);
  await head.go(`${school}/comptes`, /^Comptes/);
  await head.look("the accounts of the team");
  await page.getByRole("link", { name: "Familles", exact: true }).click();
  await page.locator("[aria-current]", { hasText: "Familles" }).waitFor();
  await head.look("the accounts of the families");
  await page.getByRole("link", { name: "Élèves", exact: true }).click();
  await page.locator("[aria-current]", { hasText: "Élèves" }).waitFor();
  await head.look("the accounts of the pupils");
  await page.getByRole("link", { name: "Équipe", exact: true }).click();
  await page.getByRole("link", { name: /^Jamais connecté/ }).waitFor();
  await openChosen(page);
  await head.button("Imprimer les fiches choisies").click();
  await head.says("Personne n’est choisi.");
  await head.look("nobody chosen on the board");
  await openChosen(page);
  await page.getByRole("main").getByText(/^Tous les comptes affichés/).click();
  await page.getByLabel("Format des fiches").selectOption({ label: "8 par page, à découper" });
  const printed = page.waitForEvent("download");
  await head.button("Imprimer les fiches choisies").click();
  assert.match((await printed).suggestedFilename(), /\.pdf$/);
  await head.go(`${school}/comptes`, /^Comptes/);
  await page.getByRole("link", { name: /^Invité/ }).waitFor();
  await head.look("the accounts once the sheets are printed");
});

/** What can be done for several accounts is folded. @param {import("playwright-core").Page} page */
async function openChosen(page) {
  await page.getByText("Imprimer ou écrire à plusieurs").click();
}

journey("a head checks what ONDE says, and notes what is to be corrected there", async ({ arrive }) => {
  const head = await arrive();
  const { page } = head;
  await head.signIn("head");
  const { school } = await openSchool(head);
  await head.go(`${school}/onde`, "Vérifier avec ONDE");
  await head.look("the page of ONDE");
  await head.button("Lire les fichiers").click();
  await page.locator(".error-summary:focus").waitFor();
  await head.look("no file was chosen");
  await page.getByLabel("Fichiers CSV").setInputFiles({ name: "eleves.csv", mimeType: "text/csv", buffer: extraction() });
  await head.button("Lire les fichiers").click();
  await head.says("Les fichiers sont lus et comparés avec l’annuaire.");
  await head.says("Élèves d’ONDE absents de l’annuaire");
  await head.says("PLANTEVIN");
  await head.look("what differs between ONDE and the directory");
  assert.equal(await page.getByRole("button", { name: "Appliquer à l’école" }).count(), 0, "ONDE overwrites a directory that is delivered");

  await head.link("À corriger dans ONDE").first().click();
  await head.at("À corriger dans ONDE");
  await head.look("what is to be corrected");
  await head.button("Signaler l’erreur").click();
  await page.locator(".error-summary:focus").waitFor();
  await head.look("a correction of nobody");
  await page.getByLabel("Élève").selectOption({ index: 1 });
  await page.getByLabel("Ce qui est faux").selectOption({ label: "Prénom" });
  await head.field("Ce qui est juste").fill("Le prénom s’écrit avec deux n.");
  await head.button("Signaler l’erreur").click();
  await head.says("C’est noté dans la liste.");
  await head.look("a correction that was noted");
  await head.button("Marquer comme fait").first().click();
  await head.says("La correction est faite.");
  await head.look("a correction that was made");
});

/** An extraction of the pupils: one the directory does not know, in the charset of the application. */
function extraction() {
  const header = "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Cycle;Niveau;Libellé classe;Identifiant classe";
  const line = "PLANTEVIN;;Zoé;12/04/2021;F;990000001AB;CYCLE I;GS;GS Mme Garcia-Montes;880021";
  return Buffer.from(`${header}\r\n${line}\r\n`, "latin1");
}

journey("a head makes a group of a rule, and one of pupils chosen one by one", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  const { school } = await openSchool(head);
  await head.go(`${school}/groupes`, "Groupes");
  await head.look("no group yet");
  await makeGroup(head, "Les grands", "Des élèves choisis par une règle");
  await head.look("the rule of a group");
  await head.button("Enregistrer la composition").click();
  await head.page.locator(".error-summary:focus").waitFor();
  await head.look("a rule that names nobody");
  await head.page.getByRole("group", { name: "Classes", exact: true }).locator("label").first().click();
  await head.button("Enregistrer la composition").click();
  await head.says("La composition du groupe est enregistrée.");
  await head.says("Règle : tous les élèves des classes suivantes");
  await head.look("a group of a rule");

  await head.go(`${school}/groupes`, "Groupes");
  await makeGroup(head, "La chorale", "Des élèves choisis un par un");
  await head.page.locator("details.kept-part").first().evaluate((details) => details.setAttribute("open", ""));
  await head.page.locator("details.kept-part label").first().click();
  await head.look("the pupils of a group, to be ticked");
  await head.button("Enregistrer la composition").click();
  await head.says("La composition du groupe est enregistrée.");
  await head.look("a group of one pupil");
  await head.link("Mettre fin au groupe").click();
  await head.at(/^Mettre fin au groupe/);
  await head.look("a group, before it ends");
  await head.button("Mettre fin au groupe").click();
  await head.says("C’est fait : le groupe est terminé.");
  await head.go(`${school}/groupes`, "Groupes");
  await head.says("Les grands");
  await head.look("the groups of the school");
});

/** Opens the form from the list, and fills it in. @param {Visitor} head @param {string} name @param {string} way */
async function makeGroup(head, name, way) {
  const { page } = head;
  await head.link("Créer un groupe").first().click();
  await head.at("Nouveau groupe");
  await head.look("a group to make");
  await head.button("Continuer").click();
  await page.locator(".error-summary:focus").waitFor();
  await head.look("a group without a name");
  await head.field("Nom du groupe").fill(name);
  await page.locator("label", { hasText: "Projet" }).click();
  await page.locator("label", { hasText: way }).click();
  await page.getByLabel("Dernier jour").fill(today());
  await head.button("Continuer").click();
  await head.says("Le groupe est créé.");
}
