// « Mon école », where the journeys of a head begin.

/** @typedef {import("./visitor.js").Visitor} Visitor */

/** « Mon école »: its address, and those of its classes. @param {Visitor} head */
export async function openSchool(head) {
  const { page } = head;
  await head.go("/", "Aujourd’hui");
  await head.link("Ouvrir l’école").click();
  await page.getByRole("heading", { level: 2, name: "Classes de l’année" }).waitFor();
  await head.look("the school");
  const rows = page.getByRole("main").getByRole("table").getByRole("rowheader").getByRole("link");
  const classes = await rows.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return { school: new URL(page.url()).pathname, classes };
}
