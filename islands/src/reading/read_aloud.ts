import { canSpeak, hasFrenchVoice, speak, stopSpeaking, wordsOf } from "./speech";

/**
 * A button that reads an element of the page aloud, and stops. Around its drawing; hidden where no voice can be heard.
 * Attributes: data-text (the identifier of the element), data-listen, data-stop.
 */
export class ReadAloud extends HTMLElement {
  private readonly word = document.createElement("span");
  private button: HTMLButtonElement | undefined;
  private reading = false;

  connectedCallback(): void {
    if (!canSpeak() || !hasFrenchVoice()) return;
    this.button ??= this.build();
    this.hidden = false;
    this.show(false);
    window.addEventListener("pagehide", this.silence);
  }

  /** Turbo keeps a copy of the page: it must contain what the server sent. */
  disconnectedCallback(): void {
    window.removeEventListener("pagehide", this.silence);
    this.silence();
    this.hidden = true;
    this.word.remove();
    if (this.button) this.replaceChildren(...this.button.childNodes);
    this.button = undefined;
  }

  private build(): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.append(...this.childNodes, this.word);
    button.addEventListener("click", () => this.toggle());
    this.append(button);
    return button;
  }

  private toggle(): void {
    const text = document.getElementById(this.dataset.text ?? "");
    if (this.reading || !text) return this.silence();
    this.show(true);
    speak(wordsOf(text), () => this.show(false));
  }

  private readonly silence = (): void => {
    if (this.reading) stopSpeaking();
    this.show(false);
  };

  private show(reading: boolean): void {
    this.reading = reading;
    this.word.textContent = (reading ? this.dataset.stop : this.dataset.listen) ?? "";
  }
}
