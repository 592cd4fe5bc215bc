// The tablet of a class: the youngest tap their animal, the older ones three pictures; private pages stay behind other doors.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */
/** @typedef {import("./house.js").Role} Role */

const TABLET = { width: 768, height: 1024, touch: true };
const NAME = "Tablette bleue";
/** What an adult opens, and no child before a wall. */
const PRIVATE = ["/messages", "/compte", "/mes-donnees", "/annuaire"];

journey("a class of PS on a tablet: one tap, and the wall again", async ({ arrive }) => {
  const tablet = await arrive(TABLET);
  // The head of the school teaches the youngest.
  const path = await openDevices(tablet, "head");
  await refuseWithoutCharter(tablet);
  await enrol(tablet);
  const first = await name(tablet);
  await tablet.button(first).tap();
  await tablet.at(`Bonjour ${first} !`);
  await tablet.look("the home page of a pupil of PS");
  assert.equal(await tablet.page.getByText(/Vu par/).count(), 0, "a count of readers");
  await closed(tablet);
  await tablet.go("/", `Bonjour ${first} !`);
  await tablet.button("J’ai fini").first().tap();
  await tablet.at("Qui es-tu ?");
  await tablet.look("the wall once a pupil is done");
  // The first page of such a device is the wall, not the door of adults.
  await tablet.go("/", "Qui es-tu ?");

  await byKeyboard(tablet);
  await revoked(tablet, await arrive(), path);
});

/** The devices of the class of somebody; gives the address. @param {Visitor} visitor @param {Role} role */
async function openDevices(visitor, role) {
  await visitor.signIn(role);
  await visitor.place("La classe").tap();
  await visitor.link("Tablettes de la classe").tap();
  await visitor.at(/^Tablettes · /);
  await visitor.look("the devices of a class, none yet");
  return new URL(visitor.page.url()).pathname;
}

/** @param {Visitor} tablet */
async function refuseWithoutCharter(tablet) {
  await tablet.field("Nom de l’appareil").fill(NAME);
  await tablet.button("Relier cet appareil").tap();
  await tablet.page.locator(".error-summary:focus").waitFor();
  assert.equal(await tablet.field("Nom de l’appareil").inputValue(), NAME, "what was typed is kept");
  await tablet.look("an enrolment without the charter");
}

/** Makes the device one of the class: whoever did it is signed out. @param {Visitor} tablet */
async function enrol(tablet) {
  await tablet.field("Nom de l’appareil").fill(NAME);
  await tablet.tick("J’ai lu la charte des élèves à voix haute avec la classe");
  await tablet.button("Relier cet appareil").tap();
  await tablet.at("Qui es-tu ?");
  await tablet.look("the wall of a class");
  const session = await tablet.page.context().request.get("/", { maxRedirects: 0 });
  assert.ok(session.status() >= 300 && session.status() < 400, "the teacher is still signed in");
}

/** The first pupil of the wall. @param {Visitor} tablet */
async function name(tablet) {
  return (await tablet.page.locator(".wall-name").first().textContent()) ?? "";
}

/** What is private is not there behind the door of a device. @param {Visitor} tablet */
async function closed(tablet) {
  tablet.expects(404);
  for (const path of PRIVATE) {
    await tablet.go(path, "Page introuvable");
  }
  await tablet.look("a page that is not there");
}

/** The same without a finger. @param {Visitor} tablet */
async function byKeyboard(tablet) {
  const second = (await tablet.page.locator(".wall-name").nth(1).textContent()) ?? "";
  await tablet.press(tablet.button(second));
  await tablet.at(`Bonjour ${second} !`);
  await tablet.press(tablet.button("J’ai fini").first(), "Space");
  await tablet.at("Qui es-tu ?");
}

/** From another device the teacher ends this one: whoever was in is out. @param {Visitor} tablet @param {Visitor} head @param {string} path */
async function revoked(tablet, head, path) {
  const first = await name(tablet);
  await tablet.button(first).tap();
  await tablet.at(`Bonjour ${first} !`);
  await head.signIn("head");
  await head.go(path, /^Tablettes · /);
  await head.says(NAME);
  await head.look("a device in use");
  await head.press(head.link("Retirer cet appareil"));
  await head.at(/^Retirer l’appareil/);
  await head.look("a device, before it is put out of use");
  await head.press(head.button("Retirer cet appareil"));
  await head.says("L’appareil ne montre plus le mur de la classe");
  await head.look("no device any more");
  await tablet.page.goto("/");
  await tablet.page.waitForURL((url) => url.pathname !== "/");
  await tablet.go("/tablette", "Relier cet appareil à une classe");
  await tablet.says("Cet appareil n’est plus relié à une classe.");
  assert.equal(await tablet.page.locator(".wall-tile").count(), 0);
  await tablet.look("a device that is of no class any more");
}

journey("a class of GS on a tablet: three pictures, asked again when they are wrong", async ({ arrive }) => {
  const teacher = await arrive();
  const path = await openDevicesByKeyboard(teacher);
  const tablet = await arrive(TABLET);
  await pair(teacher, tablet);
  await tablet.look("the wall of GS");
  const child = await alone(tablet);
  await tablet.link(child).tap();
  await tablet.says("Tu n’as pas encore d’images. Demande à ton enseignant.");
  await tablet.look("a pupil without pictures");
  await tablet.link("Ce n’est pas moi").tap();
  await tablet.at("Qui es-tu ?");
  const pictures = await givePictures(teacher, path.replace(/tablettes$/, "codes"), child);
  await tablet.link(child).tap();
  await tablet.at(child);
  await tablet.look("the pictures");

  await tap(tablet, [...pictures].reverse());
  await tablet.says("Ce n’est pas ça. Recommence.");
  await tablet.look("pictures that are not the right ones");
  const [first = "", ...others] = pictures;
  await tablet.button(first).tap();
  await tablet.says("La deuxième image");
  await tablet.look("one picture chosen");
  await tap(tablet, others);
  await tablet.at(`Bonjour ${child} !`);
  await tablet.look("the home page of a pupil of GS");
  await closed(tablet);

  await tablet.go("/tablette", "Qui es-tu ?");
  await tablet.press(tablet.link(child));
  await tablet.at(child);
  for (const [number, picture] of pictures.entries()) {
    await tablet.press(tablet.button(picture));
    if (number + 1 < pictures.length) await tablet.page.locator(".wall-chosen", { hasText: picture }).waitFor();
  }
  await tablet.at(`Bonjour ${child} !`);
});

/** @param {Visitor} teacher */
async function openDevicesByKeyboard(teacher) {
  await teacher.signIn("teacher");
  await teacher.press(teacher.place("La classe"));
  await teacher.press(teacher.link("Tablettes de la classe"));
  await teacher.at(/^Tablettes · /);
  await teacher.tick("J’ai lu la charte des élèves à voix haute avec la classe");
  await teacher.press(teacher.button("Afficher un code"));
  await teacher.says("Tapez le code sur la tablette, puis acceptez-la ici.");
  await teacher.look("a code to type on a tablet");
  return new URL(teacher.page.url()).pathname;
}

/** A wrong code, the right one, then the yes of the teacher. @param {Visitor} teacher @param {Visitor} tablet */
async function pair(teacher, tablet) {
  const code = (await teacher.page.locator(".given-secret").textContent()) ?? "";
  await tablet.go("/tablette", "Relier cet appareil à une classe");
  await tablet.look("a device of no class");
  const wrong = code.replaceAll(/\d/g, (figure) => String((Number(figure) + 1) % 10));
  await tablet.field("Code à six chiffres").fill(wrong);
  await tablet.button("Relier").tap();
  await tablet.page.locator(".error-summary:focus").waitFor();
  await tablet.look("a code that is none");
  await tablet.field("Code à six chiffres").fill(code);
  await tablet.button("Relier").tap();
  await tablet.at("Un instant");
  await tablet.look("a device that waits");
  await teacher.page.reload();
  await teacher.look("a device to say yes to");
  await teacher.press(teacher.button("Accepter cet appareil"));
  await teacher.says("L’appareil montre maintenant le mur de la classe.");
  // It asks by itself.
  await tablet.at("Qui es-tu ?");
}

/** A pupil whose first name is nobody else's: the wall adds no initial. @param {Visitor} tablet */
async function alone(tablet) {
  const names = await tablet.page.locator(".wall-name").allTextContents();
  return names.find((it) => !it.endsWith(".")) ?? "";
}

/** Draws the three pictures of a pupil. @param {Visitor} teacher @param {string} codes @param {string} child */
async function givePictures(teacher, codes, child) {
  const { page } = teacher;
  await teacher.go(codes, /^Codes des élèves · /);
  await teacher.look("the codes of a class");
  await teacher.press(teacher.link(new RegExp(`^${child} `)));
  await teacher.button("Tirer trois images au hasard").waitFor();
  await teacher.look("the codes of a pupil");
  await teacher.press(teacher.link("Choisir les images avec l’élève"));
  await teacher.button("Donner ces trois images").waitFor();
  await teacher.look("thirty pictures, three times");
  await page.goBack();
  await teacher.press(teacher.button("Tirer trois images au hasard"));
  await teacher.at(/^Les trois images /);
  await teacher.look("the pictures that were drawn");
  const pictures = await page.locator(".wall-chosen span").allTextContents();
  await teacher.press(teacher.link(/^Revenir /));
  await teacher.link("Retirer les images").waitFor();
  await teacher.go(codes, /^Codes des élèves · /);
  await teacher.says("Trois images données");
  return pictures;
}

/** Taps pictures one after the other. @param {Visitor} tablet @param {string[]} pictures */
async function tap(tablet, pictures) {
  for (const [number, picture] of pictures.entries()) {
    await tablet.button(picture).tap();
    // What was tapped is shown above the pictures, until the last one is.
    if (number + 1 < pictures.length) await tablet.page.locator(".wall-chosen", { hasText: picture }).waitFor();
  }
}

journey("a child at home opens the own works with the code of the family", async ({ arrive }) => {
  const parent = await arrive({ width: 360, height: 740, touch: true });
  await parent.signIn("parent");
  const child = parent.house.person("elder").name.split(" ")[0] ?? "";
  await parent.page.locator(".faces").getByRole("link", { name: child }).tap();
  await parent.at(child);
  await parent.link("Code maison").tap();
  await parent.at(`Code maison de ${child}`);
  await parent.look("a child without a code for home");
  await parent.button("Créer le code").tap();
  await parent.says("Voici le code.");
  await parent.look("the code for home");
  const code = (await parent.page.locator(".given-secret").textContent()) ?? "";

  const home = await arrive(TABLET);
  await home.go("/maison", "À la maison");
  await home.look("the door of the family");
  await home.field("Ton code maison").fill("abcde 23456");
  await home.button("Entrer").tap();
  await home.page.locator(".error-summary:focus").waitFor();
  await home.look("a code for home that is none");
  await home.field("Ton code maison").fill(code.toUpperCase());
  await home.button("Entrer").tap();
  await home.at("Mes travaux");
  await home.look("the works of a child");
  await home.go("/", "Mes travaux");
  await closed(home);
  await home.go("/mes-travaux", "Mes travaux");
  await home.button("J’ai fini").first().tap();
  await home.at("À la maison");

  // Another code, and whoever was in by the first is out.
  await home.field("Ton code maison").fill(code);
  await home.button("Entrer").tap();
  await home.at("Mes travaux");
  await parent.button("Changer le code").tap();
  await parent.page.locator(".given-secret", { hasNotText: code }).waitFor();
  await home.page.goto("/mes-travaux");
  await home.at("À la maison");
});
