//! Tracing a message for an inquiry: who sent it, when, to whom, who opened it. For whoever was given that task over the
//! territory of the school, with a reason, and never without a line in the audit journal.
//!
//! A message has a short *reference* its readers can dictate: the minute it was sent in, and the end of its identifier. It
//! is derived from the identifier, and leads back to it without an index of its own.

use crate::{
    W,
    conversation::{MessageId, shown},
    territory::{self, Territory, granted},
};
use commons::audit::{self, Action};
use db::{Day, Error, FromRow, Moment, Problems, Result, Tx, Uuid, args, fold};
use jiff::civil::Date;
use richtext::Doc;
use school::{PersonKind, Right, School, SchoolId, Viewer};

/// Letters and figures nobody confuses when reading aloud (Crockford).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them a reference has: five for the minute, five for the end of the identifier.
const LENGTH: usize = 10;
const MINUTE_MILLIS: u128 = 60_000;
/// 1 January 2020: minutes counted from there fit in five letters until 2083.
const FIRST_MILLIS: u128 = 1_577_836_800_000;
/// Where the instant begins in an identifier of version 7.
const INSTANT_SHIFT: u32 = 80;
const END_BITS: u128 = (1 << 25) - 1;

/// The reference of a message: « 0W3KD-7QF2A ».
pub fn reference(message: MessageId) -> String {
    let id = message.0.as_u128();
    let number = (minute_of(id) << 25) | (id & END_BITS);
    let letter = |place: usize| char::from(LETTERS[usize::try_from((number >> (5 * place)) & 31).unwrap_or(0)]);
    let letters: String = (0..LENGTH).rev().map(letter).collect();
    format!("{}-{}", &letters[..5], &letters[5..])
}

fn minute_of(id: u128) -> u128 {
    (id >> INSTANT_SHIFT).saturating_sub(FIRST_MILLIS) / MINUTE_MILLIS
}

/// The identifiers a reference may stand for: the first and the one after the last, and how the right one ends.
fn read_reference(typed: &str) -> Option<(Uuid, Uuid, u128)> {
    let mut number: u128 = 0;
    let mut letters = 0;
    for letter in typed.chars().filter(char::is_ascii_alphanumeric) {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = LETTERS.iter().position(|it| char::from(*it) == letter)?;
        number = (number << 5) | u128::try_from(value).ok()?;
        letters += 1;
    }
    if letters != LENGTH {
        return None;
    }
    let first = FIRST_MILLIS + (number >> 25) * MINUTE_MILLIS;
    let id = |millis: u128| Uuid::from_u128(millis << INSTANT_SHIFT);
    Some((id(first), id(first + MINUTE_MILLIS), number & END_BITS))
}

/// A message, as an inquiry sees it.
#[derive(Debug, Clone, FromRow)]
pub struct Traced {
    /// The message.
    pub id: MessageId,
    school_id: SchoolId,
    /// The school's name.
    pub school_name: String,
    uai: String,
    academy: String,
    /// The subject of its conversation.
    pub title: String,
    body: String,
    /// When it was sent.
    pub sent_at: Moment,
    /// When its author took it back.
    pub recalled_at: Option<Moment>,
    /// To how many people.
    pub readers: i64,
    first_name: String,
    last_name: String,
    #[sqlx(try_from = "String")]
    kind: PersonKind,
    /// The login of the account that holds the author.
    pub login: Option<String>,
}

impl Traced {
    /// The author's name.
    pub fn author(&self) -> String {
        shown(self.kind, &self.first_name, &self.last_name)
    }

    /// The text.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(|refused| Error::fault(refused.message()))
    }

    fn is_within(&self, territories: &[Territory]) -> bool {
        let school = School {
            id: self.school_id,
            academy: self.academy.clone(),
            uai: self.uai.clone(),
            name: self.school_name.clone(),
            town: None,
            hours: None,
        };
        territories.iter().any(|it| it.holds(&school))
    }
}

/// Somebody who received a traced message.
#[derive(Debug, Clone, FromRow)]
pub struct TracedReader {
    first_name: String,
    last_name: String,
    #[sqlx(try_from = "String")]
    kind: PersonKind,
    /// From when it was seen.
    pub visible_from: Moment,
    /// When it was opened.
    pub opened_at: Option<Moment>,
    /// When it was taken back.
    pub recalled_at: Option<Moment>,
}

impl TracedReader {
    /// The reader's name.
    pub fn name(&self) -> String {
        shown(self.kind, &self.first_name, &self.last_name)
    }
}

/// The shortest reason that says something, in characters.
const SHORTEST_REASON: usize = 10;
/// The longest kept.
pub const LONGEST_REASON: usize = 500;
/// More lines than this are no search but a reading.
const MOST_FOUND: usize = 100;
/// How many readers are listed.
pub const MOST_READERS: i64 = 500;

/// What somebody asks to trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// One message, by its reference.
    Reference(String),
    /// What somebody sent in a school on a day.
    Sender {
        /// The UAI of the school.
        uai: String,
        /// The day.
        day: Date,
        /// A part of the name.
        name: String,
    },
}

/// What was typed in the form.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct TraceForm {
    /// A reference.
    pub reference: String,
    /// The UAI of a school.
    pub uai: String,
    /// A day.
    pub jour: String,
    /// A part of a name.
    pub expediteur: String,
    /// Why somebody looks.
    pub motif: String,
    /// Whether the text is asked for: `on`.
    pub texte: String,
}

impl TraceForm {
    /// Whether the text is asked for.
    pub fn with_text(&self) -> bool {
        self.texte == "on"
    }

    /// What is sought, and why.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside the fields that are wrong.
    pub fn check(&self) -> Result<(Sought, String)> {
        let mut problems = Problems::default();
        let reference = self.reference.trim();
        let (uai, name, day) = (self.uai.trim(), fold(&self.expediteur), self.jour.trim().parse::<Date>().ok());
        let sought = if reference.is_empty() {
            problems.require(!uai.is_empty() || day.is_some() || !name.is_empty(), "reference", W.trace_missing());
            if problems.is_empty() {
                problems.require(!uai.is_empty(), "uai", W.trace_uai_missing());
                problems.require(day.is_some(), "jour", W.trace_day_missing());
                problems.require(!name.is_empty(), "expediteur", W.trace_sender_missing());
            }
            day.map(|day| Sought::Sender { uai: uai.to_owned(), day, name })
        } else {
            problems.require(read_reference(reference).is_some(), "reference", W.trace_reference_wrong());
            Some(Sought::Reference(reference.to_owned()))
        };
        let reason: String = self.motif.trim().chars().take(LONGEST_REASON).collect();
        problems.require(reason.chars().count() >= SHORTEST_REASON, "motif", W.trace_reason_missing());
        problems.or(())?;
        Ok((sought.ok_or(Error::NotFound)?, reason))
    }
}

/// Whether somebody traces messages.
pub fn may_trace(viewer: &Viewer) -> bool {
    viewer.may_over(Right::TraceMessages)
}

/// Looks for messages in the territory of the viewer, and writes in the audit journal that it was done, why, and what was
/// found: each message, and whether its text was asked for.
///
/// # Errors
/// [`Error::NotFound`] for whoever has no such task; a fault of the database.
pub async fn look(tx: &mut Tx, viewer: &Viewer, sought: &Sought, reason: &str, text: bool) -> Result<Vec<Traced>> {
    let territories = granted(viewer, Right::TraceMessages);
    if territories.is_empty() {
        return Err(Error::NotFound);
    }
    let mut found = match sought {
        Sought::Reference(typed) => by_reference(tx, typed).await?,
        Sought::Sender { uai, day, name } => by_sender(tx, uai, *day, name).await?,
    };
    found.retain(|it| it.is_within(&territories));
    let subject = match (sought, found.as_slice()) {
        (Sought::Reference(_), [one]) => one.id.to_string(),
        (Sought::Reference(typed), _) => typed.chars().take(20).collect(),
        (Sought::Sender { uai, day, .. }, _) => format!("{uai} {}", Day::from(*day)),
    };
    let what = if text { "text" } else { "readers" };
    let detail = format!("{what}, {} found: {reason}", found.len());
    audit::write(tx, Some(viewer.account), Action::MessageTraced, Some(subject), Some(&detail)).await?;
    Ok(found)
}

/// One list of columns for the two ways messages are traced.
macro_rules! select_traced {
    ($condition:literal) => {
        concat!(
            "select m.id, m.school_id, s.name as school_name, s.uai, s.academy, t.title, m.body, m.sent_at, m.recalled_at, ",
            "m.readers, p.first_name, p.last_name, p.kind, a.login from message m join thing t on t.id = m.thing_id ",
            "join school s on s.id = m.school_id join person p on p.id = m.author_id ",
            "left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id where ",
            $condition
        )
    };
}

async fn by_reference(tx: &mut Tx, typed: &str) -> Result<Vec<Traced>> {
    let Some((first, after, end)) = read_reference(typed) else { return Ok(Vec::new()) };
    let mut found: Vec<Traced> = tx.all(select_traced!("m.id >= $1 and m.id < $2"), args![first, after]).await?;
    found.retain(|it| it.id.0.as_u128() & END_BITS == end);
    Ok(found)
}

async fn by_sender(tx: &mut Tx, uai: &str, day: Date, name: &str) -> Result<Vec<Traced>> {
    let Some(school) = territory::school_of(tx, uai).await? else { return Ok(Vec::new()) };
    let (Some(begins), Some(ends)) = (midnight(day), day.tomorrow().ok().and_then(midnight)) else {
        return Ok(Vec::new());
    };
    // A folded name holds letters, figures and spaces: nothing that « like » would read otherwise.
    let pattern = format!("% {name}%");
    let mut found: Vec<Traced> = tx
        .all(
            select_traced!(
                "m.school_id = $1 and m.sent_at >= $2 and m.sent_at < $3 and p.search_key like $4 \
                 order by m.sent_at desc, m.id desc limit 101"
            ),
            args![school.id, begins, ends, pattern],
        )
        .await?;
    found.truncate(MOST_FOUND);
    Ok(found)
}

/// The first instant of a day in France.
fn midnight(day: Date) -> Option<Moment> {
    db::PARIS.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).ok().map(Moment::from)
}

/// Who received a traced message, in the order of their names. For those who already looked for it.
///
/// # Errors
/// A fault of the database.
pub async fn readers(tx: &mut Tx, traced: &Traced) -> Result<Vec<TracedReader>> {
    tx.all(
        "select p.first_name, p.last_name, p.kind, r.visible_from, r.opened_at, r.recalled_at \
         from message_reader r join person p on p.id = r.person_id \
         where r.message_id = $1 and r.school_id = $2 and r.own = false order by p.sort_key, p.id limit $3",
        args![traced.id, traced.school_id, MOST_READERS],
    )
    .await
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_back_to_its_message() {
        let id = MessageId(Uuid::from_u128(0x0199_a0b1_c2d3_7abc_8def_0123_4567_89ab));
        let reference = reference(id);
        assert_eq!(reference.len(), LENGTH + 1);
        for typed in [reference.clone(), reference.to_lowercase(), format!(" {} ", reference.replace('-', " "))] {
            let (first, after, end) = read_reference(&typed).unwrap();
            assert!(first <= id.0 && id.0 < after, "{typed}");
            assert_eq!(id.0.as_u128() & END_BITS, end, "{typed}");
        }
    }

    #[test]
    fn what_is_no_reference_leads_nowhere() {
        for typed in ["", "ABC", "0W3KD-7QF2", "0W3KD-7QF2AA", "UUUUU-UUUUU", "é"] {
            assert!(read_reference(typed).is_none(), "{typed}");
        }
        assert_eq!(read_reference("OW3KD-7QFIA"), read_reference("0w3kd 7qf1a"));
    }

    #[test]
    fn nobody_looks_without_a_reason() {
        let form = TraceForm { reference: "0W3KD-7QF2A".to_owned(), motif: "voir".to_owned(), ..TraceForm::default() };
        assert!(matches!(form.check(), Err(Error::Invalid(problems)) if problems.of("motif").is_some()));
        let form = TraceForm { motif: "Plainte d’une famille".to_owned(), ..form };
        assert_eq!(form.check().unwrap().0, Sought::Reference("0W3KD-7QF2A".to_owned()));
        let empty = TraceForm { reference: String::new(), ..form };
        assert!(matches!(empty.check(), Err(Error::Invalid(problems)) if problems.of("reference").is_some()));
    }
}
