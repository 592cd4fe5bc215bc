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
      await this.send((await given(worker.pushManager, decode(this.dataset.key ?? ""))).toJSON());
    } catch {
      button.disabled = false;
      this.say(this.dataset.failed);
    }
  }

  private async send(subscription: PushSubscriptionJSON): Promise<void> {
    const body = new URLSearchParams({
      endpoint: subscription.endpoint ?? "",
      p256dh: subscription.keys?.p256dh ?? "",
      auth: subscription.keys?.auth ?? "",
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

/** What the browser is woken by: the one it has already, unless it was made with another key, which would never wake it. */
async function given(manager: PushManager, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(options);
  } catch {
    await (await manager.getSubscription())?.unsubscribe();
    return manager.subscribe(options);
  }
}

/** Bytes from base64url. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
