// Mail through a server of another make: what arrives, what a link opens, what happens to an address nobody reads.

import assert from "node:assert/strict";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { House } from "./house.js";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";
import { hurry } from "./letters.js";
import { MailServer } from "./mail_server.js";
import { pupilOf } from "./message.js";
import { sendMot, waits } from "./mot.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */
/** @typedef {import("./mail_server.js").Letter} Letter */

const PARENT = "parent@exemple.fr";
const OTHER = "autre.parent@exemple.fr";
const FIRST = "Sortie au théâtre";
const SECOND = "Sortie à la caserne";
const server = new MailServer();
after(() => server.close());

const open = async () => House.open({ mail: await server.open(), forgives: [/a letter could not leave/] });

journey("letters arrive, open for reading only, and those that do not are told", async ({ arrive, house }) => {
  const [head, teacher, parent, other] = [await arrive(), await arrive(), await arrive(), await arrive()];
  await head.signIn("head");
  await deliverAlways(head);
  await teacher.signIn("teacher");
  const link = /\/classes\/[0-9a-f]+/.exec(await teacher.page.content())?.[0] ?? "";
  await parent.signIn("parent");
  await confirm(parent, PARENT);
  await other.signIn("otherParent");
  await confirm(other, OTHER);
  await recover(await arrive());

  const first = await sendMot(teacher, FIRST);
  if (await waits(teacher, first)) return;
  for (const address of [PARENT, OTHER]) {
    const letter = await server.letter(address, new RegExp(FIRST), () => hurry(house).then(() => pause(500)));
    soundLetter(letter, "Une réponse est attendue dans Préau");
    const { first: child } = pupilOf(parent);
    assert.ok(!letter.subject.includes(child) && letter.text.includes(child), `${letter.subject}: ${letter.text}`);
  }
  await readByLink(await arrive({ width: 360, height: 740, touch: true }));

  // One address is known no more, the other server is busy for once.
  server.refuse(PARENT, 550);
  server.refuse(OTHER, 451, 1);
  await teacher.go("/", "Aujourd’hui");
  await sendMot(teacher, SECOND);
  await server.letter(OTHER, new RegExp(SECOND), () => hurry(house).then(() => pause(500)));
  assert.equal(server.refused.filter((address) => address === OTHER).length, 1, "it was asked to come back");
  await bounced(teacher, link, house);
  await parent.go("/compte/notifications", "Notifications");
  await parent.says(`Les courriels envoyés à ${PARENT} reviennent`);
  await parent.look("an address that reaches nobody");
  await hurry(house);
  await pause(3000);
  assert.equal(server.to(OTHER, new RegExp(SECOND)).length, 1, "the letter is delivered once");
  assert.equal(server.to(PARENT, new RegExp(SECOND)).length, 0, "a letter to a dead address");
  assert.equal(server.refused.filter((address) => address === PARENT).length, 1, "a dead address is tried again");
}, { open });

/** Gives an address, and opens the link that proves it. @param {Visitor} visitor @param {string} address */
async function confirm(visitor, address) {
  await visitor.go("/compte", "Mon compte");
  await visitor.field("Adresse électronique").fill(address);
  await visitor.page.getByLabel("Mot de passe", { exact: true }).fill(visitor.house.password);
  await visitor.button("Recevoir un courriel pour confirmer l’adresse").click();
  await visitor.says("Un courriel part à cette adresse.");
  const letter = await server.letter(address, /\/courriel\S+/);
  await visitor.go(/http\S+\/courriel\S+/.exec(letter.text)?.[0] ?? "", "Confirmer votre adresse");
  await visitor.button("Confirmer l’adresse").click();
  await visitor.says("votre adresse est confirmée");
}

/** @param {Visitor} stranger */
async function recover(stranger) {
  await stranger.go("/mot-de-passe-oublie", "Mot de passe oublié");
  await stranger.field("Identifiant ou adresse électronique").fill(PARENT);
  await stranger.button("Recevoir le courriel").click();
  await stranger.says("Si un compte correspond, un courriel vient de partir.");
  soundLetter(await server.letter(PARENT, /http\S+\/nouveau-mot-de-passe\S+/), "Choisir un nouveau mot de passe");
}

/** What the standards ask of any letter, and its subject. @param {Letter} letter @param {string} subject */
function soundLetter({ to, raw, headers, subject: found, text }, subject) {
  assert.equal(found, subject);
  assert.match(raw.split("\r\n\r\n")[0] ?? "", /^[\x20-\x7e\r\n\t]*$/, "headers are ASCII");
  assert.match(headers.get("from") ?? "", /<ne-pas-repondre@localhost>$/);
  assert.ok((headers.get("to") ?? "").includes(to), headers.get("to"));
  assert.ok(Math.abs(Date.parse(headers.get("date") ?? "") - Date.now()) < 300_000, headers.get("date"));
  assert.match(headers.get("message-id") ?? "", /^<[^<>@\s]+@[^<>@\s]+>$/, `${subject}: a name of its own`);
  assert.match(headers.get("content-type") ?? "", /^text\/plain; charset="?utf-8"?$/i);
  assert.equal(headers.get("mime-version"), "1.0");
  assert.ok(raw.split("\r\n").every((line) => line.length <= 998), "no line is longer than a server takes");
  assert.ok(text.startsWith("Bonjour,") && !text.includes("\ufffd"), text);
}

/** Anybody who holds the letter reads the mot, and signs nothing. @param {Visitor} stranger */
async function readByLink(stranger) {
  const letter = await server.letter(PARENT, new RegExp(FIRST));
  const link = /http\S+\/lecture\/\S+/.exec(letter.text)?.[0] ?? "";
  await stranger.go(link, FIRST);
  await stranger.says("Cette page se lit seulement.");
  assert.equal(await stranger.page.getByRole("button", { name: /^Signer/ }).count(), 0, "a link signs");
  await stranger.look("a mot opened by the link of a letter");
  await stranger.link("Se connecter pour répondre").tap();
  await stranger.at("Se connecter");
  await stranger.go(`${link.slice(0, -4)}aaaa`, "Ce lien ne s’ouvre plus");
  await stranger.look("a link that opens nothing");
}

/** The class is told whom to reach otherwise. @param {Visitor} teacher @param {string} place @param {House} house */
async function bounced(teacher, place, house) {
  const line = teacher.page.locator("section", { hasText: "Adresse qui ne répond plus" }).getByText(house.person("parent").name);
  for (let tries = 0; tries < 20; tries += 1) {
    await teacher.go(`${place}/joindre`, "Qui joindre autrement");
    if (await line.count()) break;
    await hurry(house);
    await pause(500);
  }
  await line.first().waitFor();
  await teacher.look("whom nothing reaches");
}
