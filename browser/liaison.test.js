// The carnet de liaison, by everybody at once: a teacher sends, a parent signs on a telephone, the other need not, the head sees.

import assert from "node:assert/strict";
import { deliverAlways, deliverNothingToday } from "./hours.js";
import { journey } from "./journey.js";
import { pupilOf } from "./message.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const PHONE = { width: 360, height: 740, touch: true };
const TITLE = "Sortie au moulin de jeudi";

journey("a mot is signed in two taps, corrected, and signed again", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const teacher = await arrive();
  await teacher.signIn("teacher");
  await write(teacher);
  // Only a public holiday makes an open school wait.
  if ((await teacher.page.getByText("Sera remis tout de suite").count()) === 0) return;
  await teacher.look("who will have it, and when");
  await teacher.press(teacher.page.getByRole("main").getByRole("button", { name: "Envoyer le mot" }));
  await teacher.at(TITLE);
  await teacher.says("Le mot est remis.");
  await teacher.look("a mot that was sent");
  const mot = new URL(teacher.page.url()).pathname;

  const parent = await arrive(PHONE);
  await parent.signIn("parent");
  await sign(parent);
  const other = await arrive();
  await other.signIn("otherParent");
  await other.go(mot, TITLE);
  await other.says(`Déjà fait pour ${pupilOf(other).first}`);
  await other.look("a mot the other parent signed");

  await follow(teacher, mot);
  await change(teacher, mot, "Correction de forme", "Départ à 8 h 45.");
  await parent.go(mot, TITLE);
  await parent.says("Vous avez signé");
  await parent.says("correction de forme");
  await parent.look("a mot that was corrected");
  await change(teacher, mot, "Nouvelle signature demandée", "Départ à 9 h 15.");
  await relance(teacher, mot);
  await parent.go("/", "Aujourd’hui");
  await parent.link(`L’école attend votre réponse à « ${TITLE} »`).tap();
  await parent.at(TITLE);
  await parent.button(/^Signer pour/).first().tap();
  await parent.says("Votre signature est enregistrée.");

  await head.go("/carnet", "Carnet de liaison");
  await head.look("the mots of a school");
  await head.page.getByRole("main").getByRole("link", { name: TITLE }).first().waitFor();
  await head.go(`${mot}/suivi`, "Suivi des réponses");
  await head.says("1 sur");
});

/** From a model to the last page before sending. @param {Visitor} teacher */
async function write(teacher) {
  const { page } = teacher;
  await teacher.press(teacher.place("Carnet de liaison"));
  await teacher.at("Carnet de liaison");
  await teacher.look("the mots of a teacher");
  await teacher.press(page.getByRole("main").getByRole("link", { name: /^Écrire/ }).first());
  await teacher.at("Nouveau mot");
  await teacher.press(page.getByRole("navigation", { name: "Commencer par un modèle" }).getByRole("link", { name: "Sortie à la journée" }));
  await page.waitForURL((url) => url.searchParams.get("modele") === "sortie");
  await teacher.at("Nouveau mot");
  assert.ok(await page.getByRole("radio", { name: "Signer", exact: true }).isChecked(), "the model asks for a signature");
  assert.match(await page.locator(".editor-text").innerText(), /La classe part en sortie/);
  await teacher.type(teacher.field("Titre"), TITLE);
  await page.getByLabel("Dernier jour pour répondre").fill(nextWeek());
  await teacher.says("Sera remis");
  await teacher.look("a mot from a model");
  await teacher.press(teacher.button("Continuer vers l’envoi"));
  await teacher.at("Envoyer le mot");
}

/** One tap opens, the second signs. @param {Visitor} parent */
async function sign(parent) {
  await parent.at("Aujourd’hui");
  await parent.look("a home page with something to sign");
  await parent.page.locator(".task a.row-title", { hasText: TITLE }).first().tap();
  await parent.at(TITLE);
  await parent.look("a mot to sign");
  await parent.button(/^Signer pour/).first().tap();
  await parent.says("Votre signature est enregistrée.");
  await parent.look("a mot signed");
}

/** The grid says who signed; on paper it stands alone. @param {Visitor} teacher @param {string} mot */
async function follow(teacher, mot) {
  const { page } = teacher;
  await teacher.go(`${mot}/suivi`, "Suivi des réponses");
  await teacher.says("1 sur");
  const row = page.getByRole("row").filter({ hasText: pupilOf(teacher).full });
  await row.getByText("signé", { exact: true }).first().waitFor();
  await teacher.look("the follow-up");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("navigation", { name: "Navigation principale" }).isVisible(), false, "the navigation is printed");
  assert.equal(await teacher.link("Exporter la preuve (PDF)").isVisible(), false, "buttons are printed");
  assert.ok(await row.isVisible(), "the grid is not printed");
  await page.emulateMedia({ media: "screen" });
}

/** Changes the text of a mot that was signed. @param {Visitor} teacher @param {string} mot @param {string} meaning @param {string} text */
async function change(teacher, mot, meaning, text) {
  const { page } = teacher;
  await teacher.go(mot, TITLE);
  await teacher.press(teacher.link("Modifier"));
  await teacher.at("Modifier le mot");
  await page.locator(".editor-text").fill(text);
  await page.locator("label", { hasText: meaning }).click();
  await teacher.look(`the form of a mot to change: ${meaning}`);
  await teacher.press(teacher.button("Enregistrer les modifications"));
  await teacher.at(TITLE);
  await teacher.says(text);
  await teacher.press(teacher.link("Voir ce qui a changé"));
  await teacher.at("Versions du mot");
  await teacher.look(`the versions of a mot: ${meaning}`);
}

/** Once a day, to those who have not signed. @param {Visitor} teacher @param {string} mot */
async function relance(teacher, mot) {
  await teacher.go(`${mot}/suivi`, "Suivi des réponses");
  await teacher.press(teacher.button("Relancer ceux qui n’ont pas signé"));
  await teacher.page.getByText(/relancés?, dans les heures de l’école/).first().waitFor();
  await teacher.says("Déjà relancés aujourd’hui");
  await teacher.look("the follow-up after reminding");
}

journey("out of hours a mot waits, and may be taken back", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverNothingToday(head);
  const [teacher, parent] = [await arrive(), await arrive(PHONE)];
  await teacher.signIn("teacher");
  await write(teacher);
  await teacher.says("Jusque-là, vous pourrez encore modifier le mot ou annuler son envoi.");
  await teacher.press(teacher.page.getByRole("main").getByRole("button", { name: "Envoyer à cette heure" }));
  await teacher.at(TITLE);
  await teacher.says("Jusque-là, il peut encore être modifié, et son envoi annulé.");
  await teacher.look("a mot that waits for its hour");
  const mot = new URL(teacher.page.url()).pathname;
  await parent.signIn("parent");
  assert.equal(await parent.page.getByText(TITLE).count(), 0, "the parent sees what must wait");
  parent.expects(404);
  await parent.go(mot, "Page introuvable");
  await teacher.press(teacher.button("Annuler l’envoi"));
  await teacher.says("L’envoi est annulé : le mot est de nouveau un brouillon.");
});

/** A day of next week, as a date control takes it. */
function nextWeek() {
  return new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
