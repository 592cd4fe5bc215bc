//! Planning a session: what was typed, what of it can be kept.

use super::{PUBLICS, Session, SessionId, SessionState, runs, seat};
use crate::W;
use db::{Day, Error, Problems, Result, Tx, args};
use jiff::civil::{Date, Time};
use richtext::Doc;
use school::{Territory, Viewer};

/// The longest title and place, in characters.
pub const LONGEST_LINE: usize = 120;
/// The longest address of a meeting.
const LONGEST_LINK: usize = 500;
/// The largest room.
const MOST_PLACES: i64 = 1000;

/// A form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct SessionForm {
    /// The territory it is for.
    pub scope: String,
    /// The title.
    pub title: String,
    /// The text, plain.
    pub body: String,
    /// The document of the editor.
    pub body_json: String,
    /// The day, in ISO.
    pub day: String,
    /// When it begins.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// Where it is.
    pub place: String,
    /// Where it is joined from a distance.
    pub link: String,
    /// How many places there are.
    pub capacity: String,
    /// The words of those it is for.
    pub publics: Vec<String>,
}

/// What can be kept of a form.
#[derive(Debug)]
pub struct Plan {
    scope: Territory,
    title: String,
    body: Doc,
    day: Date,
    starts: Time,
    ends: Time,
    place: String,
    link: String,
    capacity: i64,
    publics: String,
}

impl SessionForm {
    /// The form that would give this session again.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn of(session: &Session) -> Result<Self> {
        let body = session.doc()?;
        Ok(Self {
            scope: session.scope.clone(),
            title: session.title.clone(),
            body: body.to_plain(),
            body_json: body.to_json(),
            day: session.day.to_string(),
            starts: session.starts.clone(),
            ends: session.ends.clone(),
            place: session.place.clone(),
            link: session.link.clone(),
            capacity: session.capacity.to_string(),
            publics: session.publics.split_whitespace().map(str::to_owned).collect(),
        })
    }

    /// What can be kept, or what is wrong. A session planned already keeps its territory.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message for each field.
    pub fn check(&self, viewer: &Viewer, today: Date) -> Result<Plan> {
        let mut problems = Problems::default();
        let scope = Territory::of(&self.scope).filter(|scope| runs(viewer, scope));
        problems.require(scope.is_some(), "scope", W.scope_missing());
        let title = line(&self.title);
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_LINE, "title", W.title_too_long());
        let body = richtext::written(&self.body, &self.body_json).unwrap_or_else(|refused| {
            problems.add("body", refused.message());
            Doc::default()
        });
        let day = self.day.trim().parse::<Date>().ok();
        problems.require(day.is_some_and(|day| day >= today), "day", W.day_wrong());
        let (starts, ends) = (hour(&self.starts), hour(&self.ends));
        problems.require(starts.is_some(), "starts", W.hour_wrong());
        problems.require(ends.is_some_and(|it| Some(it) > starts), "ends", W.hours_order_wrong());
        let (place, link) = (line(&self.place), self.link.trim().to_owned());
        problems.require(place.chars().count() <= LONGEST_LINE, "place", W.place_too_long());
        problems.require(!place.is_empty() || !link.is_empty(), "place", W.place_missing());
        problems.require(link.is_empty() || is_address(&link), "link", W.link_wrong());
        let capacity = self.capacity.trim().parse::<i64>().ok().filter(|it| (1..=MOST_PLACES).contains(it));
        problems.require(capacity.is_some(), "capacity", W.capacity_wrong());
        let chosen = PUBLICS.iter().filter(|(_, key)| self.publics.iter().any(|it| it == key));
        let publics: Vec<&str> = chosen.map(|(_, key)| *key).collect();
        problems.require(!publics.is_empty(), "publics", W.publics_missing());
        let publics = format!(" {} ", publics.join(" "));
        match (scope, day, starts, ends, capacity) {
            (Some(scope), Some(day), Some(starts), Some(ends), Some(capacity)) => {
                problems.or(Plan { scope, title, body, day, starts, ends, place, link, capacity, publics })
            }
            _ => Err(Error::Invalid(problems)),
        }
    }
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hour(text: &str) -> Option<Time> {
    text.trim().parse().ok()
}

fn is_address(link: &str) -> bool {
    link.starts_with("https://") && link.len() <= LONGEST_LINK && !link.contains(char::is_whitespace)
}

fn stored(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Plans a session.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, plan: &Plan) -> Result<SessionId> {
    let label = web::place_name(tx, &plan.scope).await?;
    let (id, now): (SessionId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into training_session (id, scope, scope_label, title, body, day, starts, ends, place, link, capacity, \
         taken, publics, state, author, created_at, changed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, $14, $15, $15)",
        args![
            id,
            plan.scope.to_string(),
            label,
            &plan.title,
            plan.body.to_json(),
            Day::from(plan.day),
            stored(plan.starts),
            stored(plan.ends),
            &plan.place,
            &plan.link,
            plan.capacity,
            &plan.publics,
            SessionState::Planned,
            viewer.name(),
            now
        ],
    )
    .await?;
    Ok(id)
}

/// Changes a session; more places are given to those who wait.
///
/// # Errors
/// [`Error::Invalid`] when fewer places are left than are taken; [`Error::Conflict`] when it was called off.
pub async fn change(tx: &mut Tx, session: &Session, plan: &Plan) -> Result<()> {
    if plan.scope.to_string() != session.scope {
        return Err(Error::invalid("scope", W.scope_kept()));
    }
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update training_session set title = $2, body = $3, day = $4, starts = $5, ends = $6, place = $7, link = $8, \
             capacity = $9, publics = $10, changed_at = $11 where id = $1 and state = 'planned' and taken <= $9",
            args![
                session.id,
                &plan.title,
                plan.body.to_json(),
                Day::from(plan.day),
                stored(plan.starts),
                stored(plan.ends),
                &plan.place,
                &plan.link,
                plan.capacity,
                &plan.publics,
                now
            ],
        )
        .await?;
    match rows {
        0 if session.state == SessionState::Planned => Err(Error::invalid("capacity", W.capacity_taken())),
        0 => Err(Error::Conflict),
        _ => seat::fill(tx, session.id).await.map(drop),
    }
}

/// Calls a session off, and writes to those who were on its list.
///
/// # Errors
/// [`Error::Conflict`] when it was already.
pub async fn cancel(tx: &mut Tx, session: &Session) -> Result<()> {
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update training_session set state = 'cancelled', changed_at = $2 where id = $1 and state = 'planned'",
            args![session.id, now],
        )
        .await?;
    if rows == 0 {
        return Err(Error::Conflict);
    }
    seat::write_all(tx, session, W.training_letter_cancelled_subject(), &W.training_letter_cancelled(&session.title))
        .await
}
