//! What those in charge did to an account: noted, and told to its owner on the page of the account, in « Aujourd’hui » and by a
//! letter where an address is known. Nobody's way in changes unheard.

use crate::{W, holder::Holder};
use commons::mail::{self, Letter};
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{AccountId, Child, PersonId, Viewer, account::Account, text_enum};
use web::personal::{Part, Subject};

text_enum! {
    /// What was done.
    Kind {
        /// The password died, a new code was given.
        Renewed = "renewed",
        /// The password was replaced by a temporary one.
        Replaced = "replaced",
        /// The account was closed.
        Blocked = "blocked",
        /// It was opened again.
        Unblocked = "unblocked",
        /// A child was given three words for a password.
        Phrase = "phrase",
    }
}

/// For how long the owner hears of it in « Aujourd’hui ».
pub(crate) const TOLD_DAYS: i64 = 7;

/// One act.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Act {
    /// What.
    pub(crate) kind: Kind,
    /// When.
    pub(crate) at: Moment,
    /// By whom; none when nobody of that name is known any more.
    pub(crate) by_name: Option<String>,
}

impl Act {
    /// What was done, by whom and on what day, as its owner reads it.
    pub(crate) fn sentence(&self, who: &str) -> String {
        let by = self.by_name.as_deref().unwrap_or(W.act_by_somebody());
        let day = web::dates::date(self.at.day());
        match self.kind {
            Kind::Renewed => W.act_renewed(who, by, day),
            Kind::Replaced => W.act_replaced(who, by, day),
            Kind::Blocked => W.act_blocked(who, by, day),
            Kind::Unblocked => W.act_unblocked(who, by, day),
            Kind::Phrase => W.act_phrase(who, by, day),
        }
    }
}

/// Notes that the viewer did something to an account.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note(
    tx: &mut Tx,
    viewer: &Viewer,
    account: AccountId,
    kind: Kind,
    reason: Option<&str>,
) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    tx.change(
        "insert into door_act (id, account_id, kind, at, by_id, reason) values ($1, $2, $3, $4, $5, $6)",
        args![id, account, kind, now, viewer.account, reason],
    )
    .await
}

/// What was done to an account, the latest first.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, account: AccountId) -> Result<Vec<Act>> {
    tx.all(ACTS, args![account]).await
}

/// By whom an act `t` was done, the account `a` of who did it known.
macro_rules! by_name {
    () => {
        "coalesce((select p.first_name || ' ' || p.last_name from account_person h join person p on p.id = h.person_id \
             where h.account_id = t.by_id order by h.since, p.id limit 1), a.name) as by_name"
    };
}

const ACTS: &str = concat!(
    "select t.kind, t.at, ",
    by_name!(),
    " from door_act t left join account a on a.id = t.by_id where t.account_id = $1 \
     order by t.at desc, t.id desc limit 20"
);

const PHRASES: &str = concat!(
    "select o.person_id as child, t.at, ",
    by_name!(),
    " from account_person o join door_act t on t.account_id = o.account_id and t.kind = $2 and t.at > $3 \
     left join account a on a.id = t.by_id where o.person_id in (select unhex(value) from json_each($1)) \
     order by t.at desc, t.id desc"
);

/// A phrase given to a child.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Phrase {
    /// The child.
    pub(crate) child: PersonId,
    /// When.
    pub(crate) at: Moment,
    by_name: Option<String>,
}

impl Phrase {
    /// What was given, by whom and on what day, as those responsible for the child read it.
    pub(crate) fn sentence(&self, child: &str) -> String {
        let by = self.by_name.as_deref().unwrap_or(W.act_by_somebody());
        W.child_phrase(child, by, web::dates::date(self.at.day()))
    }
}

/// The phrases given lately to some children, the latest first. For those responsible for them.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn phrases(tx: &mut Tx, children: &[Child]) -> Result<Vec<Phrase>> {
    let from = tx.now().plus_days(-TOLD_DAYS);
    tx.all(PHRASES, args![id_list(children.iter().map(|it| it.id)), Kind::Phrase, from]).await
}

/// What was done lately, for « Aujourd’hui ».
///
/// # Errors
/// A fault of the database.
pub(crate) async fn lately(tx: &mut Tx, account: AccountId) -> Result<Vec<Act>> {
    let from = tx.now().plus_days(-TOLD_DAYS);
    let mut acts = of(tx, account).await?;
    acts.retain(|it| it.at > from);
    Ok(acts)
}

/// Writes to the owner of an account: to the confirmed address, else to that of the directory.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn write_to(tx: &mut Tx, account: &Account, holder: &Holder, subject: &str, text: &str) -> Result<()> {
    let Some(to) = account.email.clone().or_else(|| holder.address()) else { return Ok(()) };
    let text = web::letter(&[text]);
    mail::post(tx, &Letter { to, subject: subject.to_owned(), text }).await
}

/// What is kept of it, for a copy of all that is kept of its owner: not the words of who decided.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn kept(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let Some(account) = subject.account else { return Ok(Vec::new()) };
    let rows = of(tx, account).await?.into_iter().map(|it| vec![it.sentence("vous").into(), it.at.into()]);
    let part = Part::new("compte-actes", W.acts_title("vous"), &[W.acts_what(), W.acts_when()]).rows(rows);
    Ok(part.unless_empty().into_iter().collect())
}
