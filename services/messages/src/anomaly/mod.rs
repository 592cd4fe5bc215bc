//! The stop of an account that sends as a thief would: to many people in a short while, or the same text again and again.
//!
//! The message that crosses the line still leaves, since what is written with it must last; from then on the account sends
//! nothing, until the head or the académie lets it. Answers to one person are never counted, nor are short texts: « Merci »
//! is nobody's attack.

mod alert;
mod stop;

use crate::{W, recipient::Recipient, send::Outgoing};
use commons::audit::{self, Action};
use db::{Moment, Result, Tx, args, fold, id_list};
use school::{AccountId, PersonId, Profile, SchoolId, Viewer};
use web::{dates, voice};

pub use stop::{Stop, StopId, Why, lift, stops, tasks};

/// From how many sends an account is stopped.
struct Limits {
    /// To different people within [`RATE_SECONDS`].
    rate: i64,
    /// Of one text to different people within [`SAME_SECONDS`].
    same: i64,
}

const RATE_SECONDS: i64 = 600;
const SAME_SECONDS: i64 = 3600;
/// A shorter text is not compared, in folded characters.
const SHORTEST_TEXT: usize = 30;

impl Limits {
    const fn of(profile: Profile) -> Self {
        match profile {
            Profile::Pupil => Self { rate: 8, same: 4 },
            Profile::Guardian => Self { rate: 12, same: 6 },
            Profile::Staff | Profile::Teacher | Profile::Head | Profile::Town | Profile::Administrator => {
                Self { rate: 40, same: 15 }
            }
        }
    }
}

/// Waits for the turn of an account: of two sends at once, the second counts the first.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn take_turn(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into sender_turn (account_id, at) values ($1, $2) on conflict (account_id) do update set at = excluded.at",
        args![account, now],
    )
    .await
}

/// Why an account sends nothing: it was stopped. None when it may.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn refusal(tx: &mut Tx, viewer: &Viewer) -> Result<Option<String>> {
    let stop: Option<(Moment, SchoolId)> = tx
        .first(
            "select since, school_id from sender_stop where account_id = $1 and lifted_at is null",
            args![viewer.account],
        )
        .await?;
    let now = tx.now();
    Ok(stop.map(|(since, _)| W.stop_refusal(voice(viewer), dates::past(since, now))))
}

/// Notes a message that leaves, and stops the account when it is one too many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    outgoing: &Outgoing,
    recipients: &[Recipient],
) -> Result<()> {
    let (id, now): (db::Uuid, Moment) = (tx.id(), tx.now());
    let people = i64::try_from(recipients.len()).unwrap_or(i64::MAX);
    tx.change(
        "delete from sender_note where account_id = $1 and sent_at <= $2",
        args![viewer.account, now.plus_days(-1)],
    )
    .await?;
    tx.change(
        "insert into sender_note (id, account_id, people, recipients, text_digest, sent_at) values ($1, $2, $3, $4, $5, $6)",
        args![id, viewer.account, people, to_whom(outgoing, recipients), text_digest(&outgoing.body.to_plain()), now],
    )
    .await?;
    match crossed(tx, viewer, outgoing).await? {
        Some(why) => stop(tx, viewer, school, why).await,
        None => Ok(()),
    }
}

/// What tells one audience from another: the conversation for an answer, the people for a new message; nothing for an
/// answer to one person.
fn to_whom(outgoing: &Outgoing, recipients: &[Recipient]) -> Option<String> {
    match outgoing.within {
        Some(_) if recipients.len() == 1 => None,
        Some(thing) => Some(thing.to_string()),
        None => {
            let mut people: Vec<PersonId> = recipients.iter().map(|it| it.person).collect();
            people.sort();
            Some(blake3::hash(id_list(people).as_bytes()).to_hex().to_string())
        }
    }
}

/// The digest of a text, whatever its capitals, accents and signs; none for a short one.
fn text_digest(plain: &str) -> Option<String> {
    let folded = fold(plain);
    (folded.len() >= SHORTEST_TEXT).then(|| blake3::hash(folded.as_bytes()).to_hex().to_string())
}

async fn crossed(tx: &mut Tx, viewer: &Viewer, outgoing: &Outgoing) -> Result<Option<Why>> {
    let (now, limits) = (tx.now(), Limits::of(viewer.profile()));
    let sent = tx
        .count(
            "select count(distinct recipients) as n from sender_note where account_id = $1 and sent_at > $2",
            args![viewer.account, now.plus_seconds(-RATE_SECONDS)],
        )
        .await?;
    if sent >= limits.rate {
        return Ok(Some(Why::Rate));
    }
    let Some(digest) = text_digest(&outgoing.body.to_plain()) else { return Ok(None) };
    let same = tx
        .count(
            "select count(distinct recipients) as n from sender_note \
             where account_id = $1 and sent_at > $2 and text_digest = $3",
            args![viewer.account, now.plus_seconds(-SAME_SECONDS), digest],
        )
        .await?;
    Ok((same >= limits.same).then_some(Why::Same))
}

async fn stop(tx: &mut Tx, viewer: &Viewer, school: SchoolId, why: Why) -> Result<()> {
    let Some(person) = viewer.people.first() else { return Ok(()) };
    let (id, now): (StopId, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into sender_stop (id, account_id, person_id, school_id, reason, since) values ($1, $2, $3, $4, $5, $6)",
        args![id, viewer.account, person.id, school, why, now],
    )
    .await?;
    let subject = Some(viewer.account.to_string());
    audit::write(tx, Some(viewer.account), Action::SenderStopped, subject, Some(why.as_str())).await?;
    alert::send(tx, viewer, school).await
}

#[cfg(test)]
mod tests {
    use super::text_digest;

    #[test]
    fn a_text_is_the_same_whatever_its_capitals_and_signs() {
        let one = text_digest("Une bombe est cachée dans votre école.");
        assert!(one.is_some());
        assert_eq!(one, text_digest("UNE BOMBE est cachee, dans votre ecole !!!"));
        assert_eq!(text_digest("Merci beaucoup !"), None);
    }
}
