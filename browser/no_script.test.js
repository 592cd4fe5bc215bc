// Without script, nothing is lost but comfort: one signs in, writes, publishes, changes and leaves.

import assert from "node:assert/strict";
import { journey } from "./journey.js";
import { picture } from "./picture.js";

const TITLE = "Sans script";

journey("without script, a teacher signs in, publishes and signs out", async ({ arrive }) => {
  const teacher = await arrive({ script: false });
  const { page } = teacher;
  await teacher.go("/connexion", "Se connecter");
  await teacher.look("the door");
  await teacher.press(teacher.button("Se connecter"));
  await page.locator(".error-summary").waitFor();
  await teacher.look("the door with its error");
  await teacher.type(teacher.field("Identifiant"), teacher.house.person("teacher").login);
  await teacher.type(page.getByLabel("Mot de passe", { exact: true }), teacher.house.password);
  await page.keyboard.press("Enter");
  await teacher.at("Aujourd’hui");
  await teacher.look("the home page");

  await teacher.press(teacher.link("Publier dans le journal"));
  await teacher.at("Nouveau billet");
  await teacher.look("the form");
  await teacher.type(teacher.field("Titre"), TITLE);
  await teacher.type(teacher.field("Texte"), "Un premier paragraphe.\n\nUn second.");
  await page.getByLabel("Photos").setInputFiles(picture("pre.png"));
  await teacher.press(teacher.button("Enregistrer le brouillon"));
  await teacher.at(TITLE);
  await teacher.look("the draft");
  await teacher.press(teacher.link("Modifier"));
  await teacher.at("Modifier le billet");
  await teacher.type(teacher.field("Description de la photo 1"), "Un pré");
  await teacher.press(teacher.button("Continuer vers la publication"));
  await teacher.at("Publier le billet");
  await teacher.press(page.locator(".sees-who > summary"));
  await teacher.look("who will see it, and when");
  await teacher.press(page.getByRole("main").getByRole("button", { name: /^Publier/ }));
  await teacher.at(TITLE);
  assert.deepEqual(await page.locator("article .prose > p").allTextContents(), ["Un premier paragraphe.", "Un second."]);
  assert.equal(await page.getByRole("img", { name: "Un pré" }).count(), 1);
  await teacher.look("the published post");

  await teacher.press(page.locator(".account summary"));
  await teacher.look("the menu of the account");
  await teacher.press(teacher.button("Se déconnecter"));
  await teacher.at("Se connecter");
  await teacher.says("La déconnexion est faite.");
  await teacher.go("/", "Se connecter");
});
