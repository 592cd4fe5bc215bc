// A mot written to the class and sent, for a journey that is about something else.

import assert from "node:assert/strict";

/** @typedef {import("./visitor.js").Visitor} Visitor */

/** Writes a mot to sign and sends it, as its pages would; gives its address. @param {Visitor} teacher Somewhere in the class. @param {string} title @returns {Promise<string>} */
export async function sendMot(teacher, title) {
  const path = await teacher.page.evaluate(async (words) => {
    const found = /\/classes\/[0-9a-f]+/.exec(document.documentElement.innerHTML);
    const form = new FormData();
    const fields = { title: words, body: "Nous irons à la ferme jeudi.", theme: "outing", reply: "sign", acts: "one", reminders: "none", whole: "all" };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const written = await fetch(`${found?.[0]}/mots`, { method: "POST", body: form });
    const mot = new URL(written.url).pathname.split("/").slice(0, 3).join("/");
    await fetch(`${mot}/envoi`, { method: "POST", body: new URLSearchParams() });
    return mot;
  }, title);
  assert.match(path, /^\/mots\/[0-9a-f]+$/);
  return path;
}

/** Whether a mot waits: on a public holiday nothing is delivered, whatever the head has set. @param {Visitor} teacher @param {string} mot */
export async function waits(teacher, mot) {
  await teacher.page.goto(mot);
  await teacher.page.locator("article.mot").waitFor();
  return (await teacher.page.getByText("Sera remis").count()) > 0;
}
