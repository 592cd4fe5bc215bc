// Photographs of the main pages for each profile: node browser/screenshots.js OUTDIR
// Those of the README are parent-accueil-1280, enseignant-accueil-1280 and eleve-accueil-360.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { House } from "./house.js";
import { openBrowser } from "./journey.js";
import { comeIn } from "./office.js";
import { picture } from "./picture.js";
import { code } from "./totp.js";
import { Visitor } from "./visitor.js";

/** @type {[number, number][]} */
const SCREENS = [
  [1280, 860],
  [768, 1024],
  [360, 740],
];

/** @param {Visitor} visitor @param {string} name */
async function shoot(visitor, name) {
  await visitor.settle();
  await visitor.page.mouse.move(0, 0);
  for (const [width, height] of SCREENS) {
    await visitor.page.setViewportSize({ width, height });
    // The page as one finds it, then all of it.
    await visitor.page.screenshot({ path: join(out, `${name}-${width}.png`) });
    await visitor.page.screenshot({ path: join(out, `${name}-${width}-all.png`), fullPage: true });
  }
}

/** Follows the link that begins with an address. @param {Visitor} visitor @param {string} start */
async function pathOf(visitor, start) {
  const href = await visitor.page.locator(`main a[href^="${start}"]`).first().getAttribute("href");
  if (!href) throw new Error(`no link to ${start} on ${visitor.page.url()}`);
  return href;
}

/** The page of the class an address is about. @param {string} path */
function classOf(path) {
  return /^\/classes\/[^/]+/.exec(path)?.[0] ?? path;
}

/** Photographs pages by their addresses. @param {Visitor} visitor @param {[string, string][]} pages A name, an address. */
async function shootAll(visitor, pages) {
  for (const [name, path] of pages) {
    await visitor.page.goto(path);
    await shoot(visitor, name);
  }
}

/** The address behind a title of a list. @param {Visitor} visitor @param {string} list @param {string} title */
async function pathTo(visitor, list, title) {
  await visitor.page.goto(list);
  const href = await visitor.page.getByRole("main").getByRole("link", { name: title }).first().getAttribute("href");
  if (!href) throw new Error(`no « ${title} » on ${list}`);
  return href;
}

/** The first link of a page whose address is of a kind. @param {Visitor} visitor @param {string} list @param {RegExp} kind */
async function pathLike(visitor, list, kind) {
  await visitor.page.goto(list);
  const links = visitor.page.locator("main a[href]");
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const href = found.find((path) => kind.test(path));
  if (!href) throw new Error(`no link like ${kind} on ${list}`);
  return href;
}

/** @param {Visitor} visitor */
async function stranger(visitor) {
  for (const name of ["connexion", "activation", "mot-de-passe-oublie", "introuvable", "accessibilite", "protection-des-donnees", "charte"]) {
    await visitor.page.goto(`/${name}`);
    await shoot(visitor, name);
  }
  const { login, code: sheet } = visitor.house.newcomer;
  await visitor.go("/activation", "Activer mon compte");
  await visitor.field("Identifiant").fill(login);
  await visitor.field(/Code d’activation/).fill(sheet);
  await visitor.button("Continuer").click();
  await visitor.at(/Bonjour/);
  await shoot(visitor, "activation-choix");
  await visitor.page.goto("/connexion");
  await visitor.button("Se connecter").click();
  await visitor.page.locator(".error-summary").waitFor();
  await shoot(visitor, "connexion-erreurs");
}

/** @param {Visitor} visitor */
async function parent(visitor) {
  await visitor.signIn("parent");
  await shoot(visitor, "parent-accueil");
  await visitor.page.locator(".faces a").nth(1).click();
  await visitor.at(/^(?!Aujourd)/);
  await shoot(visitor, "parent-enfant");
  await visitor.go("/journal", /Journaux/);
  await shoot(visitor, "parent-journaux");
  await visitor.page.goto("/");
  const post = await pathOf(visitor, "/billets/");
  await visitor.page.goto(post);
  await shoot(visitor, "parent-billet");
  await visitor.page.goto(`${post}/signalement`);
  await shoot(visitor, "parent-signalement");
  await visitor.field("Qu’est-ce qui ne va pas ?").fill("La date n’est pas la bonne.");
  await visitor.button("Envoyer le signalement").click();
  await visitor.says("sont prévenues");
  await visitor.page.goto("/compte");
  await shoot(visitor, "parent-compte");
  const mot = await pathTo(visitor, "/carnet", "Sortie au théâtre");
  const message = await pathTo(visitor, "/messages", "La lecture à la maison");
  const news = await pathTo(visitor, "/actualites", "Le marché des enfants revient");
  await shootAll(visitor, [
    ["parent-carnet", "/carnet"],
    ["parent-mot", mot],
    ["parent-mot-signe", await pathTo(visitor, "/carnet", "Classe de découverte à la montagne")],
    ["parent-signaler", `/signaler${mot}`],
    ["parent-messages", "/messages"],
    ["parent-message", message],
    ["parent-message-nouveau", "/messages/nouveau"],
    ["parent-messages-reglages", "/messages/reglages"],
    ["parent-actualites", "/actualites"],
    ["parent-actualite", news],
    ["parent-notifications", "/compte/notifications"],
    ["parent-droit-image", "/droit-image"],
  ]);
}

/** @param {Visitor} visitor */
async function teacher(visitor) {
  await visitor.signIn("teacher");
  await shoot(visitor, "enseignant-accueil");
  const journal = await pathOf(visitor, "/classes/");
  const place = classOf(journal);
  await visitor.page.goto(`${place}/journal`);
  await shoot(visitor, "enseignant-journal");
  await visitor.page.goto(`${place}/billets/nouveau`);
  await shoot(visitor, "enseignant-formulaire");
  await visitor.field("Titre").fill("La visite du musée");
  await visitor.page.locator(".editor-text").click();
  await visitor.page.keyboard.type("Nous avons vu des tableaux et dessiné les nôtres.");
  await visitor.page.setInputFiles("#f-photos", picture("musee.png"));
  await visitor.page.locator(".photo").waitFor();
  await shoot(visitor, "enseignant-formulaire-rempli");
  await visitor.button("Continuer vers la publication").click();
  await visitor.at("Publier le billet");
  await visitor.page.locator(".sees-who summary").click();
  await shoot(visitor, "enseignant-publication");
  await visitor.page.locator("main form .button-primary").click();
  await visitor.at("La visite du musée");
  await shoot(visitor, "enseignant-billet");
  await visitor.page.goto(place);
  await shoot(visitor, "enseignant-classe");
  await visitor.page.goto(`${place}/fiches`);
  await shoot(visitor, "enseignant-fiches");
  const mot = await pathTo(visitor, "/carnet", "Matinée à la médiathèque");
  const message = await pathTo(visitor, "/messages", "La lecture à la maison");
  const mass = await pathTo(visitor, "/messages?boite=envoyes", "Des boîtes pour nos constructions");
  await shootAll(visitor, [
    ["enseignant-carnet", "/carnet"],
    ["enseignant-mot", mot],
    ["enseignant-mot-suivi", `${mot}/suivi`],
    ["enseignant-mot-nouveau", `${place}/mots/nouveau`],
    ["enseignant-mot-modele", `${place}/mots/nouveau?modele=reunion`],
    ["enseignant-mot-papier", `${await pathTo(visitor, "/carnet", "Sortie au théâtre")}/papier`],
    ["enseignant-mot-coupons", `${mot}/coupons`],
    ["enseignant-messages", "/messages"],
    ["enseignant-message", message],
    ["enseignant-message-classe", mass],
    ["enseignant-message-nouveau", "/messages/nouveau"],
    ["enseignant-messages-eleves", `${place}/messages`],
    ["enseignant-actualites", "/actualites"],
    ["enseignant-actualite-nouvelle", "/actualites/nouvelle"],
    ["enseignant-a-valider", "/a-valider"],
    ["enseignant-droit-image", `${place}/droit-image`],
    ["enseignant-joindre", `${place}/joindre`],
    ["enseignant-brouillons", "/brouillons"],
    ["enseignant-notifications", "/compte/notifications"],
  ]);
}

/** @param {Visitor} visitor */
async function pupil(visitor) {
  await visitor.signIn("pupil");
  await visitor.page.goto("/");
  await shoot(visitor, "eleve-accueil");
  const form = await pathOf(visitor, "/classes/");
  await visitor.page.goto(form);
  await shoot(visitor, "eleve-formulaire");
  await visitor.field("Titre").fill("Mon herbier");
  await visitor.page.locator(".editor-text").fill("J’ai trouvé cinq feuilles sous le chêne.");
  await visitor.button("Soumettre").click();
  await visitor.at("Mon herbier");
  await shoot(visitor, "eleve-billet-envoye");
  await visitor.page.goto(form.replace("/billets/nouveau", "/journal"));
  await shoot(visitor, "eleve-journal");
  await visitor.page.goto(await pathOf(visitor, "/billets/"));
  await shoot(visitor, "eleve-billet");
  await shootAll(visitor, [
    ["eleve-compte", "/compte"],
    ["eleve-parler", "/parler"],
  ]);
}

/** @param {Visitor} visitor */
async function head(visitor) {
  await visitor.signIn("head");
  await shoot(visitor, "direction-accueil");
  const school = await pathOf(visitor, "/ecoles/");
  const group = await pathOf(visitor, "/classes/");
  await visitor.page.goto(school);
  await shoot(visitor, "direction-ecole");
  await visitor.page.goto(`${school}/heures`);
  await shoot(visitor, "direction-heures");
  await visitor.page.goto(`${school}/qualite`);
  await shoot(visitor, "direction-qualite");
  await visitor.page.goto(classOf(group));
  await shoot(visitor, "direction-classe");
  await shootAll(visitor, [
    ["direction-carnet", "/carnet"],
    ["direction-messages", "/messages"],
    ["direction-fermetures", "/messages/fermetures"],
    ["direction-actualites", "/actualites"],
    ["direction-actualite", await pathTo(visitor, "/actualites", "Le marché des enfants revient")],
    ["direction-actualite-nouvelle", "/actualites/nouvelle"],
    ["direction-a-valider", "/a-valider"],
    ["direction-protection", `${school}/protection`],
    ["direction-joindre", `${school}/joindre`],
    ["direction-site", await pathLike(visitor, "/mon-site", /^\/mon-site\/[0-9a-f]{32}$/)],
    ["direction-assistance", "/assistance"],
  ]);
}

/** @param {Visitor} visitor */
async function administrator(visitor) {
  await visitor.signIn("administrator");
  await visitor.go("/compte/second-facteur", "Vérification en deux étapes");
  await shoot(visitor, "academie-second-facteur");
  const key = await visitor.page.locator("main code").textContent();
  await visitor.field("Code à six chiffres").fill(code(key ?? ""));
  await visitor.page.getByLabel("Mot de passe", { exact: true }).fill(visitor.house.password);
  await visitor.button("Activer la vérification").click();
  await visitor.at("Mon compte");
  await visitor.page.goto("/");
  await shoot(visitor, "academie-accueil");
  await visitor.page.goto("/annuaire/imports");
  await shoot(visitor, "academie-imports");
  const run = await visitor.page.locator('main a[href^="/annuaire/imports/"]').first().getAttribute("href");
  await visitor.page.goto(run ?? "");
  await shoot(visitor, "academie-compte-rendu");
  await visitor.page.goto(`${run}/lignes`);
  await shoot(visitor, "academie-lignes");
  await shootAll(visitor, [
    ["academie-actualites", "/actualites"],
    ["academie-actualite-nouvelle", "/actualites/nouvelle"],
    ["academie-vacances-scolaires", "/vacances-scolaires"],
    ["academie-fermetures", "/messages/fermetures"],
    ["academie-tracage", "/messages/tracage"],
  ]);
}

/** @param {Visitor} visitor */
async function academyOffice(visitor) {
  await comeIn(visitor, "academyOffice");
  const convention = await pathLike(visitor, "/conventions", /^\/conventions\/[0-9a-f]{32}$/);
  const sum = await pathLike(visitor, "/conventions/sommes", /^\/conventions\/[0-9a-f]{32}/);
  const signed = sum.split("/").slice(0, 3).join("/");
  const breach = await pathLike(visitor, "/", /\/manquement$/);
  await shootAll(visitor, [
    ["bureau-accueil", "/"],
    ["bureau-conventions", "/conventions"],
    ["bureau-convention", convention],
    ["bureau-convention-signee", signed],
    ["bureau-convention-somme", `${signed}/somme`],
    ["bureau-convention-manquement", breach],
    ["bureau-sommes", "/conventions/sommes"],
    ["bureau-campagnes", "/conventions/campagnes"],
    ["bureau-articles", "/conventions/articles"],
    ["bureau-identite", "/conventions/identite"],
    ["bureau-collectivites", "/collectivites"],
    ["bureau-collectivite", await pathLike(visitor, "/collectivites", /^\/collectivites\/[0-9a-f]{32}$/)],
    ["bureau-profils", "/mairies/profils"],
    ["bureau-profil", await pathLike(visitor, "/mairies/profils", /^\/mairies\/profils\/[0-9a-f]{32}$/)],
    ["bureau-reseau", "/mairies/reseau"],
    ["bureau-assistance", "/assistance"],
    ["bureau-formations", "/formations"],
    ["bureau-indicateurs", "/indicateurs"],
  ]);
}

/** @param {Visitor} visitor */
async function townOffice(visitor) {
  await comeIn(visitor, "townOffice");
  await shootAll(visitor, [
    ["mairie-accueil", "/ma-commune"],
    ["mairie-convention", await pathLike(visitor, "/conventions", /^\/conventions\/[0-9a-f]{32}$/)],
    ["mairie-inscriptions", "/conventions/inscriptions"],
    ["mairie-menus", "/ma-commune/cantine"],
    ["mairie-services", "/ma-commune/services"],
    ["mairie-demandes", "/demandes"],
    ["mairie-demande-ecole", await pathTo(visitor, "/demandes", "Le portail ne ferme plus à clé")],
    ["mairie-equipe", "/ma-commune/equipe"],
    ["mairie-documents", "/ma-commune/documents"],
    ["mairie-reseau", "/ma-commune/reseau"],
    ["mairie-assistance", "/assistance"],
  ]);
}

/** @param {Visitor} visitor */
async function townPress(visitor) {
  await comeIn(visitor, "townPress");
  const site = await pathLike(visitor, "/mon-site", /^\/mon-site\/[0-9a-f]{32}$/);
  await shootAll(visitor, [
    ["ville-avis", "/ma-commune/avis"],
    ["ville-avis-nouveau", "/ma-commune/avis/nouveau"],
    ["ville-greves", "/ma-commune/greves"],
    ["ville-greve", await pathLike(visitor, "/ma-commune/greves", /^\/ma-commune\/greves\/[0-9a-f]{32}$/)],
    ["ville-site", site],
    ["ville-page-nouvelle", `${site}/pages/nouvelle`],
    ["ville-indicateurs", "/indicateurs"],
  ]);
}

/** @param {Visitor} visitor */
async function adviser(visitor) {
  await comeIn(visitor, "adviser");
  await shootAll(visitor, [
    ["erun-accueil", "/"],
    ["erun-assistance", "/assistance"],
    ["erun-demande", await pathTo(visitor, "/assistance", "Préparer les badges de ma classe")],
    ["erun-chiffres", "/assistance/chiffres"],
    ["erun-formations", "/formations"],
    ["erun-formation", await pathTo(visitor, "/formations", "Remplacer le cahier de liaison")],
    ["erun-formation-nouvelle", "/formations/nouvelle"],
    ["erun-indicateurs", "/indicateurs"],
  ]);
}

/** @param {Visitor} visitor */
async function helpDesk(visitor) {
  await comeIn(visitor, "helpDesk");
  await shootAll(visitor, [
    ["assistance-bureau", "/assistance"],
    ["assistance-demande", await pathTo(visitor, "/assistance", "Reprendre les menus")],
    ["assistance-articles", "/aide-en-ligne"],
  ]);
}

/** @param {Visitor} visitor */
async function dataOfficer(visitor) {
  await comeIn(visitor, "dataOfficer");
  await shootAll(visitor, [
    ["dpo-accueil", "/"],
    ["dpo-espace", "/espace-dpo"],
    ["dpo-registre", "/registre"],
    ["dpo-conservation", "/conservation"],
    ["dpo-violations", "/violations"],
    ["dpo-demandes", "/demandes-de-droits"],
  ]);
}

/** What everybody reads, and what the commune and the help desk give to those of a school. @param {Visitor} visitor */
async function around(visitor) {
  const site = new URL(visitor.house.site).pathname;
  await shootAll(visitor, [
    ["site-accueil", site],
    ["site-page", `${site}/notre-ecole`],
    ["site-mentions-legales", `${site}/mentions-legales`],
    ["mairie-demande", "/mairie/demande"],
  ]);
  await visitor.signIn("parent");
  await shootAll(visitor, [
    ["parent-cantine", "/cantine"],
    ["parent-assistance", "/assistance"],
    ["parent-assistance-demande", await pathTo(visitor, "/assistance", "Le code du second parent est refusé")],
  ]);
}

const out = process.argv[2] ?? "";
if (!out) throw new Error("usage: node browser/screenshots.js OUTDIR");
await mkdir(out, { recursive: true });
const house = await House.open();
const browser = await openBrowser();
try {
  const walks = [stranger, parent, pupil, teacher, head, administrator, academyOffice, townOffice, townPress, adviser, helpDesk, dataOfficer, around];
  for (const walk of walks) {
    await walk(await Visitor.arrive(browser, house));
  }
} finally {
  await browser.close();
  await house.close();
}
