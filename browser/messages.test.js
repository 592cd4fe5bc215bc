// Messages, by two people at once: a teacher at a computer, a parent with a telephone; and a pupil old enough to write.

import assert from "node:assert/strict";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";
import { chooseRecipient, dropFile, pupilOf } from "./message.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const PHONE = { width: 360, height: 740, touch: true };
const SUBJECT = "Sortie à l’étang de mardi";
const ANSWER = "Elle aura ses bottes, merci.";

journey("a message reaches a parent who is looking, is answered, and is taken back from the other", async ({ arrive }) => {
  const head = await arrive();
  await head.signIn("head");
  await deliverAlways(head);
  const [teacher, parent] = [await arrive(), await arrive(PHONE)];
  await parent.signIn("parent");
  const badge = parent.page.locator("live-badge").first();
  const before = (await badge.textContent()) ?? "";
  await teacher.signIn("teacher");
  await teacher.press(teacher.place("Messages"));
  await teacher.at("Messages");
  await teacher.look("the messages of a teacher");
  await teacher.press(teacher.link("Écrire un message"));
  await teacher.at("Écrire un message");
  await write(teacher);
  await teacher.press(teacher.button("Envoyer"));
  await teacher.at(SUBJECT);
  await teacher.says("Message envoyé.");
  await teacher.says("Télécharger consignes.txt");
  const thread = new URL(teacher.page.url()).pathname;
  await teacher.look("a message that was sent");
  // Only a public holiday makes an open school wait.
  if (await teacher.page.locator(".thread .marks", { hasText: "Sera remis" }).count()) return;

  await parent.page.waitForFunction((was) => document.querySelector("live-badge")?.textContent !== was, before);
  await answer(parent);
  await teacher.page.reload();
  await teacher.says(ANSWER);
  await teacher.press(teacher.page.locator(".thread-reach summary").first());
  await teacher.page.getByText(/: ouvert aujourd’hui à/).first().waitFor();
  await teacher.says("Ouvert par 1 personne sur");
  await teacher.look("a message opened and answered");
  await recall(teacher, await arrive(), thread);
  await find(teacher);
});

/** To the parents of a child, found by the first name; with a word in bold and a file. @param {Visitor} teacher */
async function write(teacher) {
  const { page } = teacher;
  const { first, full } = pupilOf(teacher);
  await chooseRecipient(teacher, first, new RegExp(`^Parents de .*${full}`));
  await teacher.look("a recipient chosen");
  await teacher.type(teacher.field("Objet"), SUBJECT);
  await teacher.reach(teacher.field("Message"));
  await page.keyboard.type("Il faut des ");
  await page.keyboard.press("Shift+Tab");
  await teacher.press(teacher.button("Gras"));
  await page.locator(".editor-text:focus").waitFor();
  await page.keyboard.type("bottes");
  assert.equal(await page.locator(".editor-text strong").textContent(), "bottes");
  await dropFile(teacher, "consignes.txt", "Des bottes, une gourde, un chapeau.\n".repeat(2000));
  await teacher.says("consignes.txt est prêt.");
  await page.getByRole("button", { name: "Retirer consignes.txt" }).waitFor();
  await teacher.look("a message with a file");
}

/** @param {Visitor} parent */
async function answer(parent) {
  const { page } = parent;
  await parent.place(/Aujourd’hui/).tap();
  await parent.link(`Message : ${SUBJECT}`).tap();
  await parent.at(SUBJECT);
  assert.equal(await page.locator(".thread strong", { hasText: "bottes" }).count(), 1);
  assert.equal(await page.locator(".thread-reach").count(), 0, "a parent is told who opened what");
  await parent.look("a message on a telephone");
  await page.locator(".editor-text").fill(ANSWER);
  await parent.button("Envoyer la réponse").tap();
  await parent.says("Message envoyé.");
  await parent.says(ANSWER);
  await parent.look("an answer on a telephone");
}

/** @param {Visitor} teacher @param {Visitor} other @param {string} thread */
async function recall(teacher, other, thread) {
  await teacher.press(teacher.button("Rappeler").first());
  await teacher.page.getByText(/Message rappelé pour \d+ personnes?\..*1 personne l’avait déjà ouvert et le garde/).first().waitFor();
  await teacher.look("a message taken back");
  await other.signIn("otherParent");
  other.expects(404);
  await other.go(thread, "Page introuvable");
}

/** Accents and capitals do not matter. @param {Visitor} teacher */
async function find(teacher) {
  for (const words of ["etang", "ÉTANG"]) {
    await teacher.go("/messages", "Messages");
    await teacher.type(teacher.page.getByRole("searchbox", { name: "Chercher dans mes messages" }), words);
    await teacher.press(teacher.button("Chercher"));
    await teacher.page.waitForURL((url) => url.searchParams.get("q") === words);
    await teacher.page.getByRole("main").getByRole("link", { name: SUBJECT }).first().waitFor();
  }
  await teacher.look("messages found");
}

journey("a pupil of CE1 or older writes to the teacher", async ({ arrive }) => {
  const pupil = await arrive({ width: 768, height: 1024, touch: true });
  await pupil.signIn("elder");
  await pupil.go("/messages", "Messages");
  await pupil.look("the messages of a pupil");
  await pupil.link("Écrire un message").tap();
  await pupil.at("Écrire un message");
  await pupil.says("Choisis à qui tu écris.");
  await chooseTeacher(pupil);
  await pupil.field("Objet").fill("Mon livre");
  await pupil.page.locator(".editor-text").fill("Je l’ai fini.");
  await pupil.look("the message of a pupil");
  await pupil.button("Envoyer mon message").tap();
  await pupil.at("Mon livre");
  await pupil.says("Message envoyé.");
  assert.equal(await pupil.page.getByText("Ouvert par").count(), 0, "a child is shown who opened what");
  await pupil.look("what a pupil sent");
});

/** The only person a child may write to is chosen already; of several, one is tapped. @param {Visitor} pupil */
async function chooseTeacher(pupil) {
  const chosen = pupil.page.locator(".recipient-chosen li").filter({ hasText: /./ });
  await pupil.page.locator(".recipient-chosen").waitFor({ state: "attached" });
  if ((await chosen.count()) === 0) {
    await pupil.page.getByRole("combobox", { name: "À", exact: true }).tap();
    await pupil.page.getByRole("option").first().tap();
  }
  await chosen.first().waitFor();
}

journey("without script, a message is written and sent", async ({ arrive }) => {
  const teacher = await arrive({ script: false });
  const { page } = teacher;
  const { first, full } = pupilOf(teacher);
  await teacher.signIn("teacher");
  await teacher.go("/messages/nouveau", "Écrire un message");
  await teacher.look("the form without script");
  await teacher.type(page.getByRole("searchbox", { name: "À", exact: true }), first);
  await teacher.press(teacher.button("Chercher des destinataires"));
  const found = page.locator(".option", { hasText: full }).filter({ hasText: "Parents de" });
  await found.getByRole("checkbox").waitFor();
  await teacher.press(found.getByRole("checkbox"), "Space");
  await teacher.look("people found without script");
  await teacher.type(teacher.field("Objet"), SUBJECT);
  await teacher.type(page.locator("textarea[name=body]"), "Il faut des bottes.\n\nMerci.");
  await teacher.press(teacher.button("Envoyer"));
  await teacher.at(SUBJECT);
  await teacher.says("Message envoyé.");
  assert.deepEqual(await page.locator(".thread .prose > p").allTextContents(), ["Il faut des bottes.", "Merci."]);
  await teacher.look("a message sent without script");
});
