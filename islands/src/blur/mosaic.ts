/** A part of a picture, in its pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** So few cells along the longer side that no face can be put together again, nor a name on a label. */
const CELLS = 4;
/** A cell is never smaller, in pixels. */
const SMALLEST = 16;
/** Colours are rounded to so many steps: what they were is not in the file any more. */
const STEP = 32;

/** Replaces a part of a picture by a few plain squares: the pixels there are gone. */
export function mosaic(context: CanvasRenderingContext2D, area: Area): void {
  const cell = Math.max(SMALLEST, Math.ceil(Math.max(area.width, area.height) / CELLS));
  for (let y = area.y; y < area.y + area.height; y += cell) {
    for (let x = area.x; x < area.x + area.width; x += cell) {
      const width = Math.min(cell, area.x + area.width - x);
      const height = Math.min(cell, area.y + area.height - y);
      context.fillStyle = mean(context.getImageData(x, y, width, height).data);
      context.fillRect(x, y, width, height);
    }
  }
}

function mean(pixels: Uint8ClampedArray): string {
  const sums = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    for (let colour = 0; colour < 3; colour += 1) sums[colour] = (sums[colour] ?? 0) + (pixels[at + colour] ?? 0);
  }
  const count = Math.max(1, pixels.length / 4);
  const rounded = sums.map((sum) => Math.min(255, Math.round(sum / count / STEP) * STEP));
  return `rgb(${rounded.join(" ")})`;
}

/** A part within the picture, on whole pixels; at least one. */
export function within(area: Area, width: number, height: number): Area {
  const x = Math.min(Math.max(0, Math.floor(area.x)), width - 1);
  const y = Math.min(Math.max(0, Math.floor(area.y)), height - 1);
  const right = Math.min(width, Math.max(x + 1, Math.ceil(area.x + area.width)));
  const bottom = Math.min(height, Math.max(y + 1, Math.ceil(area.y + area.height)));
  return { x, y, width: right - x, height: bottom - y };
}
