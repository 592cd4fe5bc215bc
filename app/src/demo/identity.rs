//! What the région académique and its académies are called in the demonstration. Their names are those of the territory; whoever
//! signs, the addresses and the numbers are fictive.

use commons::{
    House,
    identity::{Identity, REGION},
};
use db::Result;

/// Who signs somewhere, as what, and where one writes.
struct Office {
    scope: &'static str,
    name: &'static str,
    address: &'static str,
    signatory: &'static str,
    quality: &'static str,
    delegation: &'static str,
    email: &'static str,
    phone: &'static str,
}

const OFFICES: [Office; 3] = [
    Office {
        scope: REGION,
        name: "Région académique Occitanie",
        address: "12 allée des Quatre-Saisons\n34999 Montpellier",
        signatory: "Hélène Sauvaterre",
        quality: "rectrice de la région académique Occitanie",
        delegation: "",
        email: "ent1d@region-academique.example",
        phone: "04 65 71 10 10",
    },
    Office {
        scope: "academy:16",
        name: "Académie de Toulouse",
        address: "5 place des Belles-Lettres\n31999 Toulouse",
        signatory: "Bastien Roquelande",
        quality: "secrétaire général de l’académie de Toulouse",
        delegation: "par délégation de la rectrice de région académique, arrêté du 1er septembre 2025",
        email: "ent1d@academie-toulouse.example",
        phone: "05 36 49 10 10",
    },
    Office {
        scope: "academy:11",
        name: "Académie de Montpellier",
        address: "31 rue du Théorème\n34999 Montpellier",
        signatory: "Mireille Cazoblanc",
        quality: "secrétaire générale de l’académie de Montpellier",
        delegation: "par délégation de la rectrice de région académique, arrêté du 1er septembre 2025",
        email: "ent1d@academie-montpellier.example",
        phone: "04 65 71 10 20",
    },
];

/// What is said once for all of them, by the région.
const HOST: &str = "Hébergement public de démonstration\n8 quai des Serveurs\n31999 Toulouse\n05 36 49 20 20";
const OFFICER: &str = "Camille Fonvraye, déléguée à la protection des données\ndpd@region-academique.example";
const COURT: &str = "tribunal administratif de Montpellier";

/// Writes them; an académie says what is its own.
pub(super) async fn write(house: &House) -> Result<()> {
    let mut tx = house.db.write().await?;
    for office in &OFFICES {
        let mut identity = Identity {
            name: office.name.to_owned(),
            address: office.address.to_owned(),
            signatory: office.signatory.to_owned(),
            quality: office.quality.to_owned(),
            delegation: office.delegation.to_owned(),
            email: office.email.to_owned(),
            phone: office.phone.to_owned(),
            ..Identity::default()
        };
        if office.scope == REGION {
            identity.host = HOST.to_owned();
            identity.officer = OFFICER.to_owned();
            identity.court = COURT.to_owned();
        }
        identity.save(&mut tx, office.scope).await?;
    }
    tx.commit().await
}
