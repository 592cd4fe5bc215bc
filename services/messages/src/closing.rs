//! Closing messages in haste: to a party, over a school, a département, an académie or the région.
//!
//! It stops the sending alone, from the next message on, on every node: it is read from the database at each send. What
//! was received stays readable; the carnet de liaison and urgent words are other services, and know nothing of it.

use crate::{
    W,
    territory::{self, Territory, department_of, may_over},
    trace,
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::{Profile, Right, Role, School, SchoolId, Viewer, text_enum};
use web::{Place, component::Notice, dates, voice};

id! {
    /// A closing.
    ClosingId
}

text_enum! {
    /// To whom messages are closed.
    Party {
        /// The pupils.
        Pupils = "pupils",
        /// The families.
        Families = "families",
        /// Those who work at the school, its head included: a stolen account of theirs harms most.
        Team = "team",
        /// Everybody.
        Everybody = "everybody",
    }
}

impl Party {
    /// The party somebody writes with in a school.
    pub fn of(viewer: &Viewer, school: SchoolId) -> Self {
        let roles = || viewer.seats.iter().filter(|seat| seat.school == school).map(|seat| seat.role);
        if roles().any(|role| !matches!(role, Role::Pupil | Role::Guardian)) {
            return Self::Team;
        }
        if roles().any(|role| role == Role::Guardian) {
            return Self::Families;
        }
        match viewer.profile() {
            Profile::Pupil => Self::Pupils,
            Profile::Guardian => Self::Families,
            Profile::Staff | Profile::Teacher | Profile::Head | Profile::Administrator => Self::Team,
        }
    }

    fn includes(self, other: Self) -> bool {
        self == Self::Everybody || self == other
    }

    /// « les élèves ».
    pub fn word(self) -> &'static str {
        match self {
            Self::Pupils => W.party_pupils(),
            Self::Families => W.party_families(),
            Self::Team => W.party_team(),
            Self::Everybody => W.party_everybody(),
        }
    }
}

/// Messages closed to a party over a territory.
#[derive(Debug, Clone, FromRow)]
pub struct Closing {
    /// The closing.
    pub id: ClosingId,
    scope: String,
    /// To whom.
    #[sqlx(try_from = "String")]
    pub profile: Party,
    /// Why, in the words of whoever closed.
    pub reason: String,
    /// Whether somebody of the académie closed: a head does not overrule it.
    pub by_academy: bool,
    /// Since when.
    pub closed_at: Moment,
    /// Until when; none until somebody opens again.
    pub until: Option<Moment>,
    school_id: Option<SchoolId>,
    /// The name of the school, when it is one.
    pub school_name: Option<String>,
}

impl Closing {
    /// The territory.
    pub fn territory(&self) -> Territory {
        // What is not understood closes everywhere: an unknown word must not open what somebody meant to close.
        Territory::parse(&self.scope).unwrap_or(Territory::Region)
    }

    /// « Réouverture prévue lundi à 7 h. »
    pub fn end(&self, now: Moment) -> String {
        match self.until.and_then(|until| dates::coming(until, now)) {
            Some(when) => W.closing_until(when),
            None => W.closing_without_end().to_owned(),
        }
    }
}

/// One list of columns for the three ways closings are read.
macro_rules! select_closing {
    ($condition:literal) => {
        concat!(
            "select c.id, c.scope, c.profile, c.reason, c.by_academy, c.closed_at, c.until, c.school_id, ",
            "s.name as school_name from messages_closing c left join school s on s.id = c.school_id ",
            "where c.opened_at is null and (c.until is null or c.until > $1) and ",
            $condition
        )
    };
}

/// What is closed in a school now, the latest first. No personal data in it, hence no viewer.
///
/// # Errors
/// A fault of the database.
pub async fn at_school(tx: &mut Tx, school: &School) -> Result<Vec<Closing>> {
    let now = tx.now();
    let [own, department, academy] = [
        Territory::School(school.id),
        Territory::Department(department_of(school).to_owned()),
        Territory::Academy(school.academy.clone()),
    ]
    .map(|it| it.stored());
    tx.all(
        select_closing!("c.scope in ($2, $3, $4, 'region') order by c.closed_at desc, c.id desc"),
        args![now, own, department, academy],
    )
    .await
}

/// Why somebody sends nothing in a school now, as the form says it; none when nothing is closed to them.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn refusal(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Option<String>> {
    let party = Party::of(viewer, school);
    let school = School::load(tx, school).await?;
    let closings = at_school(tx, &school).await?;
    let now = tx.now();
    let closing = closings.into_iter().find(|it| it.profile.includes(party));
    Ok(closing.map(|it| W.closing_refusal(voice(viewer), &it.reason, it.end(now))))
}

/// What a page of messages says above itself while messages are closed: to the viewer, or to others of a school the viewer
/// works in.
///
/// # Errors
/// A fault of the database.
pub async fn notice(tx: &mut Tx, viewer: &Viewer) -> Result<Option<Notice>> {
    let mut schools: Vec<SchoolId> = viewer.seats.iter().map(|seat| seat.school).collect();
    schools.sort();
    schools.dedup();
    let now = tx.now();
    let mut others: Option<Notice> = None;
    for id in schools {
        let party = Party::of(viewer, id);
        let school = School::load(tx, id).await?;
        for closing in at_school(tx, &school).await? {
            if closing.profile.includes(party) {
                let text = W.closing_refusal(voice(viewer), &closing.reason, closing.end(now));
                let read = W.closing_reading_stays(voice(viewer));
                return Ok(Some(Notice::attention(format!("{text} {read}")).title(W.closing_title())));
            }
            if party == Party::Team && others.is_none() {
                let text = W.closing_of_others(closing.profile.word(), &closing.reason, closing.end(now));
                others = Some(Notice::info(text).title(W.closing_title()));
            }
        }
    }
    Ok(others)
}

/// Whether somebody closes messages somewhere.
pub fn may_close(viewer: &Viewer) -> bool {
    viewer.may_over(Right::CloseMessages)
        || viewer.seats.iter().any(|seat| viewer.may_at(Right::CloseMessages, seat.school))
}

/// The places in the navigation of whoever has a task over a territory; a head finds them from the messages.
pub fn places(viewer: &Viewer) -> Vec<Place> {
    let closes = viewer.may_over(Right::CloseMessages);
    let closing = closes.then(|| Place::new(W.closing_page(), "/messages/fermetures", "cadenas", 62));
    let tracing = trace::may_trace(viewer).then(|| Place::new(W.trace_title(), "/messages/tracage", "chercher", 64));
    closing.into_iter().chain(tracing).collect()
}

/// A territory somebody may close, with its name.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The territory.
    pub territory: Territory,
    /// « École Les Tilleuls », « Département 31 ».
    pub name: String,
}

/// The territories somebody may close, the widest first.
///
/// # Errors
/// A fault of the database.
pub async fn offers(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Offer>> {
    let mut offers: Vec<Offer> = Vec::new();
    let granted = territory::granted(viewer, Right::CloseMessages);
    let everywhere = granted.contains(&Territory::Region);
    if everywhere {
        offers.push(Offer { territory: Territory::Region, name: W.scope_region().to_owned() });
    }
    if !granted.is_empty() {
        for (code, name) in territory::academies(tx).await? {
            let academy = Territory::Academy(code.clone());
            if !everywhere && !granted.contains(&academy) {
                continue;
            }
            offers.push(Offer { territory: academy, name: W.scope_academy(name) });
            for code in territory::departments(tx, Some(code.as_str())).await? {
                let name = W.scope_department(department_name(&code));
                offers.push(Offer { territory: Territory::Department(code), name });
            }
        }
    }
    for seat in viewer.headed() {
        let name = W.scope_school(&seat.school_name);
        offers.push(Offer { territory: Territory::School(seat.school), name });
    }
    Ok(offers)
}

/// « 31 » for 031, « 2A » for 02A.
fn department_name(code: &str) -> &str {
    code.strip_prefix('0').unwrap_or(code)
}

/// The name of the territory of a closing.
pub fn territory_name(closing: &Closing, offers: &[Offer]) -> String {
    let territory = closing.territory();
    if let Some(offer) = offers.iter().find(|it| it.territory == territory) {
        return offer.name.clone();
    }
    match territory {
        Territory::School(_) => W.scope_school(closing.school_name.as_deref().unwrap_or_default()),
        Territory::Department(code) => W.scope_department(department_name(&code)),
        Territory::Academy(_) => W.scope_own_academy().to_owned(),
        Territory::Region => W.scope_region().to_owned(),
    }
}

/// What is closed now where the viewer may close: in the schools headed whatever closed them, in the territories of a task.
///
/// # Errors
/// A fault of the database.
pub async fn in_force(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Closing>> {
    let mut closings: Vec<Closing> = Vec::new();
    for seat in viewer.headed() {
        let school = School::load(tx, seat.school).await?;
        closings.extend(at_school(tx, &school).await?);
    }
    if viewer.may_over(Right::CloseMessages) {
        let now = tx.now();
        let all: Vec<Closing> =
            tx.all(select_closing!("true order by c.closed_at desc, c.id desc"), args![now]).await?;
        for closing in all {
            let territory = closing.territory();
            if territory == Territory::Region || may_over(tx, viewer, Right::CloseMessages, &territory).await? {
                closings.push(closing);
            }
        }
    }
    closings.sort_by_key(|it| (std::cmp::Reverse(it.closed_at), it.id));
    closings.dedup_by_key(|it| it.id);
    Ok(closings)
}

/// An order to close.
#[derive(Debug)]
pub struct Order {
    /// Over what.
    pub territory: Territory,
    /// To whom.
    pub parties: Vec<Party>,
    /// Why: everybody concerned reads it.
    pub reason: String,
    /// Until when.
    pub until: Option<Moment>,
}

/// Closes messages; closing again revises the reason and the end.
///
/// # Errors
/// [`Error::NotFound`] when the viewer may not close there; a fault of the database.
pub async fn close(tx: &mut Tx, viewer: &Viewer, order: &Order) -> Result<()> {
    if !may_over(tx, viewer, Right::CloseMessages, &order.territory).await? {
        return Err(Error::NotFound);
    }
    let by_academy = !viewer.grants.is_empty();
    let (now, scope, school) = (tx.now(), order.territory.stored(), order.territory.school());
    for party in &order.parties {
        tx.run(
            "update messages_closing set opened_by = $4, opened_at = $5 \
             where scope = $1 and profile = $2 and by_academy = $3 and opened_at is null \
                 and school_id is not distinct from $6",
            args![&scope, *party, by_academy, viewer.account, now, school],
        )
        .await?;
        let id: ClosingId = tx.id();
        tx.run(
            "insert into messages_closing (id, scope, school_id, profile, reason, by_academy, closed_by, closed_at, until) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![id, &scope, school, *party, &order.reason, by_academy, viewer.account, now, order.until],
        )
        .await?;
        let detail = format!("{}: {}", party.as_str(), order.reason);
        audit::write(tx, Some(viewer.account), Action::MessagesClosed, Some(scope.clone()), Some(&detail)).await?;
    }
    Ok(())
}

/// Whether somebody may open again what is closed: a head, what heads closed in the school; others, their territory.
///
/// # Errors
/// A fault of the database.
pub async fn may_open(tx: &mut Tx, viewer: &Viewer, closing: &Closing) -> Result<bool> {
    let overruled = !closing.by_academy || viewer.may_over(Right::CloseMessages);
    Ok(overruled && may_over(tx, viewer, Right::CloseMessages, &closing.territory()).await?)
}

/// Opens messages again.
///
/// # Errors
/// [`Error::NotFound`] when it is over, or none of the viewer's; [`Error::Forbidden`] when the académie closed and the viewer
/// heads the school; a fault of the database.
pub async fn open(tx: &mut Tx, viewer: &Viewer, id: ClosingId) -> Result<()> {
    let known = in_force(tx, viewer).await?;
    let closing = known.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    if !may_open(tx, viewer, &closing).await? {
        return Err(Error::Forbidden);
    }
    let now = tx.now();
    let opened = tx
        .run(
            "update messages_closing set opened_by = $2, opened_at = $3 \
             where id = $1 and opened_at is null and school_id is not distinct from $4",
            args![id, viewer.account, now, closing.school_id],
        )
        .await?;
    if opened == 0 {
        return Err(Error::Conflict);
    }
    let detail = closing.profile.as_str();
    audit::write(tx, Some(viewer.account), Action::MessagesOpened, Some(closing.scope), Some(detail)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_departement_is_named_as_people_do() {
        for (code, name) in [("031", "31"), ("02A", "2A"), ("974", "974")] {
            assert_eq!(department_name(code), name);
        }
    }
}
