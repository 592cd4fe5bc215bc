// Before the door: what anybody reads, and how somebody who forgot everything comes back in.

import { journey } from "./journey.js";
import { linkIn } from "./letters.js";

const PASSWORD = "Quatre violons sur la lune";
const ADDRESS = "famille@exemple.fr";

journey("anybody reads the pages before the door", async ({ arrive }) => {
  const stranger = await arrive();
  await stranger.go("/", "Se connecter");
  for (const [link, title] of [
    ["Accessibilité : non conforme", "Accessibilité"],
    ["Protection des données", "Protection des données"],
    ["Mentions légales", "Mentions légales"],
    ["Charte d’utilisation", "Charte d’utilisation"],
  ]) {
    await stranger.press(stranger.link(link ?? ""));
    await stranger.at(title ?? "");
    await stranger.look(title ?? "");
  }
  stranger.expects(404);
  await stranger.go("/nulle-part", "Page introuvable");
  await stranger.look("a page that does not exist");
  await stranger.press(stranger.link("Revenir à l’accueil"));
  await stranger.at("Se connecter");
});

journey("a parent who forgot comes back by letter", async ({ arrive, house }) => {
  const parent = await arrive({ width: 360, height: 740, touch: true });
  const { page } = parent;
  await parent.signIn("parent");
  await parent.go("/compte", "Mon compte");
  await parent.look("the account");
  await parent.field("Adresse électronique").fill("famille");
  await parent.button("Recevoir un courriel pour confirmer l’adresse").tap();
  await page.locator(".error-summary:focus").waitFor();
  await parent.look("an address that is not one");
  await parent.field("Adresse électronique").fill(ADDRESS);
  await page.getByLabel("Mot de passe", { exact: true }).fill(house.password);
  await parent.button("Recevoir un courriel pour confirmer l’adresse").tap();
  await parent.says("Un courriel part à cette adresse.");
  await parent.go(await linkIn(house, /http\S+\/courriel\S+/), "Confirmer votre adresse");
  await parent.look("an address to confirm");
  await parent.button("Confirmer l’adresse").tap();
  await parent.says("votre adresse est confirmée");

  await page.locator(".account summary").tap();
  await parent.button("Se déconnecter").tap();
  await parent.at("Se connecter");
  await parent.link("Mot de passe oublié").tap();
  await parent.at("Mot de passe oublié");
  await parent.look("a forgotten password");
  await parent.link("Identifiant oublié").tap();
  await parent.at("Identifiant oublié");
  await parent.look("a forgotten login");
  await parent.link("Mot de passe oublié").tap();
  await parent.at("Mot de passe oublié");
  await parent.field("Identifiant ou adresse électronique").fill(ADDRESS);
  await parent.button("Recevoir le courriel").tap();
  await parent.says("Si un compte correspond, un courriel vient de partir.");
  await parent.go(await linkIn(house, /http\S+\/nouveau-mot-de-passe\S+/), "Choisir un nouveau mot de passe");
  await parent.look("a new password to choose");
  await page.getByLabel("Nouveau mot de passe").fill(PASSWORD);
  await page.getByLabel("Le même mot de passe, une deuxième fois").fill(PASSWORD);
  await parent.button("Enregistrer le mot de passe").tap();
  await parent.says("Le mot de passe est changé.");
  await parent.field("Identifiant").fill(house.person("parent").login);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await parent.button("Se connecter").tap();
  await parent.at("Aujourd’hui");
});
