// The hours at which a school delivers, set by its head: a journey does not wait for Monday.

/** @typedef {import("./visitor.js").Visitor} Visitor */

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** Delivers at any hour of any day; only public holidays still wait. @param {Visitor} head */
export async function deliverAlways(head) {
  await set(head, DAYS);
}

/** Delivers nothing today. @param {Visitor} head */
export async function deliverNothingToday(head) {
  const today = new Intl.DateTimeFormat("fr-FR", { weekday: "long", timeZone: "Europe/Paris" }).format();
  await set(head, DAYS.filter((day) => day !== today));
}

/** @param {Visitor} head @param {string[]} days */
async function set(head, days) {
  const { page } = head;
  await head.place("Mon école").click();
  await head.link("Pause numérique").click();
  await head.at("Pause numérique");
  await page.getByLabel("Début des remises").fill("00:00");
  await page.getByLabel("Fin des remises").fill("23:59");
  for (const day of DAYS) await head.tick(day, days.includes(day));
  await head.button("Enregistrer les heures").click();
  await head.says("Les heures de l’école sont enregistrées.");
}
