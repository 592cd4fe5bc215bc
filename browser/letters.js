// The letters of a house: without a mail server they stay in a folder of its data.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** @typedef {import("./house.js").House} House */

/** The link in a letter about something, once it has been sent. @param {House} house @param {RegExp} link */
export async function linkIn(house, link) {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const letter of await letters(house)) {
      const found = link.exec(letter)?.[0];
      if (found) return found;
    }
    await pause(200);
  }
  throw new Error(`no letter says ${link}: ${await letters(house)}`);
}

/** @param {House} house */
async function letters(house) {
  const folder = join(house.data, "courrier");
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map(async (name) => plain(await readFile(join(folder, name), "utf8"))));
}

/** Undoes the encodings of mail. @param {string} letter */
export function plain(letter) {
  const [head = "", ...body] = letter.split(/\r?\n\r?\n/);
  const text = body.join("\n\n");
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(text, "base64").toString("utf8");
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return text;
  const bytes = text.replaceAll(/=\r?\n/g, "").replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
