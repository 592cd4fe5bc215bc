// The form of a message, as a hand on the keyboard fills it in.

import assert from "node:assert/strict";

/** @typedef {import("./visitor.js").Visitor} Visitor */

/** More proposals than are ever shown. */
const MOST = 30;

/** Types the beginning of a name and chooses a proposal, by the keyboard alone. @param {Visitor} writer @param {string} typed @param {RegExp} wanted */
export async function chooseRecipient(writer, typed, wanted) {
  const { page } = writer;
  const search = page.getByRole("combobox", { name: "À", exact: true });
  await writer.type(search, typed);
  const option = page.getByRole("option").filter({ hasText: wanted }).first();
  await option.waitFor();
  for (let step = 0; (await option.getAttribute("aria-selected")) !== "true"; step += 1) {
    assert.ok(step < MOST, `the arrows do not reach ${wanted}`);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page.locator(".recipient-chosen li").filter({ hasText: /./ }).first().waitFor();
}

/** Begins a message to the parents of the pupil of the demonstration. @param {Visitor} teacher @param {string} subject @param {string} text */
export async function writeToParents(teacher, subject, text) {
  const { first, full } = pupilOf(teacher);
  await teacher.go("/messages/nouveau", "Écrire un message");
  await chooseRecipient(teacher, first, new RegExp(`^Parents de .*${full}`));
  await teacher.type(teacher.field("Objet"), subject);
  await teacher.page.locator(".editor-text").fill(text);
}

/** The pupil's first name, and the whole. @param {Visitor} visitor */
export function pupilOf(visitor) {
  const full = visitor.house.person("pupil").name;
  // The last name alone is in capitals.
  const first = full.split(" ").filter((word) => word !== word.toUpperCase()).join(" ");
  return { full, first };
}

/** Drops a file on the form, as the mouse would. @param {Visitor} writer @param {string} name @param {string} content */
export async function dropFile(writer, name, content) {
  await writer.page.locator("file-picker .pieces-drop").waitFor();
  await writer.page.locator("form:has(file-picker)").evaluate(
    (form, [title, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text ?? ""], title ?? "", { type: "text/plain" }));
      for (const kind of ["dragover", "drop"]) form.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content],
  );
}
