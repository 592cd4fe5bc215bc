//! The stop of an account that sends as a thief would: to many people in a short while, or the same text again and again.
//!
//! The message that crosses the line still leaves, since what is written with it must last; from then on the account sends
//! nothing, until the head or the académie lets it. Answers to one person are never counted, nor are short texts: « Merci »
//! is nobody's attack.

use crate::{W, recipient::Recipient, send::Outgoing};
use commons::{
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Error, FromRow, Moment, Result, Tx, args, fold, id, id_list};
use school::{AccountId, PersonId, PersonKind, Profile, Right, School, SchoolId, Viewer, text_enum};
use web::{Task, dates, voice};

id! {
    /// The stop of an account.
    StopId
}

text_enum! {
    /// Why an account was stopped.
    Why {
        /// Many people in a short while.
        Rate = "rate",
        /// The same text to many, one by one.
        Same = "same",
    }
}

impl Why {
    /// The reason in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rate => W.stop_rate(),
            Self::Same => W.stop_same(),
        }
    }
}

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
            Profile::Staff | Profile::Teacher | Profile::Head | Profile::Administrator => Self { rate: 40, same: 15 },
        }
    }
}

/// Waits for the turn of an account: of two sends at once, the second counts the first.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn take_turn(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into sender_turn (account_id, at) values ($1, $2) on conflict (account_id) do update set at = excluded.at",
        args![account, now],
    )
    .await
    .map(drop)
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
    tx.run("delete from sender_note where account_id = $1 and sent_at <= $2", args![viewer.account, now.plus_days(-1)])
        .await?;
    tx.run(
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
    tx.run(
        "insert into sender_stop (id, account_id, person_id, school_id, reason, since) values ($1, $2, $3, $4, $5, $6)",
        args![id, viewer.account, person.id, school, why, now],
    )
    .await?;
    let subject = Some(viewer.account.to_string());
    audit::write(tx, Some(viewer.account), Action::SenderStopped, subject, Some(why.as_str())).await?;
    alert(tx, viewer, school).await
}

// The confirmed addresses of the heads of a school.
const HEADS: &str = "\
select distinct a.email from circle c join member m on m.circle_id = c.id and m.role = 'head' \
    and m.since <= $2 and (m.until is null or m.until > $2) \
join account_person p on p.person_id = m.person_id join account a on a.id = p.account_id \
where c.school_id = $1 and c.kind = 'staff' and c.until is null and a.email is not null and a.id <> $3";

// The confirmed addresses of those who run the scheme for an académie.
const ACADEMY: &str = "\
select distinct a.email from account_grant g join account a on a.id = g.account_id \
where g.role = 'academy-admin' and g.scope in ($1, 'region') and g.since <= $2 and (g.until is null or g.until > $2) \
    and a.email is not null";

/// Writes to the head; to the académie too when the account is one of the team, the head's own above all. No name travels.
async fn alert(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let school = School::load(tx, school).await?;
    let mut addresses: Vec<(String,)> = tx.all(HEADS, args![school.id, now, viewer.account]).await?;
    if viewer.profile() >= Profile::Staff {
        let academy: Vec<(String,)> = tx.all(ACADEMY, args![format!("academy:{}", school.academy), now]).await?;
        addresses.extend(academy);
    }
    for (to,) in addresses {
        let text = [W.stop_letter(&school.name), W.stop_letter_end().to_owned()].join("\n\n");
        mail::post(tx, &Letter { to, subject: W.stop_letter_subject().to_owned(), text }).await?;
    }
    Ok(())
}

/// An account the house stopped.
#[derive(Debug, Clone, FromRow)]
pub struct Stop {
    /// The stop.
    pub id: StopId,
    account_id: AccountId,
    school_id: SchoolId,
    /// The school it happened in.
    pub school_name: String,
    uai: String,
    academy: String,
    /// Why.
    #[sqlx(try_from = "String")]
    pub reason: Why,
    /// Since when.
    pub since: Moment,
    /// What the directory says the person is.
    #[sqlx(try_from = "String")]
    pub kind: PersonKind,
    /// First name of whose account it is.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

impl Stop {
    /// The name, as those in charge read it.
    pub fn name(&self) -> String {
        school::person::full(&self.first_name, &self.last_name)
    }

    /// Whether it is the viewer's own account.
    pub fn is_of(&self, viewer: &Viewer) -> bool {
        self.account_id == viewer.account
    }

    fn school(&self) -> School {
        School {
            id: self.school_id,
            academy: self.academy.clone(),
            uai: self.uai.clone(),
            name: self.school_name.clone(),
            town: None,
            hours: None,
        }
    }
}

/// The accounts stopped where the viewer closes messages, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn stops(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Stop>> {
    let headed = id_list(viewer.headed().into_iter().map(|seat| seat.school));
    let granted = crate::territory::granted(viewer, Right::CloseMessages);
    let found: Vec<Stop> = tx.all(STOPS, args![headed, !granted.is_empty()]).await?;
    let is_theirs = |stop: &Stop| viewer.heads(stop.school_id) || granted.iter().any(|it| it.holds(&stop.school()));
    Ok(found.into_iter().filter(is_theirs).collect())
}

const STOPS: &str = "\
select s.id, s.account_id, s.school_id, k.name as school_name, k.uai, k.academy, s.reason, s.since, p.kind, \
    p.first_name, p.last_name from sender_stop s join school k on k.id = s.school_id join person p on p.id = s.person_id \
where s.lifted_at is null and (s.school_id in (select unhex(value) from json_each($1)) or $2) \
order by s.since desc, s.id desc";

/// Lets an account send again. Nobody frees their own.
///
/// # Errors
/// [`Error::NotFound`] when it is none of the viewer's; [`Error::Forbidden`] for one's own; [`Error::Conflict`] when somebody
/// was faster; a fault of the database.
pub async fn lift(tx: &mut Tx, viewer: &Viewer, id: StopId) -> Result<()> {
    let stop = stops(tx, viewer).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    if stop.is_of(viewer) {
        return Err(Error::Forbidden);
    }
    let now = tx.now();
    let lifted = tx
        .run(
            "update sender_stop set lifted_by = $3, lifted_at = $4 where id = $1 and school_id = $2 and lifted_at is null",
            args![id, stop.school_id, viewer.account, now],
        )
        .await?;
    if lifted == 0 {
        return Err(Error::Conflict);
    }
    // What was counted against the account would stop it again at once.
    tx.run("delete from sender_note where account_id = $1", args![stop.account_id]).await?;
    audit::write(tx, Some(viewer.account), Action::SenderFreed, Some(stop.account_id.to_string()), None).await
}

/// The accounts stopped, as « Aujourd’hui » asks those in charge to look at them.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if !crate::closing::may_close(viewer) {
        return Ok(Vec::new());
    }
    let stops = stops(tx, viewer).await?;
    let task = |stop: Stop| Task {
        title: W.stop_task(stop.name()),
        href: "/messages/fermetures".to_owned(),
        icon: "bouclier",
        about: stop.school_name.clone(),
        child: None,
        act: W.stop_look(),
        due: None,
        since: stop.since,
    };
    Ok(stops.into_iter().filter(|it| !it.is_of(viewer)).map(task).collect())
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
