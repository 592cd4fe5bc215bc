//! Closing messages in haste: to a party, over a school, a département, an académie or the région.
//!
//! It stops the sending alone, from the next message on, on every node: it is read from the database at each send. What
//! was received stays readable; the carnet de liaison and urgent words are other services, and know nothing of it.

mod offer;
mod order;
mod party;

use crate::{
    W, matrix,
    territory::{Territory, department_of, may_over},
    trace,
};
use db::{FromRow, Moment, Result, Tx, args, id};
use school::{CircleId, Right, School, SchoolId, Viewer};
use web::{Place, component::Notice, dates, voice};

pub use offer::{Offer, offers, ordered_name, territory_name};
pub use order::{Order, close, may_open, open};
pub use party::Party;

id! {
    /// A closing.
    ClosingId
}

/// Messages closed to a party over a territory.
#[derive(Debug, Clone, FromRow)]
pub struct Closing {
    /// The closing.
    pub id: ClosingId,
    scope: String,
    /// To whom.
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

/// One list of columns for the two ways closings are read.
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

/// Why somebody sends nothing in a school now, to the team of a group if it is to one, as the form says it; none when nothing is
/// closed to them. Whoever a group brings to a conversation of another school is of its team there, and sends nothing either while
/// their own closed messages to them.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn refusal(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    group: Option<CircleId>,
) -> Result<Option<String>> {
    let own = matrix::school_of_rules(viewer, school, group);
    let here = if own == school { Party::of(viewer, school) } else { Party::Team };
    match refusal_to(tx, viewer, here, school).await? {
        None if own != school => refusal_to(tx, viewer, Party::of(viewer, own), own).await,
        refusal => Ok(refusal),
    }
}

async fn refusal_to(tx: &mut Tx, viewer: &Viewer, party: Party, school: SchoolId) -> Result<Option<String>> {
    let school = School::load(tx, school).await?;
    let closings = at_school(tx, &school).await?;
    let now = tx.now();
    let closing = closings.into_iter().find(|it| it.profile.includes(party));
    Ok(closing.map(|it| refusal_words(viewer, &school, &it, now)))
}

/// Whoever writes in several schools reads in which nothing leaves, and to whom it is closed, as does whoever a group brings from
/// another.
fn refusal_words(viewer: &Viewer, school: &School, closing: &Closing, now: Moment) -> String {
    if matrix::schools(viewer).iter().any(|it| *it != school.id) {
        W.closing_refusal_there(closing.profile.word(), &school.name, &closing.reason, closing.end(now))
    } else {
        W.closing_refusal(voice(viewer), &closing.reason, closing.end(now))
    }
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
    let mut refused: Vec<String> = Vec::new();
    let mut others: Option<Notice> = None;
    for id in schools {
        let party = Party::of(viewer, id);
        let school = School::load(tx, id).await?;
        for closing in at_school(tx, &school).await? {
            if closing.profile.includes(party) {
                refused.push(refusal_words(viewer, &school, &closing, now));
                break;
            }
            if party == Party::Team && others.is_none() {
                let text = W.closing_of_others(closing.profile.word(), &closing.reason, closing.end(now));
                others = Some(Notice::info(text).title(W.closing_title()));
            }
        }
    }
    if refused.is_empty() {
        return Ok(others);
    }
    refused.push(W.closing_reading_stays(voice(viewer)).to_owned());
    Ok(Some(Notice::attention(refused.join(" ")).title(W.closing_title())))
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
