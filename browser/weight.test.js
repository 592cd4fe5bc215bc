// What the first page of a parent weighs on the line, the first time and the next ones. Photographs are not counted.

import assert from "node:assert/strict";
import { journey } from "./journey.js";

/** @typedef {import("./visitor.js").Visitor} Visitor */

const FIRST = 100_000;
const NEXT = 15_000;

journey("the home page of a parent is light", async ({ arrive }) => {
  const parent = await arrive({ width: 360, height: 740, touch: true });
  await parent.signIn("parent");
  const session = await parent.page.context().newCDPSession(parent.page);
  await session.send("Network.enable");
  await session.send("Network.clearBrowserCache");
  const first = await weigh(parent, session);
  const next = await weigh(parent, session);
  report("first visit", first, FIRST);
  report("next visit", next, NEXT);
});

/** @param {Visitor} parent @param {import("playwright-core").CDPSession} session @returns {Promise<Map<string, number>>} */
async function weigh(parent, session) {
  /** @type {Map<string, string>} */
  const addresses = new Map();
  /** @type {Map<string, number>} */
  const weights = new Map();
  const ask = (/** @type {any} */ { requestId, request }) => addresses.set(requestId, new URL(request.url).pathname);
  const end = (/** @type {any} */ { requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address && !address.includes("/photos/")) weights.set(address, (weights.get(address) ?? 0) + encodedDataLength);
  };
  await parent.page.goto("about:blank");
  session.on("Network.requestWillBeSent", ask);
  session.on("Network.loadingFinished", end);
  await parent.go("/", "Aujourd’hui");
  await parent.settle();
  // What is asked for once all is drawn: typefaces, drawings.
  await parent.page.waitForTimeout(1500);
  session.off("Network.requestWillBeSent", ask);
  session.off("Network.loadingFinished", end);
  return weights;
}

/** @param {string} visit @param {Map<string, number>} weights @param {number} most */
function report(visit, weights, most) {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const parts = [...weights].filter(([, weight]) => weight > 0).map(([address, weight]) => `${address} ${weight}`);
  console.log(`${visit}: ${total} bytes (${most} at most): ${parts.join(", ")}`);
  assert.ok(total > 0, "nothing was weighed");
  assert.ok(total <= most, `${visit}: ${total} bytes`);
}
