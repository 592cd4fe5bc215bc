//! A class opened to a substitute for some days (*pass remplaçant*): asked for, waiting for its code, running, over.

use crate::{code, days, reach::Place};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};
use school::{
    AccountId, CircleId, PersonId, Role, SchoolId, Viewer, circle,
    person::{Name, full},
};

id! {
    /// A pass.
    PassId
}

/// How long a code waits to be typed.
pub const WAIT_DAYS: i64 = 7;
/// How long whoever made a code sees it.
pub const SHOWN_SECONDS: i64 = 15 * 60;

/// A pass.
#[derive(Debug, Clone, FromRow)]
pub struct Pass {
    /// The pass.
    pub id: PassId,
    /// The school.
    pub school_id: SchoolId,
    /// The class.
    pub class_id: CircleId,
    /// Its name.
    pub class_name: String,
    /// For how many days of class.
    pub days: i64,
    /// By which account.
    pub made_by: AccountId,
    /// When.
    pub made_at: Moment,
    /// Until when its code waits.
    pub expires_at: Moment,
    /// Who came.
    pub person_id: Option<PersonId>,
    /// The last day of the replacement, once somebody came.
    pub last_on: Option<Day>,
    /// Whether it seats the substitute in the team too.
    pub staff_seat: bool,
    /// When it was ended before its time.
    pub ended_at: Option<Moment>,
    replaced_first: Option<String>,
    replaced_last: Option<String>,
    substitute_first: Option<String>,
    substitute_last: Option<String>,
}

/// Where a pass stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its code was not typed yet.
    Waiting,
    /// Nobody typed its code in time.
    Expired,
    /// The substitute is there.
    Running,
    /// Its days are over.
    Over,
    /// Somebody ended it.
    Ended,
}

impl Pass {
    /// Where it stands.
    pub fn state(&self, now: Moment) -> State {
        let last = self.last_on.as_ref().and_then(Day::date);
        match (self.ended_at, last) {
            (Some(_), _) => State::Ended,
            (None, Some(last)) if now < days::end_of(last) => State::Running,
            (None, Some(_)) => State::Over,
            (None, None) if now < self.expires_at => State::Waiting,
            (None, None) => State::Expired,
        }
    }

    /// Who is replaced, when it was said.
    pub fn replaced(&self) -> Option<String> {
        self.replaced_first.as_deref().zip(self.replaced_last.as_deref()).map(|(first, last)| full(first, last))
    }

    /// Who came.
    pub fn substitute(&self) -> Option<String> {
        self.substitute_first.as_deref().zip(self.substitute_last.as_deref()).map(|(first, last)| full(first, last))
    }

    /// Whether its code is shown to a viewer: to whoever made it, for some minutes, until it was typed.
    pub fn shows_code(&self, viewer: &Viewer, now: Moment) -> bool {
        let fresh = now < self.made_at.plus_seconds(SHOWN_SECONDS);
        self.made_by == viewer.account && fresh && self.state(now) == State::Waiting
    }
}

/// One list of columns for the ways passes are read.
macro_rules! select_pass {
    ($condition:literal) => {
        concat!(
            "select x.id, x.school_id, x.class_id, c.name as class_name, x.days, x.made_by, x.made_at, x.expires_at, ",
            "x.person_id, x.last_on, x.staff_seat, x.ended_at, r.first_name as replaced_first, ",
            "r.last_name as replaced_last, p.first_name as substitute_first, p.last_name as substitute_last ",
            "from headship_pass x join circle c on c.id = x.class_id left join person r on r.id = x.replaced_id ",
            "left join person p on p.id = x.person_id where ",
            $condition,
            " order by x.made_at desc, x.id desc"
        )
    };
}

/// The passes of a class, the newest first. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of_class(tx: &mut Tx, place: &Place) -> Result<Vec<Pass>> {
    tx.all(select_pass!("x.class_id = $1 and x.school_id = $2"), args![place.class.id, place.school.id]).await
}

/// Who teaches in a class and may be replaced: not the substitute who is there.
///
/// # Errors
/// A fault of the database.
pub async fn may_be_replaced(tx: &mut Tx, place: &Place) -> Result<Vec<Name>> {
    let now = tx.now();
    let passes = of_class(tx, place).await?;
    let is_there =
        |name: &Name| passes.iter().any(|pass| pass.person_id == Some(name.id) && pass.state(now) == State::Running);
    let mut teachers = circle::members(tx, place.class.id, Role::Teacher).await?;
    teachers.retain(|name| !is_there(name));
    Ok(teachers)
}

/// The passes of a school that wait or run, the newest first. For those who loaded it to open its classes.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> Result<Vec<Pass>> {
    let now = tx.now();
    let mut passes: Vec<Pass> = tx.all(select_pass!("x.school_id = $1 and x.ended_at is null"), args![school]).await?;
    passes.retain(|pass| matches!(pass.state(now), State::Waiting | State::Running));
    Ok(passes)
}

/// A pass of a class.
///
/// # Errors
/// [`Error::NotFound`] when there is none; a fault of the database.
pub async fn load(tx: &mut Tx, place: &Place, id: PassId) -> Result<Pass> {
    tx.one(
        select_pass!("x.id = $1 and x.class_id = $2 and x.school_id = $3"),
        args![id, place.class.id, place.school.id],
    )
    .await
}

/// The pass of a code that was typed, whoever types it. For the one door where codes are typed.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn by_code(tx: &mut Tx, fingerprint: &str) -> Result<Option<Pass>> {
    tx.first(select_pass!("x.fingerprint = $1 and x.school_id is not null"), args![fingerprint]).await
}

/// Opens a class for some days to whoever will type the code.
///
/// # Errors
/// A fault of the database.
pub async fn make(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    place: &Place,
    days: i64,
    replaced: Option<PersonId>,
) -> Result<PassId> {
    let (id, now): (PassId, Moment) = (tx.id(), tx.now());
    let fingerprint = code::fingerprint(house, &code::code_of(house, id));
    tx.change(
        "insert into headship_pass (id, school_id, class_id, days, replaced_id, fingerprint, made_by, made_at, expires_at, \
         staff_seat) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false)",
        args![
            id,
            place.school.id,
            place.class.id,
            days,
            replaced,
            fingerprint,
            viewer.account,
            now,
            now.plus_days(WAIT_DAYS)
        ],
    )
    .await?;
    let detail = format!("{} {days}", place.class.id);
    audit::write(tx, Some(viewer.account), Action::ClassOpened, Some(id.to_string()), Some(&detail)).await?;
    Ok(id)
}

/// Ends a pass before its time: a code nobody types any more, or a substitute who leaves.
///
/// # Errors
/// [`Error::Conflict`] when it is over already; a fault of the database.
pub async fn end(tx: &mut Tx, viewer: &Viewer, place: &Place, pass: &Pass) -> Result<()> {
    let now = tx.now();
    let state = pass.state(now);
    if !matches!(state, State::Waiting | State::Running) {
        return Err(Error::Conflict);
    }
    let ended = tx
        .changed_rows(
            "update headship_pass set ended_at = $3 where id = $1 and school_id = $2 and ended_at is null \
             and (person_id is null) = $4",
            args![pass.id, place.school.id, now, pass.person_id.is_none()],
        )
        .await?;
    if ended == 0 {
        return Err(Error::Conflict);
    }
    if let Some(person) = pass.person_id {
        unseat(tx, place, pass, person).await?;
    }
    audit::write(tx, Some(viewer.account), Action::ClassOpeningEnded, Some(pass.id.to_string()), None).await
}

/// Ends the seats a pass gave; the one in the team stays while another pass of the same person in the school runs.
async fn unseat(tx: &mut Tx, place: &Place, pass: &Pass, person: PersonId) -> Result<()> {
    // The head may have detached the substitute meanwhile: then there is nothing to end.
    found(circle::unseat(tx, place.class.id, person, Role::Teacher).await)?;
    if !pass.staff_seat {
        return Ok(());
    }
    let now = tx.now();
    let others = of_school(tx, place.school.id).await?;
    let runs = |it: &Pass| it.id != pass.id && it.person_id == Some(person) && it.state(now) == State::Running;
    if others.iter().any(runs) {
        return Ok(());
    }
    let team = crate::reach::team(tx, place.school.id).await?;
    found(circle::unseat(tx, team, person, Role::Staff).await)
}

fn found(ended: Result<()>) -> Result<()> {
    match ended {
        Err(Error::NotFound) => Ok(()),
        other => other,
    }
}
