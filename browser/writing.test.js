// What is typed: pasted from Word, kept while it is typed, taken up on another device.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** As Word copies a title, bold words and a numbered list. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head><body>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<p class="MsoNormal" style="margin:0cm"><span style="font-size:11pt">À prévoir : <b>des bottes</b><o:p></o:p></span></p>
<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp;&nbsp;</span></span><![endif]>un goûter<o:p></o:p></p>
<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">2.<span>&nbsp;&nbsp;</span></span><![endif]>une gourde<o:p></o:p></p>
</body></html>`;

journey("a text pasted from Word is clean, and is taken up on another device", async ({ arrive }) => {
  const [first, second] = [await arrive(), await arrive()];
  for (const teacher of [first, second]) {
    await teacher.signIn("teacher");
    if (teacher === second) await keep(first);
    await teacher.press(teacher.link("Publier dans le journal"));
    await teacher.at("Nouveau billet");
    await teacher.settle();
  }
  await second.says("commencé ailleurs");
  await second.press(second.button("Reprendre ce texte"));
  assert.match(await second.page.locator(".editor-text").innerText(), /une gourde/);
  await second.look("the text taken up");
});

/** Pastes, and waits until the server has it. @param {import("./visitor.js").Visitor} teacher */
async function keep(teacher) {
  const { page } = teacher;
  const text = page.locator(".editor-text");
  await text.focus();
  await text.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, WORD);
  const items = await page.locator(".editor-text ol > li").allInnerTexts();
  assert.deepEqual(items.map((item) => item.trim()), ["un goûter", "une gourde"]);
  assert.equal(await page.locator(".editor-text strong", { hasText: "des bottes" }).count(), 1);
  assert.equal(await page.locator(".editor-text [style], .editor-text [class^=Mso]").count(), 0);
  await teacher.says("Enregistré sur cet appareil, pas encore envoyé");
  await teacher.look("a draft on this device");
  await page.locator(".skip-link").focus();
  await teacher.says("Brouillon enregistré à");
}
