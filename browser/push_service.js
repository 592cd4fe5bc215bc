// A push service and a browser of their own: what the house sends is judged by the standards, with code that is not its own.

import assert from "node:assert/strict";
import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import ece from "http_ece";

/** @typedef {{ path: string, method: string, headers: import("node:http").IncomingHttpHeaders, body: Buffer }} Push */

export class PushService {
  constructor() {
    /** @type {Push[]} */
    this.pushes = [];
    /** What is answered. */
    this.status = 201;
    this.address = "";
    this.server = createServer((request, response) => {
      /** @type {Buffer[]} */
      const parts = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        this.pushes.push({ path: request.url ?? "", method: request.method ?? "", headers: request.headers, body: Buffer.concat(parts) });
        response.writeHead(this.status).end();
      });
    });
  }

  /** @returns {Promise<void>} */
  open() {
    return new Promise((resolve) => {
      this.server.listen(0, "127.0.0.1", () => {
        const address = this.server.address();
        this.address = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
        resolve();
      });
    });
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve(undefined)));
  }

  /** What came for a device. @param {Device} device */
  to(device) {
    return this.pushes.filter((push) => push.path === device.path);
  }

  /** Waits until so many came for a device; gives the last. @param {Device} device @param {number} count @returns {Promise<Push>} */
  async push(device, count) {
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(200)) {
      const found = this.to(device)[count - 1];
      if (found) return found;
    }
    throw new Error(`${this.to(device).length} pushes for ${device.path}, not ${count}`);
  }
}

/** The keys a browser makes for itself. */
export class Device {
  constructor() {
    this.path = `/push/${randomBytes(16).toString("base64url")}`;
    this.auth = randomBytes(16);
    this.keys = createECDH("prime256v1");
    this.keys.generateKeys();
  }

  /** Gives itself to the house, with the session of somebody. @param {import("./visitor.js").Visitor} visitor @param {PushService} service */
  async subscribe({ page }, service) {
    const given = { endpoint: `${service.address}${this.path}`, p256dh: this.keys.getPublicKey("base64url"), auth: this.auth.toString("base64url") };
    const answer = await page.evaluate(async (fields) => {
      const answer = await fetch("/notifications/abonnements", { method: "POST", body: new URLSearchParams(fields) });
      return { ok: answer.ok, text: await answer.text() };
    }, given);
    assert.ok(answer.ok && answer.text.includes("Cet appareil est autorisé."), answer.text.slice(0, 2000));
  }

  /** RFC 8291 and RFC 8188, by another's hand. @param {Push} push @returns {string} */
  read(push) {
    return ece.decrypt(push.body, { version: "aes128gcm", privateKey: this.keys, authSecret: this.auth.toString("base64url") }).toString("utf8");
  }
}

/** What RFC 8030, 8188 and 8292 ask of a request. @param {Push} push @param {{ service: PushService, key: string, contact: string }} expected */
export function soundPush({ method, headers, body }, { service, key, contact }) {
  assert.equal(method, "POST");
  assert.match(String(headers.ttl), /^\d+$/);
  assert.ok(Number(headers.ttl) > 0 && Number(headers.ttl) <= 4 * 7 * 24 * 3600, String(headers.ttl));
  assert.ok(["very-low", "low", "normal", "high"].includes(String(headers.urgency)), String(headers.urgency));
  assert.match(String(headers.topic), /^[A-Za-z0-9_-]{1,32}$/);
  assert.equal(headers["content-encoding"], "aes128gcm");
  assert.ok(body.length <= 4096, "a push service takes no more");
  const [, token = "", shown = ""] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
  assert.equal(shown, key, "signed with the key browsers subscribed with");
  soundToken(token, shown, service.address, contact);
}

/** @param {string} token @param {string} key @param {string} audience @param {string} contact */
function soundToken(token, key, audience, contact) {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const json = (/** @type {string} */ part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  assert.equal(json(head).alg, "ES256");
  const { aud, exp, sub } = json(claims);
  const now = Date.now() / 1000;
  assert.equal(aud, audience);
  assert.ok(exp > now && exp <= now + 24 * 3600, `good until ${exp}, it is ${now}`);
  assert.equal(sub, contact);
  const point = Buffer.from(key, "base64url");
  assert.equal(point.length, 65);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((it) => it.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = Buffer.from(`${head}.${claims}`);
  assert.ok(verify("sha256", signed, { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url")), "the signature is good");
}
