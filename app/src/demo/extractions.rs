//! A school of the demonstration that no delivery knows: its head feeds it with extractions of ONDE, and samples of these are
//! written among the data.

use super::{People, school_year};
use commons::House;
use db::{Db, Error, Moment, Result, Tx, args, fold};
use school::{
    CircleId, CircleKind, PersonKind, Profile, Role, School, SchoolId, Source, account,
    charter::{self, Audience},
    circle::{self, NewCircle},
    person::{self, Name, NewPerson},
};
use std::{fs, path::Path};

/// What the head is in the list of those who can sign in.
pub const ROLE: &str = "Directrice, école par ONDE";
/// The folder of the extractions, among the data.
pub const FOLDER: &str = "onde";
/// The school.
pub const SCHOOL: &str = "Les Quatre Vents";
/// The extractions: those to begin with, then the one of some weeks later. `{6}` is the year of birth of those who are six this
/// year; what is written has the charset and the ends of lines of ONDE.
pub const SAMPLES: [(&str, &str); 4] = [
    ("1-eleves.csv", include_str!("extractions/1-eleves.csv")),
    ("1-responsables.csv", include_str!("extractions/1-responsables.csv")),
    ("1-enseignants.csv", include_str!("extractions/1-enseignants.csv")),
    ("2-eleves.csv", include_str!("extractions/2-eleves.csv")),
];

const TOWN: &str = "Valrouge-le-Vieux";
/// First and last name of the head, whom the extraction of teachers names too.
const HEAD: (&str, &str) = ("Armelle", "Quintanor");
/// Among the numbers of a département: under 8000, where those of `fiction` begin.
const SERIAL: u32 = 7900;
/// The ages of a primary school.
const AGES: std::ops::RangeInclusive<u32> = 3..=10;

/// Opens the school, with nobody but its head, who has the password of everybody.
pub(super) async fn open(house: &House, people: &People) -> Result<()> {
    let mut tx = house.db.write().await?;
    let password = people.password_hash(&mut tx).await?;
    let near = School::load(&mut tx, people.school).await?;
    let team = open_school(&mut tx, &near).await?;
    enter_head(&mut tx, &near.academy, team, &password).await?;
    tx.commit().await
}

/// Opens the school in the circonscription of another. Answers its team.
async fn open_school(tx: &mut Tx, near: &School) -> Result<CircleId> {
    let (id, now): (SchoolId, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into school (id, academy, uai, name, kind, town, district, details, sort_key, created_at) \
         values ($1, $2, $3, $4, 'E.P.PU', $5, $6, '{}', $7, $8)",
        args![id, &near.academy, uai(near.department())?, SCHOOL, TOWN, near.district, fold(SCHOOL), now],
    )
    .await?;
    let key = format!("hand:{id}");
    let team = NewCircle {
        school: id,
        academy: &near.academy,
        kind: CircleKind::Staff,
        year: 0,
        key: &key,
        of_circle: None,
        name: "L’équipe de l’école",
        families: None,
    };
    circle::open(tx, &team).await
}

/// Enters the head in the team, with an account that accepted the charter.
async fn enter_head(tx: &mut Tx, academy: &str, team: CircleId, password: &str) -> Result<()> {
    let named = NewPerson::named(PersonKind::Staff, Source::Hand, academy, HEAD);
    let head = person::enter(tx, &NewPerson { civility: Some("Mme"), ..named }).await?;
    circle::seat(tx, team, head, Role::Head, None).await?;
    let name = Name { id: head, first_name: HEAD.0.to_owned(), last_name: HEAD.1.to_owned() };
    let account = account::open_for(tx, &name).await?;
    account::set_password(tx, account, password).await?;
    charter::accept(tx, account, Audience::of(Profile::Head)).await
}

/// The name and the sign-in name of the head; none in a house prepared by an earlier version.
pub(super) async fn head(tx: &mut Tx) -> Result<Option<(String, String)>> {
    let login: Option<String> = tx
        .value(
            "select a.login from school s join circle c on c.school_id = s.id and c.kind = 'staff' \
             join member m on m.circle_id = c.id and m.role = 'head' and m.until is null \
             join account_person h on h.person_id = m.person_id join account a on a.id = h.account_id \
             where s.name = $1 and s.jointure is null order by a.login limit 1",
            args![SCHOOL],
        )
        .await?;
    Ok(login.map(|login| (person::full(HEAD.0, HEAD.1), login)))
}

/// Writes the extractions in a folder among the data.
///
/// # Errors
/// A fault of the machine.
pub fn write(data: &Path, db: &Db) -> Result<()> {
    let folder = data.join(FOLDER);
    fs::create_dir_all(&folder)?;
    for (name, text) in SAMPLES {
        fs::write(folder.join(name), encoded(&dated(text, school_year(db)))?)?;
    }
    Ok(())
}

/// The sample as of a school year: pupils are as old as their level says.
fn dated(text: &str, year: u32) -> String {
    AGES.fold(text.to_owned(), |text, age| text.replace(&format!("{{{age}}}"), &(year - age).to_string()))
}

/// As ONDE writes: Windows-1252, of which the samples have the letters of Latin-1 only.
fn encoded(text: &str) -> Result<Vec<u8>> {
    text.replace('\n', "\r\n").chars().map(|letter| u8::try_from(u32::from(letter)).map_err(Error::fault)).collect()
}

fn uai(department: &str) -> Result<String> {
    let digits = format!("{department}{SERIAL}");
    let number: u32 = digits.parse().map_err(Error::fault)?;
    Ok(format!("{digits}{}", fiction::uai_letter(number)))
}
