/**
 * Around a part of a page that changes by itself: shows it anew, and nothing else moves. Once the server shows it no
 * more, the page is loaded again. Attributes: data-every (seconds).
 */
export class FreshPart extends HTMLElement {
  private timer: number | undefined;

  connectedCallback(): void {
    const seconds = Number(this.dataset.every);
    if (seconds > 0) this.timer = window.setInterval(() => void this.refresh(), seconds * 1000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
  }

  private async refresh(): Promise<void> {
    const page = await pageAt(window.location.href);
    // Somebody may have gone to another page meanwhile.
    if (!page || !this.isConnected) return;
    const fresh = page.querySelector("fresh-part");
    if (fresh) this.replaceChildren(...fresh.childNodes);
    else window.location.reload();
  }
}

/** The page as it is now; nothing when the line or the server is down for a moment. */
async function pageAt(address: string): Promise<Document | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}
