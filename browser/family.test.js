// A separated parent with a telephone and children in two schools: what the school knows, what is shown to whom, and a
// grandparent who reads with them until the other parent thinks otherwise.

import assert from "node:assert/strict";
import { journey } from "./journey.js";
import { linkIn } from "./letters.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const PHONE = { width: 360, height: 740, touch: true };
const NUMBER = "06 11 22 33 44";
const READER = "Odette Ferrand";
const SECRET = "Un jardin sous 3 lunes";

journey("a separated parent lets a grandparent read, and the other parent ends it", async ({ arrive, house }) => {
  const [parent, other, reader] = [await arrive(PHONE), await arrive(PHONE), await arrive(PHONE)];
  await parent.signIn("parent");
  const child = await twoSchools(parent);
  await giveContact(parent);
  await invite(parent, child);
  await comeIn(reader, await linkIn(house, /http\S+\/invitations\/\S+/), child);
  const post = await readsTheJournal(reader);
  await seesNothingElse(reader, child);

  await other.signIn("otherParent");
  await seesNamesOnly(other, house.person("parent").name);
  await revoke(other);
  await readsNoMore(reader, post);
  await parent.go("/foyer", "Mon foyer");
  assert.equal(await parent.page.getByText(READER).count(), 0, "the reader is still in the household");
});

/** The children of the household, in more than one school; gives the first name of the pupil. @param {Visitor} parent */
async function twoSchools(parent) {
  const { page, house } = parent;
  const whole = house.person("pupil").name;
  const child = whole.split(" ").filter((word) => word !== word.toUpperCase()).join(" ");
  await parent.go("/", "Aujourd’hui");
  await page.getByRole("navigation", { name: "Enfants ou classes" }).getByRole("link", { name: child }).waitFor();
  await openHousehold(parent);
  const places = await page.locator("main section h2 + p").allTextContents();
  const schools = new Set(places.filter((place) => place.includes(" · ")).map((place) => place.split(" · ")[0]));
  assert.ok(schools.size > 1, `children in two schools, not ${places}`);
  await parent.says("Aussi responsable, selon l’école :");
  await parent.says(house.person("otherParent").name);
  await parent.look("the household");
  return child;
}

/** On a telephone the household is behind « Plus ». @param {Visitor} parent */
async function openHousehold(parent) {
  await parent.page.getByRole("navigation", { name: "Navigation principale" }).getByText("Plus").last().tap();
  await parent.place("Mon foyer").last().tap();
  await parent.at("Mon foyer");
}

/** @param {Visitor} parent */
async function giveContact(parent) {
  const { page } = parent;
  await parent.link("Modifier mes coordonnées").tap();
  await parent.at("Vos coordonnées");
  await parent.says("Dit par l’école (ONDE)");
  await parent.look("how a parent is reached");
  const phone = parent.field(/^Téléphone/);
  await phone.fill("06 11");
  await parent.button("Enregistrer mes coordonnées").tap();
  await page.locator(".error-summary:focus").waitFor();
  assert.equal(await phone.inputValue(), "06 11", "what was typed is kept");
  await parent.look("a telephone without all its figures");
  await phone.fill(NUMBER);
  await page.getByLabel("Langue préférée").selectOption({ label: "Occitan" });
  await parent.tick("La direction seule");
  await parent.button("Enregistrer mes coordonnées").tap();
  await parent.says("Vos coordonnées sont enregistrées.");
  await parent.go("/foyer", "Mon foyer");
  await parent.says("Qui les voit : La direction seule");
  await parent.look("the household with contact data");
}

/** @param {Visitor} parent @param {string} child */
async function invite(parent, child) {
  const { page } = parent;
  await parent.link(`Inviter un proche de ${child}`).tap();
  await parent.at(`Inviter un proche de ${child}`);
  await parent.look("the form of an invitation");
  await parent.button("Envoyer l’invitation").tap();
  await page.locator(".error-summary:focus").waitFor();
  await parent.look("an invitation to nobody");
  await parent.field("Prénom").fill("Odette");
  await parent.field(/^Nom/).fill("Ferrand");
  await parent.field("Lien avec l’enfant").fill("grand-mère");
  await parent.field("Adresse électronique").fill("odette@exemple.fr");
  await parent.button("Envoyer l’invitation").tap();
  await parent.says("L’invitation est partie.");
  await parent.says("1 proche invité");
  await parent.says("sans réponse pour l’instant");
  await parent.look("the household with somebody invited");
}

/** By the link of the letter, without any sheet of the school. @param {Visitor} reader @param {string} link @param {string} child */
async function comeIn(reader, link, child) {
  const { page } = reader;
  await reader.go(link, "Bonjour Odette");
  await reader.says(`vous invite à lire le journal de la classe de ${child}.`);
  await reader.look("an invitation");
  await reader.button("Accepter et créer mon accès").tap();
  await reader.at("Votre accès est prêt");
  await reader.look("the access of a reader");
  await reader.button("Choisir mon mot de passe").tap();
  await reader.at("Bonjour Odette");
  await reader.look("the password of a reader");
  await page.getByLabel("Nouveau mot de passe").fill(SECRET);
  await page.getByLabel("Le même mot de passe, une deuxième fois").fill(SECRET);
  await reader.tick("J’ai lu la charte et je l’accepte.");
  await reader.button("Activer mon compte et entrer").tap();
  await reader.at("Aujourd’hui");
  await reader.look("the home page of a reader");
  // The link was for once.
  await reader.page.goto(link);
  await reader.says("Cette invitation n’est plus valable, ou elle a déjà servi.");
}

/** Gives the address of a post. @param {Visitor} reader */
async function readsTheJournal(reader) {
  const { page } = reader;
  await reader.go("/", "Aujourd’hui");
  const places = await reader.place(/./).allTextContents();
  assert.deepEqual(places.map((it) => it.replaceAll(/[\d\s]|nouveautés?/g, "")), ["Aujourd’hui", "Journal"], "a reader has no other place");
  await reader.place("Journal").tap();
  const card = page.locator(`main a[href^="/billets/"]`).first();
  await card.waitFor();
  await reader.look("the journal of a reader");
  const path = (await card.getAttribute("href")) ?? "";
  await card.tap();
  await page.waitForURL((url) => url.pathname === path);
  await reader.look("a post a reader opened");
  assert.equal(await page.getByRole("textbox").count(), 0, "a reader may write");
  return path;
}

/** @param {Visitor} reader @param {string} child */
async function seesNothingElse(reader, child) {
  reader.expects(404);
  for (const path of ["/carnet", "/messages", "/ma-classe", "/annuaire/personnes", "/actualites", "/foyer", "/annees"]) {
    await reader.go(path, "Page introuvable");
    assert.equal(await reader.page.getByText(child).count(), 0, `${path} tells of ${child}`);
  }
}

/** Of the one who invited, the other parent reads a name. @param {Visitor} other @param {string} name */
async function seesNamesOnly(other, name) {
  const { page } = other;
  await other.go("/", "Aujourd’hui");
  await other.says(`${READER} (grand-mère) a reçu une invitation à lire le journal de la classe`);
  await other.look("the home page of the other parent");
  await openHousehold(other);
  await other.says("Aussi responsable, selon l’école :");
  await other.says(name);
  await other.says(`grand-mère · invitation de ${name}, acceptée`);
  await other.look("the household of the other parent");
  for (const path of ["/foyer", "/foyer/coordonnees"]) {
    await page.goto(path);
    const all = await page.content();
    assert.ok(!all.replaceAll(/\D/g, "").includes(NUMBER.replaceAll(" ", "")), `${path} tells the telephone of the other`);
  }
}

/** @param {Visitor} other */
async function revoke(other) {
  await other.go("/foyer", "Mon foyer");
  await other.link(`Ne plus laisser lire ${READER}`).tap();
  await other.look("before an invitation is ended");
  await other.button("Mettre fin à l’invitation").tap();
  await other.says("C’est fait : cette personne ne lit plus rien.");
  assert.equal(await other.page.getByText(READER).count(), 0, "the reader is still there");
  await other.look("the household once the invitation is ended");
}

/** Who was there to read alone is not there any more. @param {Visitor} reader @param {string} post */
async function readsNoMore(reader, post) {
  for (const path of [post, "/journal", "/"]) {
    await reader.go(path, "Se connecter");
  }
  await reader.look("the door, for who reads no more");
  await reader.field("Identifiant").fill("odette.ferrand");
  await reader.page.getByLabel("Mot de passe", { exact: true }).fill(SECRET);
  await reader.button("Se connecter").tap();
  await reader.page.locator(".error-summary").waitFor();
  await reader.look("a reader who comes back");
}
