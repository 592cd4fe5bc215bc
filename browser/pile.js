// A photograph of coupons for a journey: the pages of a PDF are drawn, cut, and laid on a table by a hand in a hurry.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Dots per inch. */
const SHARPNESS = "150";
const PER_PAGE = 3;

/** The first pages of a PDF as PNG. @param {Buffer} pdf @param {number} pages */
async function draw(pdf, pages) {
  const folder = await mkdtemp(join(tmpdir(), "preau-pile-"));
  try {
    await writeFile(join(folder, "coupons.pdf"), pdf);
    await run("pdftoppm", ["-r", SHARPNESS, "-png", "-f", "1", "-l", String(pages), join(folder, "coupons.pdf"), join(folder, "page")]);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
    return await Promise.all(names.map((name) => readFile(join(folder, name))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A photograph of the first coupons: each at its own angle, a little blurred, in the light of one window.
 * @param {import("playwright-core").Browser} browser @param {Buffer} pdf Three coupons on a page. @param {number} count
 */
export async function photographOf(browser, pdf, count) {
  const pages = await draw(pdf, Math.ceil(count / PER_PAGE));
  const studio = await browser.newPage();
  const sheets = pages.map((page) => `data:image/png;base64,${page.toString("base64")}`);
  const picture = await studio.evaluate(lay, { sheets, count, perPage: PER_PAGE });
  await studio.close();
  return { name: "pile.jpg", mimeType: "image/jpeg", buffer: Buffer.from(picture, "base64") };
}

/** Runs in a page. @param {{ sheets: string[], count: number, perPage: number }} pile @returns {Promise<string>} */
async function lay({ sheets, count, perPage }) {
  const images = await Promise.all(
    sheets.map(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image;
    }),
  );
  const angles = [-4, 3, -2, 4, 2, -3];
  const columns = 2;
  const width = 1180;
  const table = document.createElement("canvas");
  table.width = 2640;
  table.height = 720 * Math.ceil(count / columns);
  const light = table.getContext("2d");
  if (!light) throw new Error("no drawing surface");
  light.fillStyle = "#8a6a4c";
  light.fillRect(0, 0, table.width, table.height);
  light.filter = "blur(1.2px)";
  for (let rank = 0; rank < count; rank += 1) {
    const image = images[Math.floor(rank / perPage)];
    if (!image) throw new Error("not enough pages");
    const part = image.height / perPage;
    const height = (width * part) / image.width;
    const tilt = ((angles[rank % angles.length] ?? 0) * Math.PI) / 180;
    light.setTransform(1, 0.02, -0.03, 1, 660 + 1300 * (rank % columns), 360 + 710 * Math.floor(rank / columns));
    light.rotate(tilt);
    light.drawImage(image, 0, (rank % perPage) * part, image.width, part, -width / 2, -height / 2, width, height);
  }
  light.resetTransform();
  light.filter = "none";
  const shade = light.createLinearGradient(0, 0, table.width, table.height);
  shade.addColorStop(0, "rgba(20, 20, 40, 0.05)");
  shade.addColorStop(1, "rgba(20, 20, 40, 0.55)");
  light.fillStyle = shade;
  light.fillRect(0, 0, table.width, table.height);
  return table.toDataURL("image/jpeg", 0.8).split(",")[1] ?? "";
}
