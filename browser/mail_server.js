// A mail server of another make (smtp-server): takes letters as one of the town would, and refuses what a journey asks it to.

import { SMTPServer } from "smtp-server";
import { setTimeout as pause } from "node:timers/promises";
import { plain } from "./letters.js";

/** @typedef {{ to: string, raw: string, headers: Map<string, string>, subject: string, text: string }} Letter */

export class MailServer {
  constructor() {
    /** What was accepted, in its order. @type {Letter[]} */
    this.letters = [];
    /** What is answered to some recipients, and how many times. @type {Map<string, { status: number, times: number }>} */
    this.refusals = new Map();
    /** Recipients that were refused. @type {string[]} */
    this.refused = [];
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      closeTimeout: 500,
      onRcptTo: (/** @type {{ address: string }} */ { address }, /** @type {unknown} */ _session, /** @type {(error?: Error) => void} */ done) => done(this.judge(address)),
      onData: (/** @type {import("node:stream").Readable} */ stream, /** @type {any} */ session, /** @type {(error?: Error) => void} */ done) => {
        /** @type {Buffer[]} */
        const parts = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => {
          for (const { address } of session.envelope.rcptTo) this.letters.push(read(address, Buffer.concat(parts).toString("utf8")));
          done();
        });
      },
    });
    // A house that stops hangs up as it likes.
    this.server.on("error", () => undefined);
  }

  /** Begins to listen; gives the address of the server. @returns {Promise<string>} */
  open() {
    return new Promise((resolve) => {
      const listening = this.server.listen(0, "127.0.0.1", () => {
        const address = listening.address();
        resolve(`smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
      });
    });
  }

  close() {
    return new Promise((resolve) => this.server.close(() => resolve(undefined)));
  }

  /** Refuses letters to an address. @param {string} address @param {number} status @param {number} times */
  refuse(address, status, times = Number.POSITIVE_INFINITY) {
    this.refusals.set(address, { status, times });
  }

  /** @param {string} address @returns {Error | undefined} */
  judge(address) {
    const refusal = this.refusals.get(address);
    if (!refusal || refusal.times <= 0) return undefined;
    refusal.times -= 1;
    this.refused.push(address);
    return Object.assign(new Error("not now, or not here"), { responseCode: refusal.status });
  }

  /** The letters to an address about something. @param {string} to @param {RegExp} about */
  to(to, about) {
    return this.letters.filter((letter) => letter.to === to && about.test(letter.text));
  }

  /** Waits for a letter. @param {string} to @param {RegExp} about @param {() => Promise<void>} between What is done meanwhile. @returns {Promise<Letter>} */
  async letter(to, about, between = () => pause(200)) {
    for (const end = Date.now() + 20_000; Date.now() < end; await between()) {
      const [found] = this.to(to, about);
      if (found) return found;
    }
    throw new Error(`no letter to ${to} says ${about}: ${JSON.stringify(this.letters)}`);
  }
}

/** Reads a letter as a mail reader does (RFC 5322, RFC 2047). @param {string} to @param {string} raw @returns {Letter} */
function read(to, raw) {
  const head = raw.split(/\r\n\r\n/)[0] ?? "";
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  return { to, raw, headers, subject: words(headers.get("subject") ?? ""), text: plain(raw) };
}

/** Encoded words; the space between two of them is none. @param {string} text */
function words(text) {
  return text.replaceAll(/\?=\s+=\?/g, "?==?").replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, coded) => {
    if (kind.toLowerCase() === "b") return Buffer.from(coded, "base64").toString("utf8");
    const bytes = coded.replaceAll("_", " ").replaceAll(/=([0-9A-F]{2})/gi, (/** @type {string} */ _, /** @type {string} */ hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  });
}
