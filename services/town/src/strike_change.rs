//! Filling in a day of strike, and telling families.

use crate::{
    W,
    charge::Charge,
    fields::Fields,
    notice::{Notice, NoticeKind},
    notice_send::{self, NoticeDraft},
    strike::{Open, Strike, StrikeId, StrikeState, board},
};
use commons::Level;
use db::{Error, Moment, Problems, Result, Tx, args};
use jiff::civil::Date;
use richtext::Doc;
use school::{School, SchoolId, Viewer};
use web::dates;

/// The longest of the texts typed for a school.
pub const LONGEST: usize = 200;
/// The longest note to all.
pub const LONGEST_NOTE: usize = 1000;

/// Begins a day of strike; the one that is there already is answered as it is.
///
/// # Errors
/// [`Error::Invalid`] beside `day` for what is no day to come.
pub async fn begin(tx: &mut Tx, charge: &Charge, day: &str) -> Result<StrikeId> {
    let now = tx.now();
    let day: Option<Date> = day.trim().parse().ok().filter(|day| *day >= now.day());
    let day = day.ok_or_else(|| Error::invalid("day", W.strike_day_wrong()))?.to_string();
    let scope = charge.scope.to_string();
    let id: StrikeId = tx.id();
    tx.change(
        "insert into town_strike (id, scope, day, note, state, changed_at) values ($1, $2, $3, '', $4, $5) \
         on conflict (scope, day) do nothing",
        args![id, &scope, &day, StrikeState::Draft, now],
    )
    .await?;
    tx.one_value("select id from town_strike where scope = $1 and day = $2", args![&scope, &day]).await
}

/// The name of a field of a school.
pub fn field(school: SchoolId, name: &str) -> String {
    format!("{name}-{school}")
}

/// What was typed about the schools of a charge.
///
/// # Errors
/// [`Error::Invalid`] beside `note` for a text that is too long: its fields are named after schools.
pub fn typed(fields: &Fields, charge: &Charge) -> Result<(String, Vec<(SchoolId, Open)>)> {
    let mut problems = Problems::default();
    let note = fields.short(&mut problems, "note", LONGEST_NOTE, W.too_long());
    let lines: Vec<(SchoolId, Open)> = charge.schools.iter().map(|school| (school.id, open(fields, school))).collect();
    let is_short = |text: &String| text.chars().count() <= LONGEST;
    for (_, open) in &lines {
        let fits = is_short(&open.place) && is_short(&open.hours) && is_short(&open.note);
        problems.require(fits, "note", W.strike_too_long());
    }
    problems.or((note, lines))
}

/// What was typed about one school.
pub fn open(fields: &Fields, school: &School) -> Open {
    let has = |name: &str| fields.has(&field(school.id, name));
    let text = |name: &str| fields.text(&field(school.id, name)).to_owned();
    Open {
        canteen: has("canteen"),
        morning: has("morning"),
        evening: has("evening"),
        minimum: has("minimum"),
        place: text("place"),
        hours: text("hours"),
        note: text("note"),
    }
}

/// Keeps what was typed.
///
/// # Errors
/// A fault of the database.
pub async fn keep(tx: &mut Tx, strike: &Strike, note: &str, lines: &[(SchoolId, Open)]) -> Result<()> {
    let now = tx.now();
    tx.change("update town_strike set note = $2, changed_at = $3 where id = $1", args![strike.id, note, now]).await?;
    for (school, open) in lines {
        tx.change(
            "insert into town_strike_school (strike_id, school_id, canteen, morning, evening, minimum, place, hours, note) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (strike_id, school_id) do update \
             set canteen = excluded.canteen, morning = excluded.morning, evening = excluded.evening, \
             minimum = excluded.minimum, place = excluded.place, hours = excluded.hours, note = excluded.note",
            args![
                strike.id,
                *school,
                open.canteen,
                open.morning,
                open.evening,
                open.minimum,
                &open.place,
                &open.hours,
                &open.note
            ],
        )
        .await?;
    }
    Ok(())
}

/// Tells the families of every school what stays open; a notice that told it before is withdrawn. Answers when they read it.
///
/// # Errors
/// [`Error::Conflict`] when the day is past, or somebody told it meanwhile; [`Error::Forbidden`] to those who may not hurry.
pub async fn publish(
    tx: &mut Tx,
    viewer: &Viewer,
    charge: &Charge,
    strike: &Strike,
    urgent: Option<String>,
) -> Result<Moment> {
    if strike.day() < tx.now().day() {
        return Err(Error::Conflict);
    }
    if let Some(before) = strike.thing_id {
        let notice = Notice::load(tx, viewer, before, Level::Manage).await?;
        if notice.thing.withdrawn_at.is_none() {
            notice_send::withdraw(tx, viewer, &notice, W.strike_replaced()).await?;
        }
    }
    // A school nobody filled in reads that nothing is held there, on its page as in the notice.
    let lines = board(tx, charge, strike.id).await?;
    keep(tx, strike, &strike.note, &lines).await?;
    let draft = draft(charge, strike, &lines, urgent);
    let schools: Vec<&School> = charge.schools.iter().collect();
    let (id, delivered_at) = notice_send::send(tx, viewer, charge, &schools, &draft, Some(strike.id)).await?;
    let now = tx.now();
    // The notice before was withdrawn: whoever finds another one here came second.
    let told = tx
        .changed_rows(
            "update town_strike set state = $2, thing_id = $3, changed_at = $4 \
             where id = $1 and (thing_id is null or thing_id = $5)",
            args![strike.id, StrikeState::Published, id, now, strike.thing_id],
        )
        .await?;
    if told == 0 { Err(Error::Conflict) } else { Ok(delivered_at) }
}

/// The notice: what is said to all, then a paragraph for each school.
fn draft(charge: &Charge, strike: &Strike, lines: &[(SchoolId, Open)], urgent: Option<String>) -> NoticeDraft {
    let name = |id: SchoolId| charge.school(id).map(|school| school.name.clone()).unwrap_or_default();
    let lines = lines.iter().map(|(id, open)| W.strike_line(name(*id), open.words().join(" · ")));
    let note = (!strike.note.is_empty()).then(|| strike.note.clone());
    // Of several schools the first would be read by the families of all: a card says that each is told of in the notice.
    let short = (lines.len() > 1).then(|| W.strike_short(&strike.note));
    let text: Vec<String> = note.into_iter().chain(lines).collect();
    NoticeDraft {
        kind: NoticeKind::Strike,
        title: W.strike_title(dates::long_day(strike.day())),
        body: Doc::from_plain(&text.join("\n\n")),
        short,
        offers: String::new(),
        first: strike.day(),
        last: strike.day(),
        urgent,
    }
}
