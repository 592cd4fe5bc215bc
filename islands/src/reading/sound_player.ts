/** Around `<audio>` and a hidden choice of speeds: shows it, and plays as fast as was chosen. */
export class SoundPlayer extends HTMLElement {
  connectedCallback(): void {
    const sound = this.querySelector("audio");
    const speed = this.querySelector("select");
    if (!sound || !speed) return;
    this.querySelector(".sound-speed")?.removeAttribute("hidden");
    const follow = (): void => {
      sound.playbackRate = Number(speed.value);
    };
    speed.addEventListener("change", follow);
    // Some browsers forget the speed when the sound begins.
    sound.addEventListener("play", follow);
  }
}
