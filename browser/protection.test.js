// Children are protected: they report, read their words again, ask to talk to one adult; parents decide about images.

import assert from "node:assert/strict";
import { journey } from "./journey.js";
import { pupilOf } from "./message.js";
import { picture } from "./picture.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const TABLET = { width: 768, height: 1024, touch: true };
const REPORT = "On voit mon cahier et je ne veux pas.";
const SECRET = "Des grands me prennent mon goûter.";

journey("a pupil reports a post and reads a hurtful word again", async ({ arrive }) => {
  const [pupil, head] = [await arrive(TABLET), await arrive()];
  await pupil.signIn("pupil");
  await pupil.link("Le journal de ma classe").tap();
  await pupil.at(/^Journal de la classe/);
  await pupil.page.locator(".card-title a").first().tap();
  await pupil.page.locator("article h1").waitFor();
  await pupil.link("Signaler ce billet").tap();
  await pupil.at("Signaler ce billet");
  await pupil.field("Qu’est-ce qui ne va pas ?").fill(REPORT);
  await pupil.button("Envoyer le signalement").tap();
  await pupil.says("Tes enseignants sont prévenus.");

  await head.signIn("head");
  await head.go("/a-valider", "À valider");
  const report = head.page.locator("article.panel", { hasText: REPORT });
  await report.getByText(`${pupilOf(head).first} `).first().waitFor();
  await head.look("what is to be validated");
  await head.press(report.getByRole("button", { name: "Classer sans suite" }));
  await head.says("Le signalement est classé.");
  assert.equal(await report.count(), 0, "a report that is settled waits still");
  await readAgain(pupil);
});

/** A watched word is shown once; what is sent again leaves as it is. @param {Visitor} pupil */
async function readAgain(pupil) {
  await pupil.go("/", /^Bonjour/);
  await pupil.link("J’écris").tap();
  await pupil.at("Nouveau billet");
  await pupil.field("Titre").fill("Le match");
  await pupil.page.locator(".editor-text").fill("Quel abruti cet arbitre.");
  await pupil.button("Soumettre").tap();
  await pupil.says("Relis ton texte");
  await pupil.says("Ce mot peut blesser");
  await pupil.look("a word to read again");
  await pupil.page.locator(".editor-text").fill("L’arbitre s’est trompé.");
  await pupil.button("Soumettre").tap();
  await pupil.at("Le match");
  await pupil.says("Bravo, ton billet est parti !");
}

journey("what a child asks an adult is read by that adult alone", async ({ arrive, house }) => {
  const [pupil, teacher, parent] = [await arrive(TABLET), await arrive(), await arrive()];
  await teacher.signIn("teacher");
  await parent.signIn("parent");
  await pupil.signIn("pupil");
  await pupil.link("J’ai besoin de parler").tap();
  await pupil.at("J’ai besoin de parler");
  assert.match(await pupil.page.title(), /^Ma page/, "the tab of a shared tablet says nothing");
  for (const number of ["119", "3018"]) assert.ok(await pupil.link(number).isVisible(), number);
  await pupil.look("a child who needs to talk");
  await pupil.page.locator("textarea[name=words]").fill(SECRET);
  await pupil.button(`Je voudrais parler à ${house.person("teacher").name}`).tap();
  await pupil.says("Ton message est parti.");
  await pupil.look("what a child sent");

  await teacher.go("/", "Aujourd’hui");
  await teacher.press(teacher.link("Un élève souhaite vous parler").first());
  await teacher.at(pupilOf(teacher).full);
  await teacher.says(SECRET);
  await teacher.look("what a child asks");
  const path = new URL(teacher.page.url()).pathname;
  await teacher.press(teacher.button("J’ai vu"));
  await teacher.says("L’enfant verra que vous avez lu sa demande.");
  await pupil.page.reload();
  await pupil.page.getByText(/l’a vu\./).first().waitFor();

  parent.expects(404);
  await parent.go(path, "Page introuvable");
  for (const [page, title] of [["/", "Aujourd’hui"], ["/messages", "Messages"], ["/carnet", "Carnet de liaison"]]) {
    await parent.go(page ?? "", title ?? "");
    assert.equal(await parent.page.getByText(/me prennent mon goûter|souhaite vous parler/).count(), 0, `a parent reads it on ${page}`);
  }
  await teacher.press(teacher.button("C’est fait"));
  await teacher.says("La demande est close.");
});

journey("a parent refuses an image by the keyboard, and who publishes is told", async ({ arrive }) => {
  const [parent, teacher] = [await arrive(), await arrive()];
  const { first, full } = pupilOf(parent);
  await parent.signIn("parent");
  await parent.go("/droit-image", "Droit à l’image");
  await parent.look("image rights");
  await refuse(parent, first);
  await parent.look("an image refused");

  await teacher.signIn("teacher");
  await teacher.press(teacher.link("Publier dans le journal"));
  await teacher.at("Nouveau billet");
  await teacher.field("Titre").fill("La photo de la sortie");
  await teacher.page.locator(".editor-text").fill("Nous voici devant le moulin.");
  await teacher.page.getByLabel("Photos").setInputFiles(picture("moulin.png"));
  await teacher.field("Description de la photo").fill("La classe devant un moulin");
  await teacher.press(teacher.button("Continuer vers la publication"));
  await teacher.at("Publier le billet");
  await teacher.page.getByText(/à flouter ou à retirer des photos/).first().waitFor();
  await teacher.page.getByRole("main").locator("li").getByText(full, { exact: true }).first().waitFor();
  await teacher.look("children not to be shown");
  const publish = teacher.page.getByRole("main").getByRole("button", { name: /^Publier/ });
  await teacher.press(publish);
  await teacher.page.locator(".error-summary:focus").waitFor();
  await teacher.look("photographs to be looked at first");
  await teacher.tick("J’ai vérifié : ces enfants ne sont reconnaissables sur aucune photo");
  await teacher.press(publish);
  await teacher.at("La photo de la sortie");
});

/** Answers for one child and one use with Tab, arrows and Enter. @param {Visitor} parent @param {string} child */
async function refuse(parent, child) {
  const { page } = parent;
  const part = page.locator("section.panel", { has: page.getByRole("heading", { level: 2, name: child, exact: true }) }).first();
  const use = part.getByRole("group", { name: "Journal de la classe" });
  const radios = use.getByRole("radio");
  const chosen = use.getByRole("radio", { checked: true });
  await parent.reach((await chosen.count()) > 0 ? chosen : radios.first());
  const refusal = use.getByRole("radio", { name: "Refuser" });
  for (let step = 0; step < 2 && !(await refusal.isChecked()); step += 1) await page.keyboard.press("ArrowDown");
  assert.ok(await refusal.isChecked(), "the arrows choose");
  await parent.press(part.getByRole("button", { name: `Enregistrer les réponses pour ${child}` }));
  await parent.says(`Les réponses pour ${child} sont enregistrées.`);
  await use.getByRole("radio", { name: "Refuser" }).and(page.locator(":checked")).waitFor();
}
