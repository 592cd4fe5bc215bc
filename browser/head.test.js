// A head at a computer: the school at a glance, its hours, its data, who teaches where, what must be taken down.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

journey("a head sets the hours of delivery", async ({ arrive }) => {
  const head = await arrive();
  const { page } = head;
  await head.signIn("head");
  await head.look("the home page");
  await head.press(head.place("Mon école"));
  await page.getByRole("heading", { level: 2, name: "Classes de l’année" }).waitFor();
  await head.look("the school");
  await head.press(head.link("Pause numérique"));
  await head.at("Pause numérique");
  await head.look("the hours");

  await page.getByLabel("Fin des remises").fill("06:00");
  await head.press(head.button("Enregistrer les heures"));
  await page.locator(".error-summary:focus").waitFor();
  await head.look("hours that end before they begin");
  // The link of the summary leads to the field.
  await head.press(page.locator(".error-summary a"));
  await page.locator("input[name=fin]:focus").waitFor();
  await page.getByLabel("Fin des remises").fill("18:30");
  await head.press(page.getByLabel("mercredi"), "Space");
  await head.press(head.button("Enregistrer les heures"));
  await head.says("Les heures de l’école sont enregistrées.");
  assert.equal(await page.getByLabel("Fin des remises").inputValue(), "18:30");
  assert.equal(await page.getByLabel("mercredi").isChecked(), false);
  await head.look("the hours once saved");
  await head.press(head.button("Revenir à la règle nationale"));
  await page.getByLabel("mercredi").and(page.locator(":checked")).waitFor();
  assert.equal(await page.getByLabel("Fin des remises").inputValue(), "20:00");
});

journey("a head checks the data and says who teaches where", async ({ arrive }) => {
  const head = await arrive();
  const { page } = head;
  await head.signIn("head");
  await head.press(head.link("Vérifier les données ONDE"));
  await head.at("Qualité ONDE");
  await head.look("the quality sheet");
  await head.press(head.link("Revenir à l’école"));
  await head.press(page.getByRole("main").getByRole("table").getByRole("rowheader").getByRole("link").first());
  await page.getByRole("heading", { level: 2, name: "Rattacher un enseignant" }).waitFor();
  await head.look("the class of a head");

  await head.press(head.button("Rattacher à la classe"));
  await page.locator(".error-summary:focus").waitFor();
  await head.look("nobody chosen");
  const choice = page.getByLabel("Membre de l’équipe");
  await head.press(choice, "ArrowDown");
  const name = await choice.locator("option:checked").textContent();
  await head.press(head.button("Rattacher à la classe"));
  await head.says("C’est fait : cette personne enseigne dans la classe.");
  await head.look("the class with one more teacher");
  await head.press(head.button(`Détacher ${name}`));
  await head.says(`C’est fait : ${name} n’enseigne plus dans la classe.`);

  await head.press(head.place("Mon école"));
  await head.press(head.link("Fiches de connexion de l’équipe"));
  await head.at(/^Fiches de connexion/);
  await head.look("the sheets of the team");
});

journey("a head takes a post down, and its author is told why", async ({ arrive }) => {
  const head = await arrive();
  const teacher = await arrive();
  await teacher.signIn("teacher");
  const card = teacher.page.locator(`.card-title a[href^="/billets/"]`).first();
  const title = (await card.textContent()) ?? "";
  const path = (await card.getAttribute("href")) ?? "";
  await head.signIn("head");
  await head.press(head.page.locator(`.card-title a[href="${path}"]`));
  await head.at(title);
  await head.look("a post of a class");
  await head.press(head.link("Dépublier"));
  await head.page.getByRole("dialog", { name: "Dépublier" }).waitFor();
  await head.type(head.field("Pour quelle raison ?"), "Une photo montre un enfant sans autorisation.");
  await head.press(head.button("Dépublier"));
  await head.says("Le billet est dépublié.");
  await head.look("the post taken down");

  await teacher.go("/", "Aujourd’hui");
  await teacher.says("Une photo montre un enfant sans autorisation.");
  await teacher.look("the reason, told to the author");
  const pupil = await arrive();
  await pupil.signIn("pupil");
  assert.equal(await pupil.page.locator(`a[href="${path}"]`).count(), 0, "a pupil still sees it");
  pupil.expects(404);
  await pupil.go(path, "Page introuvable");
  await pupil.look("a page that is not there");
});
