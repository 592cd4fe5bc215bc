// A head turns the school year, in a demonstration of another season: what is proposed in June, opened in August, taken back.

import assert from "node:assert/strict";
import { House } from "./house.js";
import { journey } from "./journey.js";
import { today } from "./office.js";
import { openSchool } from "./school.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

/** Days from now to the next day of this name, counted from a day that comes first. @param {string} day @param {number} least */
function daysTo(day, least = 0) {
  const now = Date.parse(`${today()}T12:00:00Z`);
  const year = Number(today().slice(0, 4));
  const found = [0, 1, 2].map((more) => Math.round((Date.parse(`${year + more}-${day}T12:00:00Z`) - now) / 86_400_000));
  return found.find((days) => days >= least) ?? 0;
}

/** A day of the school year, today unless a year is about to turn; then the June and the August after it. */
const AUTUMN = ["06", "07", "08", "09"].includes(today().slice(5, 7)) ? daysTo("11-19") : 0;
const JUNE = daysTo("06-17", AUTUMN);
const AUGUST = daysTo("08-26", AUTUMN);

journey("a head prepares the next year in June, opens it in August, and takes it back", async ({ arrive, house }) => {
  const autumn = await arrive();
  await autumn.signIn("head");
  const { school, classes } = await openSchool(autumn);
  await autumn.go(`${school}/rentree`, "Rentrée");
  await autumn.says("La rentrée se prépare ici à partir du 1er juin.");
  await autumn.look("the next year, too early");
  await autumn.page.goto("about:blank");

  await house.later(JUNE);
  const june = await arrive();
  await june.signIn("head");
  await june.page.getByRole("main").getByRole("link", { name: /^Rentrée 20/ }).waitFor();
  const name = await prepare(june, school);
  await june.page.goto("about:blank");

  await house.later(AUGUST);
  const [head, pupil] = [await arrive(), await arrive({ width: 360, height: 740, touch: true })];
  await head.signIn("head");
  await openYear(head, school);
  await head.go(school, /./);
  await head.page.getByRole("main").getByRole("table").getByRole("link", { name, exact: true }).waitFor();
  await head.look("the school of the new year");
  await readsPast(pupil, classes);
  await takeBack(head, school);
}, { open: () => House.open({ ahead: AUTUMN }) });

/** Changes what is proposed; gives the name of a class added. @param {Visitor} head @param {string} school */
async function prepare(head, school) {
  const { page } = head;
  await head.go(`${school}/rentree`, /^Rentrée 20/);
  await head.look("the next year, not prepared yet");
  await head.button("Préparer la rentrée").click();
  await head.says("est prête à être changée.");
  await head.look("the next year as proposed");
  await page.getByRole("main").getByRole("link", { name: /^Élèves :/ }).first().click();
  await head.at(/./);
  await head.look("the pupils of a class to be");
  await head.go(`${school}/rentree`, /^Rentrée 20/);
  await head.link("Ajouter une classe").click();
  await head.at("Nouvelle classe");
  await head.button("Enregistrer").click();
  await page.locator(".error-summary:focus").waitFor();
  await head.look("a class to be, without a name");
  const name = "Les tout-petits";
  await head.field("Nom de la classe").fill(name);
  await head.tick("TPS");
  await head.button("Enregistrer").click();
  await head.says(`${name} : classe ajoutée.`);
  await head.look("the next year with one more class");
  await head.link("Voir les départs").click();
  await head.at("Départs");
  await head.look("who leaves the school");
  await head.go(`${school}/rentree/ouverture`, /^Ouvrir l’année/);
  await head.says(`${name} : aucun élève.`);
  assert.equal(await head.button("Ouvrir l’année maintenant").count(), 0, "a year opens in June");
  await head.look("what is to be looked at before opening");
  return name;
}

/** @param {Visitor} head @param {string} school */
async function openYear(head, school) {
  await head.go(`${school}/rentree`, /^Rentrée 20/);
  await head.link("Vérifier et ouvrir").click();
  await head.at(/^Ouvrir l’année/);
  await head.says("Rien n’est effacé.");
  await head.look("what is going to happen");
  await head.button("Ouvrir l’année maintenant").click();
  await head.page.getByText(/^L’année 20\d\d-20\d\d est ouverte\.$/).first().waitFor();
  await head.look("the year is open");
}

/** The class of the year before is read again. @param {Visitor} pupil @param {string[]} classes */
async function readsPast(pupil, classes) {
  await pupil.signIn("pupil");
  await pupil.go("/annees", "Années passées");
  await pupil.look("the past years of a pupil");
  const room = pupil.page.getByRole("main").locator(`a[href^="/annees/"]`).first();
  const id = ((await room.getAttribute("href")) ?? "").replace("/annees/", "");
  assert.ok(classes.some((place) => place.endsWith(id)), `${id} is one of ${classes}`);
  await room.tap();
  await pupil.says("Cette classe est terminée : tu peux tout relire, on n’y écrit plus.");
  await pupil.look("a class of the past");
}

/** @param {Visitor} head @param {string} school */
async function takeBack(head, school) {
  await head.go(`${school}/rentree`, /^Rentrée 20/);
  await head.link("Annuler l’ouverture").click();
  await head.at(/^Annuler l’ouverture/);
  await head.look("an opening to undo");
  await head.button("Annuler l’ouverture").click();
  await head.page.getByText(/^L’ouverture de l’année 20\d\d-20\d\d est annulée\.$/).first().waitFor();
  await head.link("Vérifier et ouvrir").waitFor();
  await head.look("the year once taken back");
}
