//! The versions of a sent mot: what each said, who changed it, and whether it asked again. Everybody concerned reads them:
//! what was signed stays to be seen.

use crate::{mot::Mot, terms::choices_of};
use commons::{ThingId, attachment};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id_list};
use richtext::Doc;
use school::{PersonId, person};
use std::collections::HashMap;
use web::Soon;

/// A version of a mot.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number, from 1 on.
    pub number: i64,
    /// The title it had.
    pub title: String,
    /// The text it had.
    pub body: Doc,
    /// The answers it offered.
    pub choices: Vec<String>,
    /// The last day it gave.
    pub due: Option<Day>,
    /// The names of the files it had.
    pub pieces: Vec<String>,
    /// When it was written.
    pub changed_at: Moment,
    /// Who wrote it.
    pub changed_by: String,
    /// Whether it asked those who had answered to answer again.
    pub asks_again: bool,
}

#[derive(FromRow)]
struct Row {
    version: i64,
    title: String,
    body: String,
    choices: String,
    due_day: Option<Day>,
    pieces: String,
    changed_at: Moment,
    asks_again: bool,
    first_name: String,
    last_name: String,
}

/// The versions of a mot, the first one first; for whoever left the class, those of before. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, mot: &Mot) -> Result<Vec<Version>> {
    let until = mot.thing.until.unwrap_or_else(|| tx.now());
    let rows: Vec<Row> = tx
        .all(
            "select v.version, v.title, v.body, v.choices, v.due_day, v.pieces, v.changed_at, v.asks_again, \
                 p.first_name, p.last_name from mot_version v join person p on p.id = v.changed_by \
             where v.thing_id = $1 and v.school_id = $2 and v.changed_at <= $3 order by v.version",
            args![mot.thing.id, mot.thing.school_id, until],
        )
        .await?;
    rows.into_iter().map(Version::of).collect()
}

impl Version {
    fn of(row: Row) -> Result<Self> {
        Ok(Self {
            number: row.version,
            title: row.title,
            body: richtext::parse(&row.body).map_err(Error::fault)?,
            choices: choices_of(&row.choices),
            due: row.due_day,
            pieces: row.pieces.lines().map(str::to_owned).collect(),
            changed_at: row.changed_at,
            changed_by: person::full(&row.first_name, &row.last_name),
            asks_again: row.asks_again,
        })
    }
}

/// What a mot was called in a version.
#[derive(FromRow)]
pub(crate) struct Titled {
    thing_id: ThingId,
    changed_at: Moment,
    /// The version's number.
    pub(crate) version: i64,
    /// The title it had.
    pub(crate) title: String,
}

/// Of some mots, each with an instant, the version it had then. For those who read it until then.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn titles_at(tx: &mut Tx, mots: &HashMap<ThingId, Moment>) -> Result<HashMap<ThingId, Titled>> {
    if mots.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Titled> = tx.all(TITLES, args![id_list(mots.keys().copied())]).await?;
    let before = rows.into_iter().filter(|it| mots.get(&it.thing_id).is_some_and(|until| it.changed_at <= *until));
    // In their order: the last one stays.
    Ok(before.map(|it| (it.thing_id, it)).collect())
}

const TITLES: &str = "\
select v.thing_id, v.changed_at, v.version, v.title from mot_version v \
join mot m on m.thing_id = v.thing_id and m.school_id = v.school_id \
where v.thing_id in (select unhex(value) from json_each($1)) order by v.thing_id, v.version";

/// What the list of past years shows of mots that were changed since: the title each had.
pub(crate) fn titles_kept<'a>(tx: &'a mut Tx, things: &'a [(ThingId, Moment)]) -> Soon<'a, Vec<(ThingId, String)>> {
    Box::pin(async move {
        let titles = titles_at(tx, &things.iter().copied().collect()).await?;
        Ok(titles.into_iter().map(|(id, it)| (id, it.title)).collect())
    })
}

/// Keeps a version as the mot is now; the one that nobody has seen yet is written over.
pub(crate) async fn keep(tx: &mut Tx, mot: &Mot, number: i64, asks_again: bool, by: PersonId) -> Result<()> {
    let thing = &mot.thing;
    let now = tx.now();
    let pieces = attachment::of(tx, thing.id, None).await?;
    let names: Vec<String> = pieces.into_iter().map(|piece| piece.name).collect();
    tx.change(
        "insert into mot_version (thing_id, school_id, version, title, body, reply, choices, acts, due_day, pieces, \
             changed_at, changed_by, asks_again) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         on conflict (thing_id, version) do update set title = excluded.title, body = excluded.body, \
             reply = excluded.reply, choices = excluded.choices, acts = excluded.acts, due_day = excluded.due_day, \
             pieces = excluded.pieces, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        args![
            thing.id,
            thing.school_id,
            number,
            &thing.title,
            mot.body.to_json(),
            mot.terms.reply,
            mot.terms.choice_lines(),
            mot.terms.acts,
            mot.terms.due.map(Day::from),
            names.join("\n"),
            now,
            by,
            asks_again
        ],
    )
    .await
}
