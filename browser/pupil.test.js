// A pupil with a tablet: reads, writes, and waits for a grown-up to read it over.

import assert from "node:assert/strict";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";
import { picture } from "./picture.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const TABLET = { width: 768, height: 1024, touch: true };
const TITLE = "Mon herbier";

journey("a pupil writes, a teacher has it corrected, and the class reads it", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const pupil = await arrive(TABLET);
  await pupil.go("/connexion", "Se connecter");
  await pupil.look("the door on a tablet");
  await pupil.signIn("pupil");
  await pupil.at(/^Bonjour .* !$/);
  await pupil.look("the home page of a pupil");
  await noCounter(pupil);
  await write(pupil);

  const teacher = await arrive();
  await teacher.signIn("teacher");
  await teacher.look("something to read over");
  await giveBack(teacher);
  await correct(pupil);
  const delivered = await publish(teacher);
  await pupil.go("/", /^Bonjour/);
  await pupil.link(`Le billet « ${TITLE} » est publié.`).tap();
  await pupil.at(TITLE);
  await pupil.look("the pupil’s own post, published");
  await noCounter(pupil);
  if (delivered) await readByFamily(await arrive({ width: 360, height: 740, touch: true }));
});

/** No child is shown a figure about what others read. @param {Visitor} pupil */
async function noCounter(pupil) {
  assert.equal(await pupil.page.locator("live-badge, .badge").count(), 0, "a badge");
  assert.equal(await pupil.page.getByText(/Vu par/).count(), 0, "a count of readers");
  assert.doesNotMatch(await pupil.page.title(), /\d/);
}

/** @param {Visitor} pupil */
async function write(pupil) {
  const { page } = pupil;
  await pupil.link("J’écris").tap();
  await pupil.at("Nouveau billet");
  await pupil.look("the form of a pupil");
  await pupil.button("Soumettre").tap();
  await page.locator(".error-summary:focus").waitFor();
  await pupil.look("the form of a pupil with its errors");
  await pupil.field("Titre").fill(TITLE);
  await page.locator(".editor-text").fill("J’ai trouvé cinq feuilles.");
  await page.setInputFiles("#f-photos", picture("feuilles.png"));
  await pupil.field("Description de la photo").fill("Cinq feuilles sur une table");
  await pupil.look("the form of a pupil filled in");
  await pupil.button("Soumettre").tap();
  await pupil.at(TITLE);
  await pupil.says("Bravo, ton billet est parti !");
  await pupil.says("Tu ne peux plus le changer pour l’instant.");
  await pupil.look("a post that waits to be read over");
}

/** @param {Visitor} teacher */
async function giveBack(teacher) {
  await teacher.press(teacher.link(`Le billet « ${TITLE} » est à relire.`));
  await teacher.at(TITLE);
  await teacher.look("the post to read over");
  await teacher.press(teacher.link("Demander une correction"));
  await teacher.at("Demander une correction");
  await teacher.type(teacher.field("Que faut-il corriger ?"), "Dis de quels arbres elles viennent.");
  await teacher.press(teacher.button("Renvoyer avec un mot"));
  await teacher.says("Le billet est renvoyé à ceux qui le signent.");
  await teacher.look("after giving a post back");
}

/** @param {Visitor} pupil */
async function correct(pupil) {
  await pupil.go("/", /^Bonjour/);
  await pupil.look("something for the pupil");
  await pupil.link(`Le billet « ${TITLE} » est à corriger.`).tap();
  await pupil.at(TITLE);
  await pupil.says("Dis de quels arbres elles viennent.");
  await pupil.look("the post to correct");
  await pupil.link("Modifier").tap();
  await pupil.at("Modifier le billet");
  await pupil.page.locator(".editor-text").fill("J’ai trouvé cinq feuilles de chêne.");
  await pupil.look("the post being corrected");
  await pupil.button("Soumettre").tap();
  await pupil.says("Bravo, ton billet est parti !");
}

/** Whether it is delivered at once. @param {Visitor} teacher */
async function publish(teacher) {
  await teacher.go("/", "Aujourd’hui");
  await teacher.press(teacher.link(`Le billet « ${TITLE} » est à relire.`));
  await teacher.at(TITLE);
  await teacher.press(teacher.page.getByRole("main").getByRole("link", { name: "Publier dans le journal" }));
  await teacher.at("Publier le billet");
  await teacher.look("the publication of a pupil’s post");
  const atOnce = await teacher.page.getByText("Le billet sera visible dès sa publication.").isVisible();
  await teacher.press(teacher.page.getByRole("main").getByRole("button", { name: /^Publier/ }));
  await teacher.at(TITLE);
  return atOnce;
}

/** @param {Visitor} parent */
async function readByFamily(parent) {
  await parent.signIn("parent");
  await parent.link(TITLE).tap();
  await parent.at(TITLE);
  assert.ok(await parent.page.getByRole("img", { name: "Cinq feuilles sur une table" }).isVisible());
}

journey("a pupil finds the journal and the account", async ({ arrive }) => {
  const pupil = await arrive(TABLET);
  await pupil.signIn("pupil");
  await pupil.link("Le journal de ma classe").tap();
  await pupil.at(/^Journal de la classe/);
  await pupil.look("the journal of a pupil");
  await pupil.page.locator(".card-title a").first().tap();
  await pupil.page.locator("article h1").waitFor();
  await pupil.look("a post read by a pupil");
  await pupil.link("Signaler ce billet").tap();
  await pupil.at("Signaler ce billet");
  await pupil.says("Quelque chose te gêne dans ce billet ?");
  await pupil.look("a pupil who has something to say");
  await pupil.page.locator(".account summary").tap();
  await pupil.look("the menu of a pupil");
  await pupil.link("Mot de passe et appareils").tap();
  await pupil.at("Mon compte");
  await pupil.look("the account of a pupil");
});
