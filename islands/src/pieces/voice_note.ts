import { FilePicker } from "./file_picker";
import { Waveform } from "./waveform";

/** Opus where it is known; AAC on Apple's. */
const FORMATS: [string, string][] = [
  ["audio/webm;codecs=opus", "webm"],
  ["audio/mp4", "m4a"],
  ["audio/ogg;codecs=opus", "ogg"],
];
/** Enough for a voice: a minute weighs a quarter of a megabyte. */
const BITS_PER_SECOND = 32_000;
/** How many seconds before the end it is told. */
const ALMOST = 15;
const SVG = "http://www.w3.org/2000/svg";

/**
 * Beside a `<file-picker>`: records a voice, lets it be heard, and gives it to the picker. Hidden where nothing can record.
 * Attributes: data-seconds (at most), data-sprite, and its words: data-title, -record, -stop, -keep, -again, -give-up,
 * -listen, -name, -begun, -almost, -over, -refused, -limit.
 */
export class VoiceNote extends HTMLElement {
  private readonly status = document.createElement("p");
  private readonly counter = document.createElement("p");
  private readonly stage = document.createElement("div");
  private readonly wave = new Waveform();
  private stream: MediaStream | undefined;
  private recorder: MediaRecorder | undefined;
  private clock: number | undefined;
  private address: string | undefined;

  connectedCallback(): void {
    if (!format() || !("mediaDevices" in navigator) || !("AudioContext" in window)) return;
    this.stage.className = "voice";
    this.stage.setAttribute("role", "group");
    this.stage.setAttribute("aria-label", this.dataset.title ?? "");
    this.status.className = "quiet";
    this.status.setAttribute("role", "status");
    this.counter.className = "voice-counter";
    this.append(this.stage, this.status);
    this.hidden = false;
    this.rest();
  }

  /** Turbo keeps a copy of the page, and nobody listens when it is gone. */
  disconnectedCallback(): void {
    this.hush();
    this.release();
    this.hidden = true;
    this.replaceChildren();
  }

  private get most(): number {
    return Number(this.dataset.seconds) || 180;
  }

  /** Nothing is recorded. */
  private rest(): HTMLButtonElement {
    this.release();
    const record = this.button("record", "secondary", () => void this.record(), "micro");
    const limit = document.createElement("span");
    limit.className = "quiet";
    limit.textContent = this.dataset.limit ?? "";
    this.stage.replaceChildren(line(record, limit));
    return record;
  }

  private async record(): Promise<void> {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.say(this.dataset.refused);
      return;
    }
    const [mimeType, end] = format() ?? ["", ""];
    const heard: Blob[] = [];
    this.recorder = new MediaRecorder(this.stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.recorder.addEventListener("dataavailable", (event) => heard.push(event.data));
    this.recorder.addEventListener("stop", () => this.listen(new Blob(heard, { type: mimeType }), end), { once: true });
    // By the second: what was said before an accident is not lost with it.
    this.recorder.start(1000);
    const stop = this.button("stop", "primary", () => this.hush());
    this.stage.replaceChildren(line(this.counter, stop), this.wave.canvas);
    this.wave.start(this.stream);
    this.count();
    this.say(this.dataset.begun);
    stop.focus();
  }

  private count(): void {
    const begun = performance.now();
    let told = false;
    const tick = (): void => {
      const seconds = Math.floor((performance.now() - begun) / 1000);
      this.counter.textContent = `${time(seconds)} / ${time(this.most)}`;
      if (!told && this.most - seconds <= ALMOST && this.most > 2 * ALMOST) {
        told = true;
        this.say(this.dataset.almost);
      }
      if (seconds >= this.most) this.hush();
    };
    tick();
    this.clock = window.setInterval(tick, 250);
  }

  /** Stops recording; what was heard follows by the recorder's event. */
  private hush(): void {
    window.clearInterval(this.clock);
    this.wave.stop();
    if (this.recorder?.state === "recording") this.recorder.stop();
    this.recorder = undefined;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
  }

  /** It can be heard before it is kept. */
  private listen(sound: Blob, end: string): void {
    if (!this.isConnected) return;
    const player = document.createElement("audio");
    this.address = URL.createObjectURL(sound);
    player.controls = true;
    player.src = this.address;
    player.setAttribute("aria-label", this.dataset.listen ?? "");
    const keep = this.button("keep", "primary", () => this.keep(sound, end), "fait");
    const again = this.button("again", "secondary", () => {
      this.release();
      void this.record();
    });
    const leave = this.button("giveUp", "quiet", () => this.rest().focus());
    this.stage.replaceChildren(player, line(keep, again, leave));
    this.say(this.dataset.over);
    keep.focus();
  }

  private keep(sound: Blob, end: string): void {
    const now = new Date();
    const hour = `${now.getHours()} h ${String(now.getMinutes()).padStart(2, "0")}`;
    const file = new File([sound], `${this.dataset.name ?? ""} ${hour}.${end}`, { type: sound.type });
    const picker = this.parentElement?.querySelector("file-picker");
    if (picker instanceof FilePicker) picker.add([file]);
    this.rest().focus();
  }

  private release(): void {
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = undefined;
  }

  private button(word: string, look: string, act: () => void, icon?: string): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `button button-${look}`;
    const words = document.createElement("span");
    words.textContent = this.dataset[word] ?? "";
    if (icon) button.append(drawing(`${this.dataset.sprite ?? ""}#${icon}`));
    button.append(words);
    button.addEventListener("click", act);
    return button;
  }

  private say(words: string | undefined): void {
    this.status.textContent = words ?? "";
  }
}

function format(): [string, string] | undefined {
  if (!("MediaRecorder" in window)) return undefined;
  return FORMATS.find(([type]) => MediaRecorder.isTypeSupported(type));
}

/** « 2:05 ». */
function time(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function line(...parts: HTMLElement[]): HTMLDivElement {
  const row = document.createElement("div");
  row.className = "voice-line";
  row.append(...parts);
  return row;
}

function drawing(address: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", address);
  svg.append(use);
  return svg;
}
