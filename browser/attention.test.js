// How a parent is told: the hour of the digest, hours of one's own, and the application a telephone installs.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

journey("a parent chooses when to be told", async ({ arrive }) => {
  const parent = await arrive({ width: 360, height: 740, touch: true });
  const { page } = parent;
  await parent.signIn("parent");
  await page.locator(".account summary").tap();
  await parent.link("Notifications").tap();
  await parent.at("Notifications");
  await parent.look("how one is told");
  await page.getByLabel("Résumé du jour").selectOption("1110");
  await parent.tick("N’être prévenu qu’à certaines heures");
  await page.locator("input[name=debut]").fill("19:00");
  await page.locator("input[name=fin]").fill("08:00");
  await parent.button("Enregistrer mes choix").tap();
  await page.locator(".error-summary:focus").waitFor();
  await parent.look("hours that end before they begin");
  await page.locator("input[name=debut]").fill("16:30");
  await page.locator("input[name=fin]").fill("19:00");
  await parent.tick("vendredi", false);
  await parent.button("Enregistrer mes choix").tap();
  await parent.says("Vos choix sont enregistrés.");
  await page.reload();
  await parent.at("Notifications");
  assert.equal(await page.locator("input[name=debut]").inputValue(), "16:30");
  assert.equal(await page.getByLabel("vendredi", { exact: true }).isChecked(), false);
  assert.equal(await page.getByLabel("Résumé du jour").inputValue(), "1110");
  await parent.look("hours of one’s own");
});

journey("the site installs as an application", async ({ arrive, house }) => {
  const parent = await arrive();
  const { page } = parent;
  await parent.signIn("parent");
  const worker = await page.evaluate(async () => {
    await navigator.serviceWorker.register("/service-worker.js");
    const { scope, active } = await navigator.serviceWorker.ready;
    return { scope, script: active?.scriptURL };
  });
  assert.deepEqual(worker, { scope: `${house.address}/`, script: `${house.address}/service-worker.js` });
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector("link[rel=manifest]")?.getAttribute("href") ?? "";
    const answer = await fetch(link);
    return { type: answer.headers.get("content-type") ?? "", content: await answer.json() };
  });
  assert.match(manifest.type, /^application\/manifest\+json/);
  const { content } = manifest;
  assert.ok(content.name && content.short_name && content.start_url === "/" && content.scope === "/", JSON.stringify(content));
  assert.ok(["standalone", "minimal-ui", "fullscreen"].includes(content.display));
  for (const { src, type } of content.icons) {
    const icon = await page.evaluate(async (address) => (await fetch(address)).headers.get("content-type"), src);
    assert.equal(icon, type);
  }
  // What Chromium itself thinks of it; a private window installs nothing, and says so.
  const devtools = await page.context().newCDPSession(page);
  assert.deepEqual((await devtools.send("Page.getAppManifest")).errors, []);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map((it) => it.errorId).filter((it) => it !== "in-incognito"), []);
  await page.reload();
  await parent.at("Aujourd’hui");
  await parent.look("a page under the worker");
});
