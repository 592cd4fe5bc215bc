const BAR = 4;
const GAP = 2;

/** What a microphone hears, drawn as bars that go by. Where motion disturbs, one bar that grows. */
export class Waveform {
  readonly canvas = document.createElement("canvas");
  private readonly still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  private context: AudioContext | undefined;
  private frame = 0;
  private levels: number[] = [];

  constructor() {
    this.canvas.setAttribute("aria-hidden", "true");
  }

  start(stream: MediaStream): void {
    this.context = new AudioContext();
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 1024;
    this.context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    this.levels = [];
    let last = 0;
    const draw = (now: number): void => {
      this.frame = requestAnimationFrame(draw);
      if (now - last < 60) return;
      last = now;
      analyser.getByteTimeDomainData(samples);
      this.levels.push(Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 128);
      this.draw();
    };
    this.frame = requestAnimationFrame(draw);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    void this.context?.close();
    this.context = undefined;
  }

  private draw(): void {
    const { canvas } = this;
    const pen = canvas.getContext("2d");
    if (!pen || canvas.clientWidth === 0) return;
    canvas.width = canvas.clientWidth;
    canvas.height = canvas.clientHeight;
    pen.fillStyle = getComputedStyle(canvas).color;
    if (this.still) {
      pen.fillRect(0, canvas.height / 3, canvas.width * (this.levels.at(-1) ?? 0), canvas.height / 3);
      return;
    }
    const shown = this.levels.slice(-Math.floor(canvas.width / (BAR + GAP)));
    this.levels = shown;
    shown.forEach((level, index) => {
      const height = Math.max(2, level * canvas.height);
      pen.fillRect(index * (BAR + GAP), (canvas.height - height) / 2, BAR, height);
    });
  }
}
