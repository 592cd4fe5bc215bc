// A photograph for a journey: a few lines of colour in a PNG, written here byte by byte.

import { crc32, deflateSync } from "node:zlib";

const WIDTH = 640;
const HEIGHT = 420;

/** @param {string} name */
export function picture(name) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2], 8);
  const bytes = Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels())),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { name, mimeType: "image/png", buffer: bytes };
}

/** A meadow under the sky; each line begins with the kind of its filter, none. */
function pixels() {
  const lines = Array.from({ length: HEIGHT }, (_, y) => {
    const line = Buffer.alloc(1 + WIDTH * 3);
    for (let x = 0; x < WIDTH; x += 1) line.set(colour(x, y), 1 + x * 3);
    return line;
  });
  return Buffer.concat(lines);
}

/** @param {number} x @param {number} y */
function colour(x, y) {
  const hill = HEIGHT * (0.6 + 0.08 * Math.sin(x / 90));
  if (y > hill) return [92, 148, 84];
  return [150 + (y * 90) / HEIGHT, 200 + (y * 30) / HEIGHT, 232];
}

/** @param {string} kind @param {Buffer} content */
function chunk(kind, content) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
