//! The commune of the demonstration: what is open around school, a notice, a day of strike, its people and its papers.

use super::{desks, office::Office, past::Past};
use commons::{House, paper};
use db::{Error, Result, Tx};
use pdf::{Document, Part};
use school::{Authority, Role, School, SchoolId, Territory, Viewer, authority::AuthorityKind};
use town::{
    charge::{self, Charge},
    fields::Fields,
    network::Figures,
    notice_send, offer,
    profile::{Origin, TownProfile},
    profile_asking::{self, Asked},
    profile_grant::{self, Bounds, Decision},
    strike::{Open, Strike},
    strike_change,
};

type Typed = &'static [(&'static str, &'static str)];

const OFFERS: [Typed; 4] = [
    &[
        ("kind", "garderie-matin"),
        ("hours", "De 7 h 30 à 8 h 35, du lundi au vendredi"),
        ("place", "Salle des petits, entrée par la cour"),
        ("contact", "05 36 49 30 41"),
    ],
    &[
        ("kind", "garderie-soir"),
        ("name", "Accueil du soir"),
        ("hours", "De 16 h 30 à 18 h 30"),
        ("place", "Préau, puis salle polyvalente"),
        ("contact", "05 36 49 30 41"),
    ],
    &[
        ("kind", "etude"),
        ("hours", "Lundi, mardi et jeudi, de 16 h 45 à 17 h 45"),
        ("place", "Bibliothèque de l’école"),
        ("contact", "etude@mairie.example"),
    ],
    &[
        ("kind", "cantine"),
        ("name", "Restaurant scolaire"),
        ("hours", "Deux services : 11 h 45 et 12 h 35"),
        ("place", "Restaurant scolaire, rue du Lavoir"),
        ("contact", "cantine@mairie.example"),
        ("link", "https://familles.mairie.example"),
        ("weekday", "4"),
        ("closes", "09:00"),
    ],
];
const NOTICE: Typed = &[
    ("kind", "inscription"),
    ("title", "Inscriptions aux vacances du centre de loisirs"),
    (
        "body",
        "Le centre de loisirs ouvre pendant les prochaines vacances.\n\nOn s’inscrit au secrétariat de la mairie ou par téléphone.",
    ),
];
const STRIKE: &str = "Un préavis de grève est déposé. La commune assure un accueil dans chaque école.";
const RULES: [&str; 3] = [
    "Le restaurant scolaire accueille les enfants des écoles de la commune les jours de classe.",
    "On s’inscrit pour la semaine, avant le jeudi 9 heures. Un repas annulé à temps n’est pas facturé.",
    "Une allergie se signale par un projet d’accueil individualisé, établi avec le médecin et la direction de l’école.",
];

/// Writes what the commune does, and what the académie does for communes.
pub(super) async fn write(office: &Office<'_>) -> Result<()> {
    let past = office.past;
    services(&past.house(5, -20)).await?;
    notice(past).await?;
    strike(past).await?;
    papers(&past.house(4, -15)).await?;
    network(office).await?;
    team(office).await?;
    requested(office).await
}

async fn charged(tx: &mut Tx) -> Result<(Viewer, Charge)> {
    let viewer = desks::TOWN_PRESS.viewer(tx).await?;
    let charge = charge::Office::open(tx, &viewer, None).await?.charge;
    Ok((viewer, charge))
}

fn fields(typed: Typed, more: &[(&str, String)]) -> Fields {
    let known = typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Fields(known.chain(more.iter().map(|(name, text)| ((*name).to_owned(), text.clone()))).collect())
}

async fn services(house: &House) -> Result<()> {
    let mut tx = house.db.write().await?;
    let (_, charge) = charged(&mut tx).await?;
    let schools: Vec<&School> = charge.schools.iter().collect();
    for typed in OFFERS {
        offer::create(&mut tx, &charge, &schools, &offer::typed(&fields(typed, &[]))?).await?;
    }
    tx.commit().await
}

async fn notice(past: &Past) -> Result<()> {
    let mut tx = past.house(1, 15).db.write().await?;
    let (viewer, charge) = charged(&mut tx).await?;
    let schools: Vec<&School> = charge.schools.iter().collect();
    let typed = fields(NOTICE, &[("first", past.weekday_in(11)), ("last", past.weekday_in(18))]);
    let draft = notice_send::typed(&typed, tx.now())?;
    notice_send::send(&mut tx, &viewer, &charge, &schools, &draft, None).await?;
    tx.commit().await
}

async fn strike(past: &Past) -> Result<()> {
    let mut tx = past.house(0, 35).db.write().await?;
    let (viewer, charge) = charged(&mut tx).await?;
    let id = strike_change::begin(&mut tx, &charge, &past.weekday_in(6)).await?;
    let strike = Strike::load(&mut tx, &viewer, id).await?;
    let (place, hours) = ("Salle polyvalente".to_owned(), "de 8 h 30 à 16 h 30".to_owned());
    let open = Open { canteen: true, minimum: true, place, hours, ..Open::default() };
    let lines: Vec<(SchoolId, Open)> = charge.schools.iter().map(|it| (it.id, open.clone())).collect();
    strike_change::keep(&mut tx, &strike, STRIKE, &lines).await?;
    let strike = Strike::load(&mut tx, &viewer, id).await?;
    strike_change::publish(&mut tx, &viewer, &charge, &strike, None).await?;
    tx.commit().await
}

/// The rules of the canteen, for the heads of the schools.
async fn papers(house: &House) -> Result<()> {
    let document = Document {
        title: "Règlement du restaurant scolaire".to_owned(),
        parts: RULES.iter().map(|rule| Part::Paragraph((*rule).to_owned())).collect(),
        ..Document::default()
    };
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    let judged = paper::judge(&house.files, "Règlement du restaurant scolaire.pdf", bytes.into()).await?;
    let Ok(judged) = judged else { return Err(Error::fault("the rules of the canteen are no paper")) };
    let mut tx = house.db.write().await?;
    let (viewer, charge) = charged(&mut tx).await?;
    paper::keep(&mut tx, charge.scope.place().0, "commune", &judged, Some(viewer.account)).await?;
    tx.commit().await
}

/// The figures the académie sets for the year.
async fn network(office: &Office<'_>) -> Result<()> {
    let (mut tx, viewer) = office.open(office.day(office.year, 9, 14)).await?;
    let figures = Figures {
        down_kbit: 600,
        up_kbit: 200,
        base_kbit: 5000,
        floor_down_kbit: 10_000,
        floor_up_kbit: 3000,
        note: "Une école reliée à la fibre dépasse ces débits.".to_owned(),
    };
    figures.keep(&mut tx, &viewer, &format!("academy:{}", office.academy), office.year).await?;
    tx.commit().await
}

/// The commune asked for a profile for a colleague, the académie granted it.
async fn team(office: &Office<'_>) -> Result<()> {
    let house = office.past.on(office.past.day(-20))?;
    let mut tx = house.db.write().await?;
    let officer = desks::TOWN_OFFICE.viewer(&mut tx).await?;
    let scope = Territory::of(&office.own).ok_or(Error::NotFound)?;
    let asked = asked(Role::TownOfficer, ("Flora", "Lauzergues"), "Responsable du service des écoles");
    let by = Some(officer.account);
    let id = profile_asking::ask(&mut tx, &scope, &asked, Origin::Officer, by).await?.ok_or(Error::NotFound)?;
    let viewer = desks::ACADEMY.viewer(&mut tx).await?;
    let profile = TownProfile::load(&mut tx, &viewer, id).await?;
    let until = Bounds::of(&mut tx, &office.own).await?.proposed;
    let decision = Decision { role: Role::TownOfficer, scope: office.own.clone(), until, by_mail: false };
    profile_grant::grant(&mut tx, &house, &viewer, &profile, &decision).await?;
    tx.commit().await
}

/// Another commune waits for the answer of the académie.
async fn requested(office: &Office<'_>) -> Result<()> {
    let mut tx = office.past.house(1, 50).db.write().await?;
    let asked = asked(Role::TownEditor, ("Rémi", "Valbrouze"), "Chargé de communication");
    let department = office.own.split(':').nth(1).unwrap_or_default();
    let communes = Authority::in_department(&mut tx, department).await?;
    let other = communes.iter().find(|it| it.kind == AuthorityKind::Commune && it.territory != office.own);
    if let Some(scope) = other.and_then(|it| Territory::of(&it.territory)) {
        profile_asking::ask(&mut tx, &scope, &asked, Origin::Public, None).await?;
    }
    tx.commit().await
}

fn asked(role: Role, (first_name, last_name): (&str, &str), position: &str) -> Asked {
    Asked {
        role,
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        position: position.to_owned(),
        email: format!("{}@mairie.example", db::fold(last_name)),
        reason: "Publier les informations de la commune pour les familles.".to_owned(),
    }
}
