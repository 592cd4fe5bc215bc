//! Tracing a message for an inquiry: who sent it, when, to whom, who opened it. For whoever was given that task over the
//! territory of the school, with a reason, and never without a line in the audit journal.

mod form;
mod reference;

use crate::{
    conversation::{MessageId, shown},
    territory::{self, Territory, granted},
};
use commons::{
    access::{self, Topic},
    audit::{self, Action},
};
use db::{Day, Error, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use reference::read_reference;
use richtext::Doc;
use school::{PersonId, PersonKind, Right, School, SchoolId, Viewer};

pub use form::{LONGEST_REASON, Sought, TraceForm};
pub use reference::reference;

/// A message, as an inquiry sees it.
#[derive(Debug, Clone, FromRow)]
pub struct Traced {
    /// The message.
    pub id: MessageId,
    author_id: PersonId,
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
            district: None,
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

/// More lines than this are no search but a reading.
const MOST_FOUND: usize = 100;
/// How many readers are listed.
pub const MOST_READERS: i64 = 500;

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
    access::note(tx, viewer, found.iter().map(|it| it.author_id), Topic::Tracing, Some(reason)).await?;
    Ok(found)
}

/// One list of columns for the two ways messages are traced.
macro_rules! select_traced {
    ($condition:literal) => {
        concat!(
            "select m.id, m.author_id, m.school_id, s.name as school_name, s.uai, s.academy, t.title, m.body, m.sent_at, m.recalled_at, ",
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
    found.retain(|it| reference::ends_with(it.id, end));
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
