// A parent with a telephone: comes in for the first time, hears from the class, and says when something is wrong.

import assert from "node:assert/strict";
import { deliverAlways, deliverNothingToday } from "./hours.js";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const PHONE = { width: 360, height: 740, touch: true };
const TITLE = "Le spectacle de vendredi";
/** The message of the demonstration the parent has not opened. */
const UNREAD = "Un livre à rapporter";
/** The answer of the help desk, and what was asked. */
const ANSWERED = /^Réponse à votre demande d’aide/;
const HELP = "Le code du second parent est refusé";

journey("a parent comes in for the first time", async ({ arrive, house }) => {
  const parent = await arrive(PHONE);
  const { page } = parent;
  await parent.go("/connexion", "Se connecter");
  await parent.link(/^Première connexion/).tap();
  await parent.at("Activer mon compte");
  await parent.look("the page of activation");
  await parent.field("Identifiant").fill(house.newcomer.login);
  await parent.field("Code d’activation").fill("aaaa aaaa");
  await parent.button("Continuer").tap();
  await page.locator(".error-summary:focus").waitFor();
  await parent.look("a wrong code");
  await parent.field("Code d’activation").fill(house.newcomer.code.toUpperCase());
  await parent.button("Continuer").tap();
  await parent.at(/^Bonjour/);
  await parent.look("the password and the charter");

  await choosePassword(parent);
  await parent.button("Activer mon compte et entrer").tap();
  await page.locator(".error-summary:focus").waitFor();
  await parent.look("the charter to be accepted");
  await parent.tick("J’ai lu la charte et je l’accepte.");
  await typePasswords(parent);
  await parent.button("Activer mon compte et entrer").tap();
  await parent.at("Aujourd’hui");
  await parent.look("the home page");
});

/** Advice follows what is typed. @param {Visitor} parent */
async function choosePassword(parent) {
  const field = parent.page.getByLabel("Nouveau mot de passe");
  for (const [typed, advice] of [
    ["chat", "Encore un peu court"],
    ["aaaaaaaaaaaaaaa", "Encore trop simple"],
    ["Un jardin sous 3 lunes", "Bonne longueur et bon mélange"],
  ]) {
    await field.fill(typed ?? "");
    await parent.page.getByRole("status").filter({ hasText: advice ?? "" }).waitFor();
  }
  await parent.button("Afficher le mot de passe").tap();
  assert.equal(await field.getAttribute("type"), "text");
  await parent.look("a password that is shown");
  await typePasswords(parent);
}

/** @param {Visitor} parent */
async function typePasswords(parent) {
  await parent.page.getByLabel("Nouveau mot de passe").fill("Un jardin sous 3 lunes");
  await parent.page.getByLabel("Le même mot de passe, une deuxième fois").fill("Un jardin sous 3 lunes");
}

journey("what a teacher publishes reaches a parent who is looking", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const parent = await arrive(PHONE);
  await parent.signIn("parent");
  await readMessage(parent);
  await children(parent);
  const badge = parent.page.locator("live-badge");
  assert.equal(await badge.isVisible(), false, "nothing is new yet");

  const teacher = await arrive();
  await teacher.signIn("teacher");
  // Only a public holiday makes an open school wait.
  if (!(await publish(teacher))) return await seesNothing(parent);
  await badge.waitFor();
  assert.match((await badge.textContent()) ?? "", /1 nouveauté/);
  assert.match(await parent.page.title(), /^\(1\) /);
  await parent.look("a badge that came by itself");

  await parent.place(/Aujourd’hui/).tap();
  await parent.page.getByRole("link", { name: TITLE }).waitFor();
  await parent.look("the home page with something new");
  await parent.page.getByRole("link", { name: TITLE }).tap();
  await parent.at(TITLE);
  await parent.look("the post");
  await report(parent);
  await settle(teacher);
});

/** Opens what waits since before: the badge then counts what comes alone. @param {Visitor} parent */
async function readMessage(parent) {
  await parent.go("/messages", "Messages");
  await parent.page.getByRole("main").getByRole("link", { name: UNREAD }).first().tap();
  await parent.at(UNREAD);
  await parent.look("a message about a child");
  await parent.go("/", "Aujourd’hui");
  await parent.page.getByRole("main").getByRole("link", { name: ANSWERED }).first().tap();
  await parent.at(HELP);
  await parent.look("an answer of the help desk");
}

/** Several children: each has a face on top, and a page. @param {Visitor} parent */
async function children(parent) {
  const faces = parent.page.getByRole("navigation", { name: "Enfants ou classes" }).getByRole("link");
  const names = await faces.allTextContents();
  assert.match(names[0] ?? "", /Tous$/);
  assert.ok(names.length > 2, `« Tous » and several children, not ${names}`);
  await parent.look("the home page of several children");
  await faces.nth(1).tap();
  await parent.at((names[1] ?? "").slice(1));
  await parent.look("the page of a child");
  await parent.place("Journal").tap();
  await parent.at("Journaux");
  await parent.look("the journals");
  await faces.nth(0).tap();
  await parent.at("Aujourd’hui");
}

/** Whether the post is delivered at once. @param {Visitor} teacher */
async function publish(teacher) {
  await teacher.link("Publier dans le journal").click();
  await teacher.at("Nouveau billet");
  await teacher.field("Titre").fill(TITLE);
  await teacher.page.locator(".editor-text").fill("Rendez-vous à 18 heures sous le préau.");
  await teacher.tick("Ouvrir les commentaires");
  await teacher.button("Continuer vers la publication").click();
  await teacher.at("Publier le billet");
  const atOnce = await teacher.page.getByText("Le billet sera visible dès sa publication.").isVisible();
  await teacher.page.getByRole("main").getByRole("button", { name: /^Publier/ }).click();
  await teacher.at(TITLE);
  return atOnce;
}

/** @param {Visitor} parent */
async function report(parent) {
  await parent.field("Écrire un commentaire").fill("Nous viendrons à quatre.");
  await parent.button("Envoyer le commentaire").tap();
  await parent.says("Il sera visible après relecture.");
  await parent.look("a comment that waits");
  await parent.link("Signaler ce billet").tap();
  await parent.at("Signaler ce billet");
  await parent.look("the report to write");
  await parent.button("Envoyer le signalement").tap();
  await parent.page.locator(".error-summary:focus").waitFor();
  await parent.look("a report without words");
  await parent.field("Qu’est-ce qui ne va pas ?").fill("L’heure n’est pas la bonne.");
  await parent.button("Envoyer le signalement").tap();
  await parent.says("La direction et les enseignants sont prévenus.");
}

/** The teacher reads what the parent wrote, and treats it. @param {Visitor} teacher */
async function settle(teacher) {
  await teacher.place(/Aujourd’hui/).click();
  await teacher.at("Aujourd’hui");
  await teacher.look("what is to be treated");
  await teacher.link(`Le billet « ${TITLE} » a été signalé.`).click();
  await teacher.at(TITLE);
  await teacher.says("Vu par 1 famille sur");
  await teacher.says("« L’heure n’est pas la bonne. »");
  await teacher.look("a report and a comment to treat");
  await teacher.button("Valider le commentaire").click();
  await teacher.says("Le commentaire est visible.");
  await teacher.button("Classer les signalements").click();
  await teacher.says("Les signalements sont classés.");
  await teacher.look("all is treated");
}

journey("out of hours, what a teacher publishes waits", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverNothingToday(head);
  const teacher = await arrive();
  await teacher.signIn("teacher");
  assert.equal(await publish(teacher), false);
  await teacher.says("Sera remis");
  await teacher.look("a post that waits for its hour");
  const parent = await arrive(PHONE);
  await parent.signIn("parent");
  await readMessage(parent);
  await seesNothing(parent);
});

/** @param {Visitor} parent */
async function seesNothing(parent) {
  // A first look marks what was there before the journey as seen.
  await parent.go("/", "Aujourd’hui");
  await parent.go("/", "Aujourd’hui");
  assert.equal(await parent.page.getByText(TITLE).count(), 0, "the parent sees what must wait");
  assert.equal(await parent.page.locator("live-badge").isVisible(), false);
}

journey("at a computer, a post opened with the mouse counts as seen", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const teacher = await arrive();
  await teacher.signIn("teacher");
  if (!(await publish(teacher))) return;
  const parent = await arrive();
  await parent.signIn("otherParent");
  // A hand rests on the card before it presses: nothing may be fetched, nor noted, before.
  await parent.page.getByRole("link", { name: TITLE }).hover();
  await parent.page.waitForTimeout(500);
  await parent.page.getByRole("link", { name: TITLE }).click();
  await parent.at(TITLE);
  await parent.look("the post at a computer");
  await teacher.page.reload();
  await teacher.says("Vu par 1 famille sur");
});
