// « Prêter le téléphone à Zoé »: a parent hands the telephone to a child, and takes it back with the password.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** @typedef {import("./house.js").House} House */

const PHONE = { width: 360, height: 740, touch: true };
/** What an adult opens, and no child on a telephone that was lent. */
const PRIVATE = ["/foyer", "/messages", "/carnet", "/compte", "/mes-donnees", "/annuaire/personnes"];

/** The first name of the child who has come in before. @param {House} house */
function firstName(house) {
  return house.person("pupil").name.split(" ").filter((word) => word !== word.toUpperCase()).join(" ");
}

journey("a parent lends the telephone to a child and takes it back", async ({ arrive, house }) => {
  const phone = await arrive(PHONE);
  await phone.signIn("parent");
  const child = firstName(house);
  await phone.go("/foyer", "Mon foyer");
  await phone.look("a household whose telephone can be lent");
  await phone.button(`Prêter le téléphone à ${child}`).tap();
  await phone.at("Mes travaux");
  await phone.link("Rendre le téléphone").waitFor();
  await phone.look("a telephone in the hands of a child");

  // The page before is not there any more, neither by the button of the browser nor by its address.
  phone.expects(404);
  await phone.page.goBack();
  await phone.at("Page introuvable");
  assert.equal(await phone.page.getByText("Vos coordonnées").count(), 0, "the household of the parent is still shown");
  for (const path of PRIVATE) {
    await phone.go(path, "Page introuvable");
  }

  await phone.go("/mes-travaux", "Mes travaux");
  await phone.link("Rendre le téléphone").tap();
  await phone.at("Rendre le téléphone");
  await phone.says(house.person("parent").name);
  const told = await phone.page.content();
  assert.ok(!told.includes(house.person("parent").login), "the login of the parent is told");
  await phone.look("the password of whoever lent the telephone");
  const secret = phone.page.getByLabel("Mot de passe", { exact: true });
  await secret.fill("devine");
  await phone.button("Revenir à mon espace").tap();
  await phone.page.locator(".error-summary:focus").waitFor();
  await phone.look("a password that is not the right one");
  await phone.link("Je n’ai pas fini").tap();
  await phone.at("Mes travaux");

  // Without a finger, the right one.
  await phone.press(phone.link("Rendre le téléphone"));
  await phone.at("Rendre le téléphone");
  await phone.type(secret, house.password);
  await phone.page.keyboard.press("Enter");
  await phone.at("Mon foyer");
  await phone.look("the household of whoever took the telephone back");

  // Lent again, and left without the password: the door of everybody.
  await phone.press(phone.button(`Prêter le téléphone à ${child}`));
  await phone.at("Mes travaux");
  await phone.go("/pret/retour", "Rendre le téléphone");
  await phone.button("Quitter sans mot de passe").tap();
  await phone.at("Se connecter");
});

journey("a telephone is lent and taken back without script", async ({ arrive, house }) => {
  const phone = await arrive({ ...PHONE, script: false });
  await phone.signIn("parent");
  await phone.go("/foyer", "Mon foyer");
  await phone.button(`Prêter le téléphone à ${firstName(house)}`).tap();
  await phone.at("Mes travaux");
  await phone.look("a telephone lent, without script");
  await phone.link("Rendre le téléphone").tap();
  await phone.at("Rendre le téléphone");
  await phone.page.getByLabel("Mot de passe", { exact: true }).fill(house.password);
  await phone.button("Revenir à mon espace").tap();
  await phone.at("Mon foyer");
});
