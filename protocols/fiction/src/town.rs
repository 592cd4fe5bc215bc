//! Invented communes, streets and school names. Nothing here is a real place of Occitanie.

use crate::dice::Dice;

const ONSETS: [&str; 20] = [
    "Montau", "Sauve", "Peyra", "Castel", "Roque", "Bel", "Fon", "Lau", "Cazo", "Mira", "Gar", "Puy", "Val", "Ser",
    "Ter", "Cam", "Mas", "Riou", "Cor", "Orbe",
];
const MIDDLES: [&str; 14] =
    ["bri", "dru", "fla", "gno", "lou", "mé", "nou", "pri", "qué", "ro", "sté", "tri", "vra", "zé"];
const ENDINGS: [&str; 14] = [
    "brac", "drols", "gnols", "lhan", "nède", "pouze", "roux", "sègues", "trac", "vens", "vrac", "zergues", "zouls",
    "blanc",
];
const COMPLEMENTS: [&str; 10] = [
    "-sur-Orbelle",
    "-le-Haut",
    "-les-Aulnes",
    "-en-Garlande",
    "-d'Ausselle",
    "-lès-Vernoze",
    "-la-Forêt",
    "-l'Évêque",
    "-sous-Bruyère",
    "-et-Cœurjoie",
];
const WAYS: [&str; 8] = ["RUE", "RUE", "RUE", "CHEMIN", "AVENUE", "IMPASSE", "PLACE", "ALLÉE"];
const PLACES: [&str; 24] = [
    "DES ÂNES",
    "DU LAVOIR",
    "DES TILLEULS",
    "DE L'ÉGLISE",
    "DU MOULIN",
    "DES ÉCOLES",
    "DE LA FONTAINE",
    "DU CHÂTEAU",
    "DES VIGNES",
    "DE LA GARE",
    "DU PONT VIEUX",
    "DES LILAS",
    "DE L'OLIVETTE",
    "DES HIRONDELLES",
    "DU FOUR À CHAUX",
    "DES CERISIERS",
    "DE LA RÉPUBLIQUE",
    "DES GENÊTS",
    "DU CŒUR DE VILLE",
    "DES BERGERS",
    "DE L'ÉCLUSE",
    "DU COUCHANT",
    "DES AMANDIERS",
    "DE LA CALANDRETTE",
];
const SCHOOL_NAMES: [&str; 32] = [
    "LES TILLEULS",
    "LE LAVOIR",
    "L'OISEAU LYRE",
    "LES AMANDIERS",
    "LES QUATRE VENTS",
    "LA FONTAINE",
    "LES CIGALES",
    "LE PETIT BOIS",
    "L'ARC-EN-CIEL",
    "LES ÉGLANTIERS",
    "LE CHAT PERCHÉ",
    "LES GENÊTS",
    "L'ÉTOILE",
    "LES HIRONDELLES",
    "LE PRÉ VERT",
    "LES MÛRIERS",
    "LA CLÉ DES CHAMPS",
    "LES COQUELICOTS",
    "LE MOULIN",
    "LES PLATANES",
    "LE PONT VIEUX",
    "LES OLIVIERS",
    "LA FORÊT",
    "LE CŒUR VOLANT",
    "LES TROIS ROCS",
    "L'ÉCLUSE",
    "LES CERISIERS",
    "LE BOURG",
    "LA RÉPUBLIQUE",
    "LES BERGERONNETTES",
    "LE GRAND CHÊNE",
    "LES AJONCS",
];
const HAMLETS: [&str; 6] =
    ["LE MAS DU HAUT", "RÉSIDENCE LES PINS", "BÂTIMENT B", "LIEU-DIT LA BORIE", "APPARTEMENT 12", "LA MÉTAIRIE NEUVE"];

/// Where someone lives: lines separated by `$` (interfaces.md §1.3), post code, town.
#[derive(Clone)]
pub(crate) struct Address {
    /// Address lines.
    pub(crate) lines: String,
    /// Five digits ending in 999, which no real town has here.
    pub(crate) post_code: String,
    /// Town in capitals.
    pub(crate) town: String,
}

impl Address {
    /// An address in a town.
    pub(crate) fn draw(dice: &mut Dice, town: &str, post_code: &str) -> Address {
        let street = street(dice);
        let lines = if dice.chance(180) { format!("{}${street}", dice.pick(&HAMLETS)) } else { street };
        Address { lines, post_code: post_code.to_owned(), town: town.to_owned() }
    }
}

/// The name of a commune, in capitals as AAF writes them.
pub(crate) fn commune(dice: &mut Dice) -> String {
    let complement = if dice.chance(300) { dice.pick(&COMPLEMENTS) } else { "" };
    let (onset, middle, ending) = (dice.pick(&ONSETS), dice.pick(&MIDDLES), dice.pick(&ENDINGS));
    format!("{onset}{middle}{ending}{complement}").to_uppercase()
}

/// A number and a street, in capitals.
pub(crate) fn street(dice: &mut Dice) -> String {
    format!("{} {} {}", dice.between(1, 140), dice.pick(&WAYS), dice.pick(&PLACES))
}

/// The name of a school, in capitals.
pub(crate) fn school_name(dice: &mut Dice) -> &'static str {
    dice.pick(&SCHOOL_NAMES)
}
