/** One channel per page however many badges: kept open a moment so that it survives a Turbo navigation. */
class Channel {
  private source: EventSource | undefined;
  private readonly listeners = new Set<(unread: number) => void>();

  constructor(private readonly address: string) {}

  add(listener: (unread: number) => void): void {
    this.listeners.add(listener);
    if (this.source) return;
    this.source = new EventSource(this.address);
    this.source.addEventListener("unread", (event) => this.tell(Number((event as MessageEvent<string>).data)));
  }

  remove(listener: (unread: number) => void): void {
    this.listeners.delete(listener);
    window.setTimeout(() => this.closeIfAlone(), 2000);
  }

  private tell(unread: number): void {
    if (!Number.isFinite(unread)) return;
    for (const listener of this.listeners) listener(unread);
  }

  private closeIfAlone(): void {
    if (this.listeners.size > 0) return;
    this.source?.close();
    this.source = undefined;
  }
}

const channels = new Map<string, Channel>();

function channelAt(address: string): Channel {
  const channel = channels.get(address) ?? new Channel(address);
  channels.set(address, channel);
  return channel;
}

/** The same count on the icon of the application, where it is installed. */
function markApplication(unread: number): void {
  if (!("setAppBadge" in navigator) || !Number.isFinite(unread)) return;
  const marked = unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge();
  // Refused by a browser that has no icon to mark: nothing is lost.
  marked.catch(() => undefined);
}

/**
 * A count that follows the server's event `unread`.
 * Attributes: data-src (the channel; absent: still), data-label-one, data-label-many (what follows the figure).
 */
export class LiveBadge extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset.src) channelAt(this.dataset.src).add(this.show);
    markApplication(Number(this.querySelector("span")?.textContent));
  }

  disconnectedCallback(): void {
    if (this.dataset.src) channelAt(this.dataset.src).remove(this.show);
  }

  private readonly show = (unread: number): void => {
    markApplication(unread);
    const [figure, words] = this.querySelectorAll("span");
    if (!figure || !words || figure.textContent === String(unread)) return;
    const label = unread === 1 ? this.dataset.labelOne : this.dataset.labelMany;
    figure.textContent = String(unread);
    words.setAttribute("aria-live", "polite");
    words.textContent = `${unread} ${label ?? ""}`;
    this.hidden = unread === 0;
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  };
}
