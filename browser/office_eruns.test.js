// A teacher asks for help; the digital adviser of the circonscription answers and solves.

import { journey } from "./journey.js";
import { comeIn } from "./office.js";

const ASKED = "Le carnet ne s’imprime plus";
const ANSWER = "Choisissez « Enregistrer en PDF » dans la fenêtre d’impression, puis imprimez ce fichier.";

journey("an adviser solves what a teacher asks", async ({ arrive }) => {
  const [teacher, adviser] = [await arrive(), await arrive()];
  await teacher.signIn("teacher");
  await teacher.go("/assistance", "Assistance");
  await teacher.look("the help of a teacher");
  await teacher.press(teacher.link("Demander de l’aide"));
  await teacher.at("Demander de l’aide");
  await teacher.look("a question first");
  await teacher.type(teacher.page.getByRole("searchbox", { name: "Votre question" }), ASKED);
  await teacher.press(teacher.button("Continuer"));
  await teacher.page.getByRole("heading", { level: 2, name: "Écrire à l’assistance" }).waitFor();
  await teacher.look("what answers already, then the form");
  await teacher.button("Envoyer la demande").click();
  await teacher.page.locator(".error-summary:focus").waitFor();
  await teacher.look("a request without a text");
  await teacher.tick("Incident");
  const origin = teacher.page.locator("input[name=origin]").first();
  if (await origin.count()) await teacher.page.locator('label[for="f-origin"]').click();
  await teacher.page.locator(".editor-text").fill("Rien ne sort de l’imprimante depuis ce matin.");
  await teacher.button("Envoyer la demande").click();
  await teacher.at(ASKED);
  await teacher.look("a request for help");
  const path = new URL(teacher.page.url()).pathname;

  await comeIn(adviser, "adviser");
  await adviser.press(adviser.place("Assistance"));
  await adviser.at("Assistance");
  await adviser.look("the desk of an adviser");
  await adviser.press(adviser.page.getByRole("main").getByRole("link", { name: ASKED, exact: true }).first());
  await adviser.at(ASKED);
  await adviser.look("a request at the desk");
  await adviser.button("Prendre en charge").click();
  await adviser.says("La demande est prise en charge.");
  await adviser.page.locator(".editor-text").fill(ANSWER);
  await adviser.tick("J’attends une précision du demandeur");
  await adviser.button("Envoyer").click();
  await adviser.says("Votre réponse est envoyée.");
  await adviser.look("a request that waits for its author");

  await teacher.go(path, ASKED);
  await teacher.says(ANSWER);
  await teacher.look("an answer");
  await teacher.page.locator(".editor-text").fill("Cela marche, merci.");
  await teacher.button("Envoyer").click();
  await teacher.says("Votre réponse est envoyée.");

  await adviser.go(path, ASKED);
  await adviser.page.locator("summary", { hasText: "Résoudre la demande" }).click();
  await adviser.field("Un mot pour le demandeur").fill("Bonne impression !");
  await adviser.button("Résoudre").click();
  await adviser.says("La demande est résolue.");
  await adviser.look("a request that is solved");
  await adviser.go("/assistance/chiffres", /./);
  await adviser.look("the figures of a desk");

  await teacher.go(path, ASKED);
  await teacher.tick("La réponse m’a aidé");
  await teacher.button("Donner mon avis").click();
  await teacher.says("Merci de votre avis.");
  await teacher.look("a request that was rated");
});
