//! What a run changes, row by row: each as it was before and as the run leaves it, so that it can be put back exactly, and only
//! while nothing else has changed it.

use super::run::RunId;
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{CircleId, PersonId, Role, SchoolId, Source};
use serde::{Deserialize, Serialize};

/// Which row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Key {
    /// Somebody.
    Person(PersonId),
    /// A seat: circle, person, role, source.
    Seat(CircleId, PersonId, String, String),
    /// Who is responsible: child, adult.
    Link(PersonId, PersonId),
    /// A circle.
    Circle(CircleId),
}

impl Key {
    pub(super) fn seat(circle: CircleId, person: PersonId, role: Role, source: Source) -> Self {
        Self::Seat(circle, person, role.as_str().to_owned(), source.as_str().to_owned())
    }
}

/// What a row holds that a run may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Image {
    Person(Box<PersonImage>),
    Seat(SeatImage),
    Link(LinkImage),
    Circle(CircleImage),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow)]
pub(super) struct PersonImage {
    source: String,
    last_name: String,
    first_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    level: Option<String>,
    details: String,
    sort_key: String,
    search_key: String,
    gone_at: Option<Moment>,
    merged_into: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow)]
pub(super) struct SeatImage {
    since: Moment,
    until: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow)]
pub(super) struct LinkImage {
    relation: Option<i64>,
    position: i64,
    source: String,
    since: Moment,
    until: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromRow)]
pub(super) struct CircleImage {
    name: String,
    sort_key: String,
    until: Option<Moment>,
}

/// A row a run changed.
#[derive(Debug, Clone)]
pub(super) struct Changed {
    pub(super) key: Key,
    /// As it was; none when it was not there.
    pub(super) before: Option<Image>,
    /// As the run left it.
    pub(super) after: Option<Image>,
}

/// What a run has changed so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    rows: Vec<(Key, Option<Image>)>,
}

impl Ledger {
    /// Notes a row before it is changed. The first time counts.
    pub(super) async fn note(&mut self, tx: &mut Tx, key: Key) -> Result<()> {
        if self.rows.iter().all(|it| it.0 != key) {
            let before = read(tx, &key).await?;
            self.rows.push((key, before));
        }
        Ok(())
    }

    /// Notes a row that was just made.
    pub(super) fn made(&mut self, key: Key) {
        if self.rows.iter().all(|it| it.0 != key) {
            self.rows.push((key, None));
        }
    }

    /// Keeps what differs now from before.
    pub(super) async fn keep(self, tx: &mut Tx, run: RunId, school: SchoolId) -> Result<()> {
        let mut position = 0_i64;
        for (key, before) in self.rows {
            let after = read(tx, &key).await?;
            if before == after {
                continue;
            }
            position += 1;
            tx.change(
                "insert into supply_change (run_id, school_id, position, row_key, image_before, image_after) \
                 values ($1, $2, $3, $4, $5, $6)",
                args![run, school, position, json(&key)?, image(before.as_ref())?, image(after.as_ref())?],
            )
            .await?;
        }
        Ok(())
    }
}

/// The rows a run changed, the last first.
pub(super) async fn changed(tx: &mut Tx, run: RunId, school: SchoolId) -> Result<Vec<Changed>> {
    let rows: Vec<(String, Option<String>, Option<String>)> = tx
        .all(
            "select row_key, image_before, image_after from supply_change where run_id = $1 and school_id = $2 \
             order by position desc",
            args![run, school],
        )
        .await?;
    rows.into_iter()
        .map(|(key, before, after)| {
            let key = serde_json::from_str(&key).map_err(Error::fault)?;
            Ok(Changed { key, before: parse(before)?, after: parse(after)? })
        })
        .collect()
}

fn parse(image: Option<String>) -> Result<Option<Image>> {
    image.map(|it| serde_json::from_str(&it).map_err(Error::fault)).transpose()
}

/// A row as it is.
pub(super) async fn read(tx: &mut Tx, key: &Key) -> Result<Option<Image>> {
    Ok(match key {
        Key::Person(id) => {
            let row: Option<PersonImage> = tx
                .first(
                    "select source, last_name, first_name, civility, birth_day, email, ine, level, details, sort_key, \
                     search_key, gone_at, merged_into from person where id = $1",
                    args![*id],
                )
                .await?;
            row.map(|it| Image::Person(Box::new(it)))
        }
        Key::Seat(circle, person, role, source) => {
            let row: Option<SeatImage> = tx
                .first(
                    "select since, until from member where circle_id = $1 and person_id = $2 and role = $3 and source = $4",
                    args![*circle, *person, role, source],
                )
                .await?;
            row.map(Image::Seat)
        }
        Key::Link(child, adult) => {
            let row: Option<LinkImage> = tx
                .first(
                    "select relation, position, source, since, until from guardianship where child_id = $1 and adult_id = $2",
                    args![*child, *adult],
                )
                .await?;
            row.map(Image::Link)
        }
        Key::Circle(id) => {
            let row: Option<CircleImage> =
                tx.first("select name, sort_key, until from circle where id = $1", args![*id]).await?;
            row.map(Image::Circle)
        }
    })
}

/// Puts a row back as it was.
pub(super) async fn put_back(tx: &mut Tx, key: &Key, image: &Image) -> Result<()> {
    let changed = match (key, image) {
        (Key::Person(id), Image::Person(it)) => {
            tx.changed_rows(
                "update person set source = $2, last_name = $3, first_name = $4, civility = $5, birth_day = $6, email = $7, \
                 ine = $8, level = $9, details = $10, sort_key = $11, search_key = $12, gone_at = $13 where id = $1",
                args![
                    *id,
                    &it.source,
                    &it.last_name,
                    &it.first_name,
                    it.civility.as_deref(),
                    it.birth_day.as_deref(),
                    it.email.as_deref(),
                    it.ine.as_deref(),
                    it.level.as_deref(),
                    &it.details,
                    &it.sort_key,
                    &it.search_key,
                    it.gone_at
                ],
            )
            .await?
        }
        (Key::Seat(circle, person, role, source), Image::Seat(it)) => {
            tx.changed_rows(
                "update member set since = $5, until = $6 \
                 where circle_id = $1 and person_id = $2 and role = $3 and source = $4",
                args![*circle, *person, role, source, it.since, it.until],
            )
            .await?
        }
        (Key::Link(child, adult), Image::Link(it)) => {
            tx.changed_rows(
                "update guardianship set relation = $3, position = $4, source = $5, since = $6, until = $7 \
                 where child_id = $1 and adult_id = $2",
                args![*child, *adult, it.relation, it.position, &it.source, it.since, it.until],
            )
            .await?
        }
        (Key::Circle(id), Image::Circle(it)) => {
            tx.changed_rows(
                "update circle set name = $2, sort_key = $3, until = $4 where id = $1",
                args![*id, &it.name, &it.sort_key, it.until],
            )
            .await?
        }
        (Key::Person(_) | Key::Seat(..) | Key::Link(..) | Key::Circle(_), _) => {
            return Err(Error::fault("an image of another kind of row"));
        }
    };
    if changed == 0 { Err(Error::Conflict) } else { Ok(()) }
}

fn image(image: Option<&Image>) -> Result<Option<String>> {
    image.map(json).transpose()
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::fault)
}
