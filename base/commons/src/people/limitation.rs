//! Objection and restriction: what the house does not do any more with the data of a person (articles 18 and 21 of the GDPR).
//!
//! The desk that answers rights requests grants a limit and releases it; here is what each rule of the house asks before it
//! uses the data. A *restriction* stands for every objection, and freezes besides: what the person wrote is hidden, and
//! nothing of it is erased when its time comes.

use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use school::{AccountId, Door, PersonId, session, text_enum};

id! {
    /// A limit.
    LimitId
}

text_enum! {
    /// What the limit is about.
    Topic {
        /// The image of the person: no use of it counts as allowed.
        Image = "image",
        /// The measurement of usage: what the person opens is counted nowhere.
        Measurement = "measurement",
        /// Being proposed by name to those who write a message.
        Suggestions = "suggestions",
        /// Everything but keeping: the restriction.
        All = "all",
    }
}

impl Topic {
    /// The word of the law for such a limit.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Image | Self::Measurement | Self::Suggestions => "objection",
            Self::All => "restriction",
        }
    }
}

/// A limit on the data of a person.
#[derive(Debug, Clone, FromRow)]
pub struct Limit {
    /// The limit.
    pub id: LimitId,
    /// Whose data.
    pub person_id: PersonId,
    /// What it is about.
    pub topic: Topic,
    /// Why it was granted.
    pub reason: String,
    /// Since when.
    pub since: Moment,
    /// Until when; none while it is in force.
    pub until: Option<Moment>,
}

/// The limits on the data of some people, past ones too, the latest first. For themselves and the desk.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, people: impl IntoIterator<Item = PersonId>) -> Result<Vec<Limit>> {
    tx.all(
        "select id, person_id, topic, reason, since, until from data_limit \
         where person_id in (select unhex(value) from json_each($1)) order by since desc, id desc",
        args![id_list(people)],
    )
    .await
}

/// Grants a limit; none is granted twice at a time: tells whether it was not in force already.
///
/// # Errors
/// A fault of the database.
pub async fn grant(
    tx: &mut Tx,
    by: AccountId,
    person: PersonId,
    topic: Topic,
    reason: &str,
) -> Result<Option<LimitId>> {
    let (id, now): (LimitId, Moment) = (tx.id(), tx.now());
    let granted = tx
        .changed_rows(
            "insert into data_limit (id, person_id, kind, topic, reason, since, granted_by) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id, topic) where until is null do nothing",
            args![id, person, topic.kind(), topic, reason, now, by],
        )
        .await?;
    if granted > 0 && topic == Topic::All {
        end_loans(tx, person).await?;
    }
    Ok((granted > 0).then_some(id))
}

/// No telephone is lent to a child whose data is restricted: those that are go out at once.
async fn end_loans(tx: &mut Tx, person: PersonId) -> Result<()> {
    let held: Option<AccountId> =
        tx.value("select account_id from account_person where person_id = $1", args![person]).await?;
    if let Some(account) = held {
        session::end_by_door(tx, account, Door::Lent).await?;
    }
    Ok(())
}

/// Releases a limit of a person.
///
/// # Errors
/// [`Error::NotFound`] when it is not in force; a fault of the database.
pub async fn release(tx: &mut Tx, by: AccountId, person: PersonId, id: LimitId) -> Result<Limit> {
    let now = tx.now();
    let released: Option<Limit> = tx
        .first(
            "update data_limit set until = $3, released_by = $4 where id = $1 and person_id = $2 and until is null \
             returning id, person_id, topic, reason, since, until",
            args![id, person, now, by],
        )
        .await?;
    released.ok_or(Error::NotFound)
}

/// Those of some people about whom a topic is limited: by an objection, or by a restriction.
///
/// # Errors
/// A fault of the database.
pub async fn limited(tx: &mut Tx, people: impl IntoIterator<Item = PersonId>, topic: Topic) -> Result<Vec<PersonId>> {
    tx.column(
        "select distinct person_id from data_limit where person_id in (select unhex(value) from json_each($1)) \
         and until is null and topic in ($2, $3)",
        args![id_list(people), topic, Topic::All],
    )
    .await
}

/// The accounts whose pages are counted nowhere in the measurement of usage: few, read each time hits are written.
///
/// # Errors
/// A fault of the database.
pub async fn unmeasured(tx: &mut Tx) -> Result<Vec<AccountId>> {
    tx.column(
        "select distinct a.account_id from data_limit l join account_person a on a.person_id = l.person_id \
         where l.until is null and l.topic in ($1, $2)",
        args![Topic::Measurement, Topic::All],
    )
    .await
}
