// A file sent to /depots piece by piece. What a cut interrupts goes on from where the server stopped receiving.

const SMALLEST = 128 * 1024;
const LARGEST = 4 * 1024 * 1024;
/** A piece should take about so long: small ones on a slow line, large ones on a fast one. Milliseconds. */
const PACE = 3000;
/** Between two attempts while the line is down, longer each time. Milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

interface Told {
  id?: string;
  received?: number;
  done?: boolean;
  message?: string;
}

/** Refused by the server, in its own words; sending again changes nothing. */
export class Refused extends Error {}

export interface Watcher {
  /** How much has arrived, from 0 to 1. */
  arrived(share: number): void;
  /** Whether the line is down. */
  waiting(down: boolean): void;
}

/** Sends a file; answers the identifier of its deposit. */
export async function deposit(file: File, watcher: Watcher, signal: AbortSignal): Promise<string> {
  const body = new URLSearchParams({ name: file.name, size: String(file.size) });
  const told = await insist(() => ask("/depots", { method: "POST", body, signal }), watcher, signal);
  const id = told.id ?? "";
  try {
    await send(`/depots/${id}`, file, watcher, signal);
  } catch (error) {
    if (signal.aborted) void forget(id);
    throw error;
  }
  return id;
}

/** Whether a deposit is whole and still there. */
export async function isReady(id: string): Promise<boolean> {
  try {
    const answer = await fetch(`/depots/${id}`);
    return answer.ok && !answer.redirected && ((await answer.json()) as Told).done === true;
  } catch {
    return false;
  }
}

/** Tells the server that nobody wants the file any more. It would find out by itself two days later. */
export async function forget(id: string): Promise<void> {
  await fetch(`/depots/${id}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
}

async function send(address: string, file: File, watcher: Watcher, signal: AbortSignal): Promise<void> {
  let from = 0;
  let size = SMALLEST;
  for (;;) {
    const begun = performance.now();
    const piece = file.slice(from, from + size);
    const told = await insist(() => put(address, from, piece, signal), watcher, signal);
    if (told.done) break;
    from = told.received ?? 0;
    watcher.arrived(from / file.size);
    const took = performance.now() - begun;
    size = Math.min(LARGEST, Math.max(SMALLEST, Math.round((piece.size * PACE) / Math.max(took, 50))));
  }
  watcher.arrived(1);
}

function put(address: string, from: number, piece: Blob, signal: AbortSignal): Promise<Told> {
  const headers = { "Content-Type": "application/octet-stream" };
  return ask(`${address}?depuis=${from}`, { method: "PATCH", body: piece, headers, signal });
}

/** What the server says; a line that is cut, or a server that is down for a moment, throws something else than Refused. */
async function ask(address: string, request: RequestInit): Promise<Told> {
  const answer = await fetch(address, request);
  // The session has ended, or the page has: nothing more can be sent from here.
  if (answer.redirected || answer.status === 404 || answer.status === 403) throw new Refused();
  if (answer.status >= 500 || answer.status === 429) throw new TypeError(String(answer.status));
  const told = (await answer.json().catch(() => ({}))) as Told;
  // 409 says where the server stands: the next piece begins there.
  if (answer.ok || answer.status === 409) return told;
  throw new Refused(told.message);
}

async function insist(attempt: () => Promise<Told>, watcher: Watcher, signal: AbortSignal): Promise<Told> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      const told = await attempt();
      watcher.waiting(false);
      return told;
    } catch (error) {
      if (error instanceof Refused || signal.aborted) throw error;
      watcher.waiting(true);
      await rest(pause, signal);
    }
  }
}

/** A pause that ends when the line comes back, or when nobody wants the file any more. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      window.clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = window.setTimeout(end, milliseconds);
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}
