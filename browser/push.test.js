// Web Push, judged by the standards: what reaches a push service, what a device reads in it, and who is left alone.

import assert from "node:assert/strict";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { deliverAlways } from "./hours.js";
import { journey } from "./journey.js";
import { pupilOf } from "./message.js";
import { sendMot, waits } from "./mot.js";
import { Device, PushService, soundPush } from "./push_service.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const NOTIFICATIONS = "/compte/notifications";
const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const service = new PushService();
after(() => service.close());

journey("a device is woken without a word, once for each mot, until it is known no more", async ({ arrive, house }) => {
  await service.open();
  const [head, teacher, parent, other] = [await arrive(), await arrive(), await arrive(), await arrive()];
  await head.signIn("head");
  await deliverAlways(head);
  await parent.signIn("parent");
  await parent.go(NOTIFICATIONS, "Notifications");
  const key = (await parent.page.locator("push-switch").getAttribute("data-key")) ?? "";
  const [device, quiet] = [new Device(), new Device()];
  await device.subscribe(parent, service);
  await parent.go(NOTIFICATIONS, "Notifications");
  await parent.button(/^Retirer /).first().waitFor();
  await parent.look("a device that may be woken");
  await other.signIn("otherParent");
  await other.go(NOTIFICATIONS, "Notifications");
  await quiet.subscribe(other, service);
  await notToday(other);

  await teacher.signIn("teacher");
  const mot = await sendMot(teacher, "Sortie au verger");
  if (await waits(teacher, mot)) return;
  const push = await service.push(device, 1);
  soundPush(push, { service, key, contact: house.address });
  const read = device.read(push);
  const { full, first } = pupilOf(parent);
  for (const secret of ["Sortie", "verger", full, first, house.person("teacher").name, "école", "classe", mot.split("/")[2] ?? ""]) {
    assert.ok(!read.includes(secret) && !String(push.headers.topic).includes(secret), `a push says « ${secret} »: ${read}`);
  }
  assert.deepEqual(Object.keys(JSON.parse(read)), ["tag"]);
  assert.throws(() => quiet.read(push), "another device reads it");

  service.status = 410;
  await again(teacher, "Sortie au moulin");
  const last = await service.push(device, 2);
  assert.notEqual(last.headers.topic, push.headers.topic, "another mot replaces the first notification");
  await again(teacher, "Sortie au pressoir");
  await pause(6000);
  assert.equal(service.to(device).length, 2, "a device that is gone is woken again");
  await parent.go(NOTIFICATIONS, "Notifications");
  assert.equal(await parent.button(/^Retirer /).count(), 0, "a device that is gone is still shown");
  assert.equal(service.to(quiet).length, 0, "a parent who wants quiet today is woken");
});

/** @param {Visitor} teacher @param {string} title */
async function again(teacher, title) {
  await teacher.go("/", "Aujourd’hui");
  await sendMot(teacher, title);
}

/** Keeps hours of one's own, today left out. @param {Visitor} visitor */
async function notToday(visitor) {
  const { page } = visitor;
  const today = new Intl.DateTimeFormat("fr-FR", { weekday: "long", timeZone: "Europe/Paris" }).format();
  await visitor.go(NOTIFICATIONS, "Notifications");
  await visitor.tick("N’être prévenu qu’à certaines heures");
  await page.locator("input[name=debut]").fill("00:00");
  await page.locator("input[name=fin]").fill("23:59");
  for (const day of DAYS) await visitor.tick(day, day !== today);
  await visitor.button("Enregistrer mes choix").click();
  await visitor.says("Vos choix sont enregistrés.");
}
