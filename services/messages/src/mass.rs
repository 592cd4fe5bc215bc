//! Messages to a whole circle or to many people: counted, shown and confirmed before they leave. To several circles at once,
//! or to a crowd, by somebody who has just proved to be there; to the families of one class, which is daily work, by a tap.
//!
//! Until then the message is held with all that was typed, and its text is a draft besides. It leaves by
//! [`send`](crate::send::send) like any other, which asks everything again: a circle may have changed, or a door been
//! closed meanwhile.

use crate::{
    carried, closing,
    conversation::shown,
    draft::{self, DraftId, NewDraft},
    matrix,
    recipient::{self, Recipient},
    send::{self, Outgoing, Sent},
    target::Target,
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args, id, id_list};
use school::{PersonId, PersonKind, Profile, SchoolId, Viewer};
use std::collections::{BTreeSet, HashMap};

id! {
    /// A message held until it is confirmed.
    MassSendId
}

/// From more people than this on, or for any circle, somebody reads who will receive and confirms.
pub const SHOWN_FROM: usize = 30;
/// From more people than this on, or for more circles than one, whoever confirms has proved to be there.
pub const PROVED_FROM: usize = 80;
/// How long a message waits to be confirmed, in days.
const HELD_DAYS: i64 = 1;
/// How many names are shown of those who will receive.
const SAMPLE: usize = 8;

/// Whether a message to these people is confirmed before it leaves.
pub fn needs_confirmation(targets: &[Target], recipients: &[Recipient]) -> bool {
    circles(targets) > 0 || recipients.len() > SHOWN_FROM
}

/// Whether whoever confirms it has to prove to be there.
pub fn needs_proof(targets: &[Target], recipients: &[Recipient]) -> bool {
    circles(targets) > 1 || recipients.len() > PROVED_FROM
}

/// How many whole circles are written to. Those who teach one class are a crowd to nobody.
fn circles(targets: &[Target]) -> usize {
    targets.iter().filter(|it| matches!(it, Target::Families(_) | Target::Pupils(_) | Target::Staff(_))).count()
}

/// Holds a message to a circle or to many people, and answers where it is confirmed; none when it may leave at once. What is incomplete
/// is not held: sending says what is missing.
///
/// # Errors
/// [`Error::NotFound`] when a target is not for the viewer to write to; a fault of the database.
pub async fn hold(tx: &mut Tx, viewer: &Viewer, outgoing: &Outgoing) -> Result<Option<String>> {
    let complete = (1..=send::MOST_TARGETS).contains(&outgoing.targets.len())
        && !outgoing.subject.trim().is_empty()
        && outgoing.subject.chars().count() <= send::LONGEST_SUBJECT
        && !outgoing.body.is_empty()
        && outgoing.urgent.as_deref().is_none_or(|reason| !reason.trim().is_empty());
    if !complete || outgoing.within.is_some() || viewer.profile() < Profile::Staff {
        return Ok(None);
    }
    let school = matrix::school_for(tx, viewer, &outgoing.targets).await?;
    let recipients = recipient::of(tx, viewer, school, &outgoing.targets).await?;
    send::check_urgent(viewer, school, outgoing)?;
    // For nobody, or behind a closed door, nothing is confirmed: sending says why.
    if recipients.is_empty()
        || !needs_confirmation(&outgoing.targets, &recipients)
        || closing::refusal(tx, viewer, school, None).await?.is_some()
        || send::joins_schools(tx, viewer, school, &outgoing.targets).await?
    {
        return Ok(None);
    }
    let about = outgoing.about.map(|child| child.to_string()).unwrap_or_default();
    let kept = NewDraft {
        targets: &outgoing.targets,
        subject: outgoing.subject.trim(),
        body: &outgoing.body,
        about: &about,
        pieces: &outgoing.pieces,
    };
    let draft = draft::save(tx, viewer, None, &kept).await?;
    let id: MassSendId = tx.id();
    let now = tx.now();
    let targets: Vec<String> = outgoing.targets.iter().map(Target::to_string).collect();
    tx.change(
        "delete from mass_send where account_id = $1 and held_at <= $2 and school_id is not null",
        args![viewer.account, now.plus_days(-HELD_DAYS)],
    )
    .await?;
    tx.change(
        "insert into mass_send (id, account_id, school_id, draft_id, targets, subject, body, pieces, about, urgent, held_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            id,
            viewer.account,
            school,
            draft,
            targets.join("\n"),
            outgoing.subject.trim(),
            outgoing.body.to_json(),
            carried::stored(&outgoing.pieces),
            outgoing.about,
            outgoing.urgent.as_deref(),
            now
        ],
    )
    .await?;
    Ok(Some(path(id)))
}

/// Where a held message is confirmed.
pub fn path(id: MassSendId) -> String {
    format!("/messages/envois/{id}")
}

/// A message held.
#[derive(Debug)]
pub struct Held {
    /// The message.
    pub id: MassSendId,
    /// The school it is written in.
    pub school: SchoolId,
    /// What is to be sent.
    pub outgoing: Outgoing,
    draft: DraftId,
}

#[derive(FromRow)]
struct Row {
    school_id: SchoolId,
    draft_id: DraftId,
    targets: String,
    subject: String,
    body: String,
    pieces: String,
    about: Option<PersonId>,
    urgent: Option<String>,
}

impl Held {
    /// The message the viewer holds.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none: sent already, given up, of another account, or a day old.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: MassSendId) -> Result<Self> {
        let since = tx.now().plus_days(-HELD_DAYS);
        let row: Row = tx
            .one(
                "select school_id, draft_id, targets, subject, body, pieces, about, urgent from mass_send \
                 where id = $1 and account_id = $2 and held_at > $3",
                args![id, viewer.account, since],
            )
            .await?;
        let outgoing = Outgoing {
            targets: row.targets.lines().filter_map(Target::parse).collect(),
            subject: row.subject,
            body: richtext::parse(&row.body).map_err(|refused| Error::fault(refused.message()))?,
            pieces: carried::read(&row.pieces)?,
            about: row.about,
            urgent: row.urgent,
            within: None,
            mass: false,
        };
        Ok(Self { id, school: row.school_id, outgoing, draft: row.draft_id })
    }

    /// Those who would receive it now.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn recipients(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Recipient>> {
        recipient::of(tx, viewer, self.school, &self.outgoing.targets).await
    }

    /// Sends it. Whoever calls has asked for a fresh proof where one is needed.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it left meanwhile; what [`send::send`] refuses.
    pub async fn send(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Sent> {
        self.let_go(tx, viewer).await?;
        let sent = send::send(tx, viewer, &self.outgoing).await?;
        draft::forget(tx, viewer, self.draft).await?;
        let detail = sent.recipients.to_string();
        audit::write(tx, Some(viewer.account), Action::MassSent, Some(sent.message.to_string()), Some(&detail)).await?;
        Ok(sent)
    }

    /// Lets it go, to be changed: its draft stays, with its files.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is gone already; a fault of the database.
    pub async fn keep(&self, tx: &mut Tx, viewer: &Viewer) -> Result<DraftId> {
        self.let_go(tx, viewer).await?;
        Ok(self.draft)
    }

    async fn let_go(&self, tx: &mut Tx, viewer: &Viewer) -> Result<()> {
        let gone = tx
            .changed_rows(
                "delete from mass_send where id = $1 and account_id = $2 and school_id = $3",
                args![self.id, viewer.account, self.school],
            )
            .await?;
        if gone == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}

/// Who receives a message, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The children whose families receive.
    pub families: i64,
    /// The adults of these families.
    pub adults: i64,
    /// Pupils.
    pub pupils: i64,
    /// Those who work at the school.
    pub team: i64,
}

impl Count {
    /// Counts some recipients.
    pub fn of(recipients: &[Recipient]) -> Self {
        let children: BTreeSet<PersonId> = recipients.iter().filter_map(|it| it.child).collect();
        let of_kind = |kind: PersonKind| number(recipients.iter().filter(|it| it.kind == kind).count());
        Self {
            families: number(children.len()),
            adults: of_kind(PersonKind::Guardian),
            pupils: of_kind(PersonKind::Pupil),
            team: of_kind(PersonKind::Staff) + of_kind(PersonKind::Agent),
        }
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Somebody of the sample: a name, and that of the child it is for.
pub type Sampled = (String, Option<String>);

/// Some of the recipients by name, taken at equal steps from all of them: a wrong class shows.
///
/// # Errors
/// A fault of the database.
pub async fn sample(tx: &mut Tx, recipients: &[Recipient]) -> Result<Vec<Sampled>> {
    let step = recipients.len().div_ceil(SAMPLE).max(1);
    let some: Vec<&Recipient> = recipients.iter().step_by(step).collect();
    let people = some.iter().map(|it| it.person).chain(some.iter().filter_map(|it| it.child));
    let rows: Vec<(PersonId, String, String, String)> = tx
        .all(
            "select id, first_name, last_name, kind from person where id in (select unhex(value) from json_each($1))",
            args![id_list(people)],
        )
        .await?;
    let names: HashMap<PersonId, String> =
        rows.into_iter().filter_map(|(id, first, last, kind)| Some((id, name(kind, &first, &last)?))).collect();
    let named = |it: &&Recipient| {
        let child = it.child.and_then(|child| names.get(&child).cloned());
        names.get(&it.person).cloned().map(|name| (name, child))
    };
    Ok(some.iter().filter_map(named).collect())
}

fn name(kind: String, first_name: &str, last_name: &str) -> Option<String> {
    PersonKind::try_from(kind).ok().map(|kind| shown(kind, first_name, last_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use school::CircleId;

    fn somebody(person: u128, child: Option<u128>, kind: PersonKind) -> Recipient {
        let id = |number: u128| PersonId(Uuid::from_u128(number));
        Recipient { person: id(person), child: child.map(id), kind }
    }

    #[test]
    fn families_are_counted_by_their_children() {
        let recipients = [
            somebody(1, Some(10), PersonKind::Guardian),
            somebody(2, Some(10), PersonKind::Guardian),
            somebody(3, Some(11), PersonKind::Guardian),
            somebody(4, None, PersonKind::Staff),
            somebody(5, None, PersonKind::Pupil),
        ];
        assert_eq!(Count::of(&recipients), Count { families: 2, adults: 3, pupils: 1, team: 1 });
    }

    #[test]
    fn a_circle_is_confirmed_and_several_circles_or_a_crowd_are_proved() {
        let crowd: Vec<Recipient> = (0..81).map(|it| somebody(it, None, PersonKind::Guardian)).collect();
        let class = |number: u128| CircleId(Uuid::from_u128(number));
        for (targets, people, shown, proved) in [
            (vec![], 30, false, false),
            (vec![], 31, true, false),
            (vec![], 81, true, true),
            (vec![Target::Team(class(1))], 2, false, false),
            (vec![Target::Families(class(1))], 2, true, false),
            (vec![Target::Families(class(1))], 80, true, false),
            (vec![Target::Families(class(1)), Target::Pupils(class(1))], 2, true, true),
        ] {
            assert_eq!(needs_confirmation(&targets, &crowd[..people]), shown, "{targets:?} {people}");
            assert_eq!(needs_proof(&targets, &crowd[..people]), proved, "{targets:?} {people}");
        }
    }
}
