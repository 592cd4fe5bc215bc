// Finds every QR code of a photograph. The decoder finds one, and several confuse it: the photograph is looked at through
// windows, from the whole of it to small ones, until a code shows. Its size then says how small the windows must be for
// each of the others to stand alone in one.

import jsQR from "jsqr";

/** The longest side of a photograph as it is read, in pixels. */
const LONGEST = 2400;
/** What the decoder is given at most, in pixels. */
const LARGEST_WINDOW = 400;
/** It works on squares of this many pixels, and needs a few of them. */
const BLOCK = 8;
const FEWEST_BLOCKS = 6;
/** The longest side of the photograph over the side of a window, while nothing was found. */
const FRACTIONS = [1, 1.5, 2, 3, 4.5, 6.5, 9, 13];
/** Side and step of windows, in sizes of a code. */
const ALONE = [
  { side: 2.2, step: 1.05 },
  { side: 3.2, step: 2 },
];
/** The page breathes after so many milliseconds. */
const LONG = 30;

type Code = NonNullable<ReturnType<typeof jsQR>>;
type Point = Code["location"]["topLeftCorner"];

// A package of before modules: it exports the function, with itself as its own default.
const decode = (jsQR as typeof jsQR & { default?: typeof jsQR }).default ?? jsQR;

/** The texts of the QR codes of a photograph, each once. Fails when the file is no picture this browser can open. */
export async function codesIn(file: Blob): Promise<string[]> {
  const photograph = await Photograph.open(file);
  for (const fraction of FRACTIONS) {
    const side = photograph.longest / fraction;
    await photograph.sweep(side, side / 2);
    if (photograph.sizes.length > 0) break;
  }
  const size = median(photograph.sizes);
  if (size === undefined) return [];
  for (const { side, step } of ALONE) await photograph.sweep(size * side, size * step);
  return [...photograph.texts];
}

/** A photograph on which each code found is covered, so that it hides no other. */
class Photograph {
  readonly texts = new Set<string>();
  readonly sizes: number[] = [];
  private breath = performance.now();

  private constructor(
    private readonly whole: CanvasRenderingContext2D,
    private readonly window: CanvasRenderingContext2D,
  ) {}

  static async open(file: Blob): Promise<Photograph> {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    const whole = surface(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    whole.drawImage(bitmap, 0, 0, whole.canvas.width, whole.canvas.height);
    bitmap.close();
    return new Photograph(whole, surface(LARGEST_WINDOW, LARGEST_WINDOW));
  }

  get longest(): number {
    return Math.max(this.whole.canvas.width, this.whole.canvas.height);
  }

  /** Looks through windows of this side, one beside the other at this step. */
  async sweep(side: number, step: number): Promise<void> {
    const { width, height } = this.whole.canvas;
    for (const top of positions(height, side, step)) {
      for (const left of positions(width, side, step)) {
        while (this.look(left, top, side)) await this.breathe();
        await this.breathe();
      }
    }
  }

  /** Whether something new was found in a window. */
  private look(left: number, top: number, side: number): boolean {
    const blocks = Math.floor(Math.min(side, LARGEST_WINDOW) / BLOCK);
    const pixels = BLOCK * Math.max(FEWEST_BLOCKS, blocks);
    this.window.fillStyle = "#fff";
    this.window.fillRect(0, 0, pixels, pixels);
    this.window.drawImage(this.whole.canvas, left, top, side, side, 0, 0, pixels, pixels);
    const code = read(this.window.getImageData(0, 0, pixels, pixels));
    if (!code) return false;
    const scale = side / pixels;
    const place = ({ x, y }: Point) => ({ x: left + x * scale, y: top + y * scale });
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = code.location;
    const corners = [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner].map(place);
    this.cover(corners);
    // A cover that misses its code would be looked at for ever.
    if (this.texts.has(code.data)) return false;
    this.texts.add(code.data);
    this.sizes.push(Math.hypot(topRightCorner.x - topLeftCorner.x, topRightCorner.y - topLeftCorner.y) * scale);
    return true;
  }

  private cover(corners: Point[]): void {
    this.whole.fillStyle = "#fff";
    this.whole.beginPath();
    for (const { x, y } of corners) this.whole.lineTo(x, y);
    this.whole.closePath();
    this.whole.fill();
  }

  /** The page stays alive: whoever waits can scroll, type, and leave. */
  private async breathe(): Promise<void> {
    if (performance.now() - this.breath < LONG) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.breath = performance.now();
  }
}

function surface(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no drawing surface");
  return context;
}

/** A code that holds nothing is a mistake of the eye. The decoder fails, rather than answering, on nearly blank windows. */
function read({ data, width, height }: ImageData): Code | null {
  try {
    const code = decode(data, width, height, { inversionAttempts: "dontInvert" });
    return code && code.data ? code : null;
  } catch {
    return null;
  }
}

/** Where windows begin so that they cover a length, about `step` apart. */
function positions(length: number, side: number, step: number): number[] {
  if (length <= side) return [0];
  const count = Math.ceil((length - side) / step);
  return Array.from({ length: count + 1 }, (_, rank) => (rank * (length - side)) / count);
}

function median(sizes: number[]): number | undefined {
  return [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 2)];
}
