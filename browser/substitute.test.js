// A substitute: a head opens a class by a code, somebody without a class types it, works there, and loses it at the end.

import assert from "node:assert/strict";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const TITLE = "Les vendanges à l’école";
const DAYS = "2";

journey("a head opens a class, a substitute works in it, and it closes again", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const code = await openClass(head);

  const substitute = await arrive();
  await substitute.signIn("substitute");
  await substitute.look("the home page of a substitute without a class");
  const path = await takeClass(substitute, code);
  await publish(substitute);

  const tardy = await arrive();
  await tardy.signIn("substitute");
  await refuse(tardy, code, "Ce code a déjà servi ou n’est plus valable. Demandez-en un autre.");

  await endReplacement(head, substitute.house.person("substitute").name);
  substitute.expects(404);
  await substitute.go(path, "Page introuvable");
  await substitute.go(`${path}/journal`, "Page introuvable");
  await substitute.look("a class that is closed again");
  await substitute.go("/", "Aujourd’hui");
  assert.equal(await substitute.page.locator(`a[href^="${path}"]`).count(), 0, "the class is still shown");
  await substitute.place("Code de remplacement").waitFor();

  // What was written in the class stays in the class.
  await head.go("/", "Aujourd’hui");
  await head.link(TITLE).first().waitFor();
});

/** Opens the class of the teacher for two days; gives the code. @param {Visitor} head */
async function openClass(head) {
  const { page } = head;
  await head.press(head.place("Mon école"));
  await head.press(head.link("Remplacements"));
  await head.at("Remplacements");
  await head.look("the replacements of a school");
  await head.press(head.link(/^GS /));
  await head.button("Créer le code").waitFor();
  await head.press(head.button("Créer le code"));
  await page.locator(".error-summary:focus").waitFor();
  await head.says("Indiquez un nombre de jours de 1 à 30.");
  await head.look("a replacement without its days");
  await head.type(page.getByLabel("Nombre de jours de classe"), DAYS);
  await head.press(page.getByLabel("Qui est remplacé"), "ArrowDown");
  await head.press(head.button("Créer le code"));
  await head.at("Code de remplacement");
  await head.look("the slip of a substitute");
  const code = (await page.locator("main [translate=no]").first().textContent()) ?? "";
  assert.match(code, /^\S{5} \S{5}$/);
  return code;
}

/** A wrong code, then the right one, as one types it; gives the address of the class. @param {Visitor} substitute @param {string} code */
async function takeClass(substitute, code) {
  const { page } = substitute;
  await substitute.press(substitute.place("Code de remplacement"));
  await substitute.at("Ouvrir une classe en remplacement");
  await substitute.look("where a code is typed");
  await refuse(substitute, "abcde 23456", "Ce code n’est pas reconnu. Vérifiez chaque lettre, puis recommencez.");
  await substitute.look("a code that is none");
  await substitute.type(substitute.field("Code de remplacement"), code.replace(" ", "").toUpperCase());
  await substitute.press(substitute.button("Ouvrir la classe"));
  await substitute.says("vous est ouverte jusqu’au");
  await substitute.look("the class of a substitute");
  const path = new URL(page.url()).pathname;
  assert.match(path, /^\/classes\/[^/]+$/);
  await substitute.press(substitute.link("Trombinoscope"));
  await substitute.page.getByRole("main").getByText("MOLINIÉ").first().waitFor();
  return path;
}

/** @param {Visitor} visitor @param {string} code @param {string} why */
async function refuse(visitor, code, why) {
  await visitor.go("/remplacement", "Ouvrir une classe en remplacement");
  await visitor.type(visitor.field("Code de remplacement"), code);
  await visitor.press(visitor.button("Ouvrir la classe"));
  await visitor.page.locator(".error-summary:focus").waitFor();
  await visitor.says(why);
}

/** @param {Visitor} substitute */
async function publish(substitute) {
  await substitute.go("/", "Aujourd’hui");
  await substitute.look("the home page of a substitute");
  await substitute.press(substitute.link("Publier dans le journal"));
  await substitute.at("Nouveau billet");
  await substitute.type(substitute.field("Titre"), TITLE);
  await substitute.reach(substitute.field("Texte"));
  await substitute.page.keyboard.type("Nous avons pressé le raisin.");
  await substitute.press(substitute.button("Continuer vers la publication"));
  await substitute.at("Publier le billet");
  await substitute.press(substitute.page.getByRole("main").getByRole("button", { name: /^Publier/ }));
  await substitute.at(TITLE);
  await substitute.look("a post of a substitute");
}

/** @param {Visitor} head @param {string} name */
async function endReplacement(head, name) {
  await head.press(head.link("Revenir aux remplacements"));
  await head.at("Remplacements");
  await head.says(`par ${name}`);
  await head.look("a replacement that runs");
  await head.press(head.link("Mettre fin au remplacement"));
  await head.at("Mettre fin au remplacement");
  await head.look("before a replacement is ended");
  await head.press(head.button("Mettre fin au remplacement"));
  await head.says("C’est fait : la classe n’est plus ouverte par ce code.");
  await head.look("a replacement that was ended");
}
