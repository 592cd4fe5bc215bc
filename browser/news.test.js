// News: of a school, read by families and pupils; of the région, over the home page of everybody until it is closed.

import assert from "node:assert/strict";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";
import { code } from "./totp.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */
/** @typedef {{ title: string, publics: string[], box: string }} News */

const TITLE = "La kermesse du 20 juin";
const FLASH = "Vigilance orange : neige";
const PHONE = { width: 360, height: 740, touch: true };

journey("a head publishes for families and pupils, on the front page", async ({ arrive }) => {
  const [head, parent, pupil] = [await arrive(), await arrive(PHONE), await arrive({ width: 768, height: 1024, touch: true })];
  await head.signIn("head");
  await deliverAlways(head);
  await head.go("/actualites", "Actualités");
  await head.look("the news of a head");
  await head.press(head.link("Publier une actualité"));
  await head.at("Nouvelle actualité");
  await head.press(head.button("Continuer vers la publication"));
  await head.page.locator(".error-summary:focus").waitFor();
  await head.look("a news without anything");
  if (!(await publish(head, { title: TITLE, publics: ["Familles", "Élèves"], box: "Mettre à la une" }))) return;
  await head.look("a news that is published");
  const path = new URL(head.page.url()).pathname;

  await parent.signIn("parent");
  await parent.go("/actualites", "Actualités");
  const front = parent.page.locator("main li", { hasText: "À la une" });
  await front.getByRole("link", { name: TITLE }).waitFor();
  await parent.look("the news of a parent");
  await front.getByRole("link", { name: TITLE }).tap();
  await parent.at(TITLE);
  await parent.look("a news on a telephone");
  await pupil.signIn("pupil");
  await pupil.go(path, TITLE);
  await pupil.look("a news read by a pupil");
  assert.equal(await pupil.page.getByText("Vue par").count(), 0, "a child is shown how many read");

  await head.go(path, TITLE);
  await head.press(head.button("Terminer maintenant"));
  await head.says("L’actualité est terminée");
  parent.expects(404);
  await parent.go(path, "Page introuvable");
});

journey("a flash of the région stands over the home page until it is closed", async ({ arrive }) => {
  const [administrator, parent] = [await arrive(), await arrive(PHONE)];
  await administrator.signIn("administrator");
  await prove(administrator);
  await administrator.go("/actualites/nouvelle", "Nouvelle actualité");
  if (!(await publish(administrator, { title: FLASH, publics: ["Familles"], box: "Afficher en message flash" }))) return;
  await parent.signIn("parent");
  const banner = parent.page.locator(".banner", { hasText: FLASH });
  await banner.waitFor();
  await parent.look("a banner over the home page");
  await banner.getByRole("link", { name: FLASH }).tap();
  await parent.at(FLASH);
  await parent.look("the news of a banner");
  await parent.go("/", "Aujourd’hui");
  await banner.getByRole("button", { name: "Fermer" }).tap();
  await banner.waitFor({ state: "detached" });
  await parent.page.reload();
  await parent.at("Aujourd’hui");
  assert.equal(await banner.count(), 0, "a banner that was closed comes back");
});

/** Fills the form in and publishes; false when it waits for another day. @param {Visitor} writer @param {News} news */
async function publish(writer, { title, publics, box }) {
  const { page } = writer;
  await page.locator('label[for="f-scope"]').click();
  for (const label of publics) await writer.tick(label);
  await writer.field("Titre").fill(title);
  await page.locator(".editor-text").fill("Les détails sont donnés à l’entrée de l’école.");
  await writer.tick(box);
  await page.getByLabel("Dernier jour").fill(nextWeek());
  await writer.look(`the form of « ${title} »`);
  await writer.press(writer.button("Continuer vers la publication"));
  await writer.at("Publier l’actualité");
  const urgent = "Remettre tout de suite, hors des heures de remise";
  if (await page.getByLabel(urgent).count()) {
    await writer.tick(urgent);
    await writer.field("Pour quelle raison ?").fill("Des routes sont fermées.");
  }
  await writer.look(`before « ${title} » is published`);
  await writer.press(page.getByRole("main").getByRole("button", { name: /^Publier/ }));
  await writer.at(title);
  return (await page.getByText("Sera remis").count()) === 0;
}

/** Sets the second factor an administrator needs. @param {Visitor} administrator */
async function prove(administrator) {
  const { page } = administrator;
  const key = (await page.locator("main code").textContent()) ?? "";
  await administrator.field("Code à six chiffres").fill(code(key));
  await page.getByLabel("Mot de passe", { exact: true }).fill(administrator.house.password);
  await administrator.button("Activer la vérification").click();
  await administrator.at("Mon compte");
}

/** A day of next week, as a date control takes it. */
function nextWeek() {
  return new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
