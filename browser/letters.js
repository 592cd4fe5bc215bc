// The letters of a house: without a mail server they stay in a folder of its data.

import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

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

/** Letters wait for the next five minutes, so that those of one conversation are one, and longer when a server asked to come back: a journey does not. @param {House} house */
export async function hurry(house) {
  const statement = "update outing set due_at = 0 where state = 'waiting' and channel = 'mail'";
  await promisify(execFile)("sqlite3", ["-cmd", ".timeout 10000", join(house.data, "preau.sqlite"), statement]);
}
