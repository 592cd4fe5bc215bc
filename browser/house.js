// A house for a journey: the program itself, on a demonstration of its own, stopped and forgotten at the end.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../target/", import.meta.url));
/** A debug build takes its time to draw the pictures and to hash the passwords. */
const PATIENCE = 180_000;

/** @typedef {{ login: string, name: string }} Person */
/** @typedef {{ mail?: string, forgives?: RegExp[], ahead?: number }} Options Where its letters go, complaints that are part of the journey, how many days later it is there. */
/** @typedef {"academyOffice" | "townOffice" | "townPress" | "adviser" | "helpDesk" | "dataOfficer"} Office Whoever has a task over a territory. */
/** @typedef {"parent" | "otherParent" | "pupil" | "elder" | "teacher" | "head" | "substitute" | "administrator" | Office} Role */

/** How the terminal calls each of them. @type {Record<Role, string>} */
const ROLES = {
  parent: "Parent (plusieurs enfants)",
  otherParent: "Autre parent",
  pupil: "Élève",
  elder: "Enfant de CE ou de CM",
  teacher: "Enseignant(e)",
  head: "Directeur, directrice",
  substitute: "Remplaçant(e)",
  administrator: "Administration",
  academyOffice: "Secrétariat de l’académie",
  townOffice: "Secrétariat de mairie",
  townPress: "Référent ville",
  adviser: "ERUN",
  helpDesk: "Assistance académique",
  dataOfficer: "DPO",
};

/** The program to try: `PREAU_BINARY`, else what cargo built last, for release before debug. */
export function program() {
  const built = ["release", "debug"].map((profile) => join(TARGET, profile, "preau"));
  const found = process.env.PREAU_BINARY ?? built.find((path) => existsSync(path));
  if (!found) throw new Error("no program to try: set PREAU_BINARY, or run cargo build --release");
  return found;
}

export class House {
  /** Starts the program and waits until it answers. @param {Options} options */
  static async open({ mail, forgives = [], ahead = 0 } = {}) {
    const data = await mkdtemp(join(tmpdir(), "preau-journey-"));
    const address = `http://127.0.0.1:${await freePort()}`;
    const settings = mail ? ["--mail", mail] : [];
    const house = new House(data, address, start(data, address, settings, ahead), forgives);
    house.settings = settings;
    await house.answers();
    return house;
  }

  /**
   * @param {string} data
   * @param {string} address
   * @param {import("node:child_process").ChildProcessWithoutNullStreams} child
   * @param {RegExp[]} forgives
   */
  constructor(data, address, child, forgives) {
    this.forgives = forgives;
    this.data = data;
    this.address = address;
    /** What it is started with besides. @type {string[]} */
    this.settings = [];
    this.said = "";
    this.log = "";
    this.attend(child);
  }

  /** Listens to a program that was started. @param {import("node:child_process").ChildProcessWithoutNullStreams} child */
  attend(child) {
    this.child = child;
    child.stdout.setEncoding("utf8").on("data", (text) => (this.said += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (this.log += text));
    /** @type {Promise<number | null>} */
    this.ended = new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
  }

  /** The password of everybody in the demonstration. */
  get password() {
    return this.read(/avec le mot de passe (\S+) :/);
  }

  /** @param {Role} role @returns {Person} */
  person(role) {
    const line = this.said.split("\n").find((it) => it.trim().startsWith(ROLES[role]));
    const [, login, name] = /^\s*(\S+)\s*(.*?)\s*$/.exec(line?.trim().slice(ROLES[role].length) ?? "") ?? [];
    if (!login) throw new Error(`nobody in the demonstration is « ${ROLES[role]} »:\n${this.said}`);
    return { login, name: name ?? "" };
  }

  /** The address everybody reads the site of the school at. */
  get site() {
    return this.read(/site public de l’école[^\n]*: (\S+)/);
  }

  /** A parent who has never come in, with the code of their connection sheet. */
  get newcomer() {
    const [login, name] = this.read(/Première connexion[^\n]*\n\s+Parent\s+(\S+\s+[^\n]*)\n/).split(/\s{2,}/);
    return { login: login ?? "", name: name ?? "", code: this.read(/Code de la fiche\s+(\S+)/) };
  }

  /** The same house some days after today: the program is started again. @param {number} ahead */
  async later(ahead) {
    const code = await this.stop();
    if (code !== 0) throw new Error(`the program did not stop as asked (${code}):\n${this.log}`);
    this.attend(start(this.data, this.address, this.settings, ahead));
    await this.answers();
  }

  async stop() {
    this.child?.kill("SIGTERM");
    const code = await Promise.race([this.ended, pause(20_000, "too long", { ref: false })]);
    if (code === "too long") this.child?.kill("SIGKILL");
    return code;
  }

  /** Stops the program, and tells what it complained of. */
  async close() {
    const code = await this.stop();
    await rm(this.data, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the program did not stop as asked (${code}):\n${this.log}`);
    // A machine that has much to do may leave out a note nobody needs, and says so.
    const forgiven = [/a note was not written in time/, ...this.forgives];
    const complaints = this.log.split("\n").filter((line) => / (ERROR|WARN) |panicked/.test(line) && !forgiven.some((it) => it.test(line)));
    if (complaints.length > 0) throw new Error(`the program complained:\n${this.log}`);
  }

  async answers() {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end && this.child?.exitCode === null) {
      const answer = await fetch(`${this.address}/connexion`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(100);
    }
    this.child?.kill("SIGKILL");
    throw new Error(`the program does not answer:\n${this.said}${this.log}`);
  }

  /** @param {RegExp} pattern */
  read(pattern) {
    const found = pattern.exec(this.said)?.[1];
    if (!found) throw new Error(`the demonstration does not say ${pattern}:\n${this.said}`);
    return found;
  }
}

/** @param {string} data @param {string} address @param {string[]} settings @param {number} ahead */
function start(data, address, settings, ahead) {
  const season = ahead > 0 ? ["--days-ahead", String(ahead)] : [];
  return spawn(program(), ["demo", "--data", data, "--listen", address.replace("http://", ""), ...settings, ...season]);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
