//! The list.

use super::Field;
use crate::{W, who::name_of};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id, id_list};
use school::{CircleId, CircleKind, PersonId, Right, Role, SchoolId, Viewer, viewer::or_not_found};

id! {
    /// Something to be corrected.
    CorrectionId
}

/// How long a sentence may be.
const MOST_CHARACTERS: usize = 300;

/// For how many days what was corrected is still shown.
pub(crate) const SHOWN_DAYS: i64 = 30;

/// Something to be corrected.
#[derive(Debug, Clone, FromRow)]
pub struct Correction {
    /// The correction.
    pub id: CorrectionId,
    /// Of whom.
    pub person_id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What.
    pub field: Field,
    /// What the directory says.
    pub directory_says: String,
    /// What somebody says.
    pub somebody_says: String,
    /// When.
    pub at: Moment,
    /// When it was corrected.
    pub done_at: Option<Moment>,
    /// Who said so.
    pub done_name: Option<String>,
    /// Who signalled it; nobody for what the files themselves showed.
    pub signalled_name: Option<String>,
}

/// Somebody of the school a correction may be about.
#[derive(Debug, Clone, FromRow)]
pub struct Subject {
    /// The person.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

macro_rules! select_corrections {
    ($more:literal) => {
        concat!(
            "select k.id, k.person_id, p.first_name, p.last_name, k.field, k.directory_says, k.somebody_says, k.at, ",
            "k.done_at, ",
            name_of!("k.done_by"),
            " as done_name, ",
            name_of!("k.by_id"),
            " as signalled_name from supply_correction k join person p on p.id = k.person_id \
             where k.school_id = $1 and (k.done_at is null or k.done_at > $2) ",
            $more
        )
    };
}

/// The corrections of a school: those to be made by name, then those made of late, the last first.
///
/// # Errors
/// [`Error::NotFound`] for those who do not run the school's directory; a fault of the database.
pub async fn corrections(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Correction>> {
    or_not_found(viewer.may_at(Right::EnterPeople, school))?;
    let since = tx.now().plus_days(-SHOWN_DAYS);
    tx.all(
        select_corrections!("order by k.done_at is not null, k.done_at desc, p.sort_key, k.at desc, k.id limit 500"),
        args![school, since],
    )
    .await
}

/// The corrections a viewer signalled in a school: those to be made, then those made of late, the last first.
///
/// # Errors
/// [`Error::NotFound`] for those who signal nothing there; a fault of the database.
pub async fn signalled(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Correction>> {
    or_not_found(viewer.may_at(Right::EnterPupil, school))?;
    let since = tx.now().plus_days(-SHOWN_DAYS);
    tx.all(
        select_corrections!(
            "and k.by_id = $3 order by k.done_at is not null, k.done_at desc, k.at desc, k.id limit 100"
        ),
        args![school, since, viewer.account],
    )
    .await
}

/// The pupils a viewer may signal something about: those of the school for who runs its directory, else those of the classes
/// the viewer teaches in.
///
/// # Errors
/// [`Error::NotFound`] for those who signal nothing there; a fault of the database.
pub async fn subjects(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Subject>> {
    or_not_found(viewer.may_at(Right::EnterPupil, school))?;
    let taught = viewer.seats.iter().filter(|it| it.school == school && it.role == Role::Teacher);
    let mut circles: Vec<CircleId> = taught.filter(|it| it.kind == CircleKind::Class).map(|it| it.circle).collect();
    if viewer.may_at(Right::EnterPeople, school) {
        let whole: Vec<CircleId> = tx
            .column("select id from circle where school_id = $1 and kind = 'school' and until is null", args![school])
            .await?;
        circles.extend(whole);
    }
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from member m join person p on p.id = m.person_id \
         where m.circle_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and m.since <= $2 \
         and (m.until is null or m.until > $2) order by p.sort_key, p.id",
        args![id_list(circles), tx.now()],
    )
    .await
}

/// Signals what is wrong about a pupil.
///
/// # Errors
/// [`Error::NotFound`] for those who signal nothing there; [`Error::Invalid`] for a pupil the viewer may not choose, or an empty
/// or long sentence; a fault of the database.
pub async fn signal(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    person: &str,
    field: &str,
    says: &str,
) -> Result<()> {
    let known = subjects(tx, viewer, school).await?;
    let person = known.iter().map(|it| it.id).find(|it| it.to_string() == person);
    let field = Field::try_from(field.to_owned()).ok();
    let says = says.trim();
    let mut problems = Problems::default();
    problems.require(person.is_some(), "person", W.correction_person_missing());
    problems.require(field.is_some(), "field", W.correction_field_missing());
    problems.require(!says.is_empty(), "says", W.correction_says_missing());
    problems.require(says.chars().count() <= MOST_CHARACTERS, "says", W.correction_says_long());
    let (Some(person), Some(field)) = problems.or((person, field))? else { return Err(Error::NotFound) };
    let directory = directory_says(tx, person, field).await?;
    let (id, now): (CorrectionId, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into supply_correction (id, school_id, person_id, field, directory_says, somebody_says, by_id, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, school, person, field, &directory, says, viewer.account, now],
    )
    .await
}

/// Says that something was corrected. Twice is the same as once: the first who said so stays.
///
/// # Errors
/// [`Error::NotFound`] for those who do not run the school's directory, and for what is not of it; a fault of the database.
pub async fn done(tx: &mut Tx, viewer: &Viewer, school: SchoolId, id: CorrectionId) -> Result<()> {
    or_not_found(viewer.may_at(Right::EnterPeople, school))?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_correction set done_by = case when done_at is null then $4 else done_by end, \
             done_at = coalesce(done_at, $3) where id = $1 and school_id = $2",
            args![id, school, now, viewer.account],
        )
        .await?;
    or_not_found(changed > 0)
}

/// Says that something is to be corrected after all, while it is still shown. Twice is the same as once. Answers whether it is: not
/// when the same was noted again since, which waits to be corrected already.
///
/// # Errors
/// As [`done`]; [`Error::NotFound`] for what was corrected too long ago to be shown.
pub async fn reopen(tx: &mut Tx, viewer: &Viewer, school: SchoolId, id: CorrectionId) -> Result<bool> {
    or_not_found(viewer.may_at(Right::EnterPeople, school))?;
    let since = tx.now().plus_days(-SHOWN_DAYS);
    if tx.changed_rows(REOPEN, args![id, school, since]).await? > 0 {
        return Ok(true);
    }
    let done: Option<Option<Moment>> = tx
        .value(
            "select done_at from supply_correction where id = $1 and school_id = $2 and (done_at is null or done_at > $3)",
            args![id, school, since],
        )
        .await?;
    Ok(done.ok_or(Error::NotFound)?.is_none())
}

const REOPEN: &str = "\
update supply_correction set done_at = null, done_by = null where id = $1 and school_id = $2 and done_at > $3 \
and not exists (select 1 from supply_correction k where k.school_id = supply_correction.school_id \
    and k.person_id = supply_correction.person_id and k.field = supply_correction.field and k.done_at is null \
    and k.at >= supply_correction.done_at \
    and (k.field <> 'other' or k.somebody_says = supply_correction.somebody_says))";

/// Notes what an extraction says wrong of a pupil, unless it waits to be corrected already. For whoever applies it.
pub(crate) async fn note(tx: &mut Tx, school: SchoolId, person: PersonId, field: Field, says: &str) -> Result<()> {
    let waiting = tx
        .count(
            "select count(*) as n from supply_correction where school_id = $1 and person_id = $2 and field = $3 \
             and somebody_says = $4 and done_at is null",
            args![school, person, field, says],
        )
        .await?;
    if waiting > 0 {
        return Ok(());
    }
    let (id, now): (CorrectionId, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into supply_correction (id, school_id, person_id, field, directory_says, somebody_says, at) \
         values ($1, $2, $3, $4, '', $5, $6)",
        args![id, school, person, field, says, now],
    )
    .await
}

/// Takes away what an extraction applied at an instant noted, and nobody has corrected. For whoever puts it back.
pub(crate) async fn take_back(tx: &mut Tx, school: SchoolId, at: Moment) -> Result<()> {
    tx.change(
        "delete from supply_correction where school_id = $1 and at = $2 and by_id is null and done_at is null",
        args![school, at],
    )
    .await
}

#[derive(FromRow)]
struct Said {
    last_name: String,
    first_name: String,
    birth_day: Option<String>,
    ine: Option<String>,
    email: Option<String>,
}

/// What the directory says now, where it is one value.
async fn directory_says(tx: &mut Tx, person: PersonId, field: Field) -> Result<String> {
    let said: Said =
        tx.one("select last_name, first_name, birth_day, ine, email from person where id = $1", args![person]).await?;
    let value = match field {
        Field::LastName => Some(said.last_name),
        Field::FirstName => Some(said.first_name),
        Field::BirthDay => said.birth_day,
        Field::Ine => said.ine,
        Field::Email => said.email,
        Field::Civility
        | Field::Level
        | Field::Class
        | Field::Contact
        | Field::Family
        | Field::Presence
        | Field::Other => None,
    };
    Ok(value.unwrap_or_default())
}
