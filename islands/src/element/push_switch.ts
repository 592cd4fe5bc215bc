/**
 * Lets this browser be woken (Web Push): asks only once its button is pressed, and sends what the browser gives to the server.
 * Attributes: data-key (the key of the house), data-to (where it is sent), data-label (the button), data-refused,
 * data-impossible and data-failed (what is said instead).
 */
export class PushSwitch extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset.ready) return;
    this.dataset.ready = "yes";
    if (!("serviceWorker" in navigator) || !("PushManager" in window)) return this.say(this.dataset.impossible);
    if (Notification.permission === "denied") return this.say(this.dataset.refused);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-primary";
    button.textContent = this.dataset.label ?? "";
    button.addEventListener("click", () => void this.subscribe(button));
    this.append(button);
  }

  private async subscribe(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") return this.say(this.dataset.refused);
      await navigator.serviceWorker.register("/service-worker.js");
      const worker = await navigator.serviceWorker.ready;
      const key = decode(this.dataset.key ?? "");
      // A subscription made with another key of another house would never wake.
      await (await worker.pushManager.getSubscription())?.unsubscribe();
      const given = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      await this.send(given.toJSON());
    } catch {
      button.disabled = false;
      this.say(this.dataset.failed);
    }
  }

  private async send(given: PushSubscriptionJSON): Promise<void> {
    const body = new URLSearchParams({
      endpoint: given.endpoint ?? "",
      p256dh: given.keys?.p256dh ?? "",
      auth: given.keys?.auth ?? "",
    });
    const answer = await fetch(this.dataset.to ?? "", { method: "POST", body });
    if (!answer.ok) throw new Error(String(answer.status));
    window.location.assign(answer.url);
  }

  private say(words: string | undefined): void {
    const said = this.querySelector("p") ?? document.createElement("p");
    said.setAttribute("role", "status");
    said.textContent = words ?? "";
    this.append(said);
  }
}

/** Bytes from base64url. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
