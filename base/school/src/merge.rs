//! Accounts of one person that become one. Merging is linking: the persons of the other account pass to the one that is kept, and
//! nothing of what they made is rewritten, so that it can be undone.

use crate::{AccountId, PersonId, PersonKind, Viewer, account, session};
use db::{Error, FromRow, Moment, Result, Tx, args, fold, id, id_list};

id! {
    /// Two accounts that became one.
    MergeId
}

/// How long a merge can be undone.
pub const UNDO_DAYS: i64 = 30;

/// A merge that can still be undone.
#[derive(Debug, Clone, FromRow)]
pub struct Merge {
    /// The merge.
    pub id: MergeId,
    /// The account that is kept.
    pub kept_id: AccountId,
    /// The one whose persons it took.
    pub other_id: AccountId,
    /// When.
    pub at: Moment,
    /// The persons that passed, as a list bound by [`db::id_list`].
    people: String,
}

/// Whether two accounts may be one person's: adults on both sides, no task over a territory on either, and on one side at least
/// nobody who works in a school. A teacher who is a parent has one account; two entries of somebody who works in schools are
/// settled in the directory, and a child's account is a child's. Two adults responsible for one child stay two: neither signs
/// for the other.
///
/// # Errors
/// A fault of the database.
pub async fn may_join(tx: &mut Tx, kept: AccountId, other: AccountId) -> Result<bool> {
    let people: Vec<Held> = tx
        .all(
            "select a.account_id, p.kind from account_person a join person p on p.id = a.person_id \
             where a.account_id in ($1, $2)",
            args![kept, other],
        )
        .await?;
    let tasks = tx
        .count(
            "select count(*) as n from account_grant where account_id in ($1, $2) and (until is null or until > $3)",
            args![kept, other, tx.now()],
        )
        .await?;
    let holds = |account: AccountId| people.iter().any(|it| it.account_id == account);
    let works = |account: AccountId| people.iter().any(|it| it.account_id == account && it.kind.works());
    let adults = people.iter().all(|it| it.kind != PersonKind::Pupil);
    let may = kept != other && tasks == 0 && adults && holds(kept) && holds(other) && !(works(kept) && works(other));
    Ok(may && !share_a_child(tx, kept, other).await?)
}

/// Whether two accounts hold two adults of one child. Somebody entered twice for a child has one name.
async fn share_a_child(tx: &mut Tx, kept: AccountId, other: AccountId) -> Result<bool> {
    let pairs: Vec<Pair> = tx
        .all(
            "select p.first_name, p.last_name, q.first_name as other_first_name, q.last_name as other_last_name \
             from account_person a join guardianship g on g.adult_id = a.person_id and g.until is null \
             join guardianship h on h.child_id = g.child_id and h.until is null \
             join account_person b on b.person_id = h.adult_id \
             join person p on p.id = a.person_id join person q on q.id = b.person_id \
             where a.account_id = $1 and b.account_id = $2",
            args![kept, other],
        )
        .await?;
    let same = |one: &str, other: &str| fold(one) == fold(other);
    let named_alike =
        |it: &Pair| same(&it.first_name, &it.other_first_name) && same(&it.last_name, &it.other_last_name);
    Ok(!pairs.iter().all(named_alike))
}

/// Whether two accounts hold somebody of one name, whatever its accents and capitals.
pub fn are_alike(one: &Viewer, other: &Viewer) -> bool {
    let same = |mine: &str, theirs: &str| fold(mine) == fold(theirs);
    one.people.iter().any(|me| {
        other.people.iter().any(|it| same(&me.first_name, &it.first_name) && same(&me.last_name, &it.last_name))
    })
}

/// Two adults of one child.
#[derive(FromRow)]
struct Pair {
    first_name: String,
    last_name: String,
    other_first_name: String,
    other_last_name: String,
}

/// A person of an account, as far as joining asks.
#[derive(FromRow)]
struct Held {
    account_id: AccountId,
    kind: PersonKind,
}

/// Lets an account hold the persons of another, which is closed. The caller has made sure that both are one person's.
///
/// # Errors
/// [`Error::Conflict`] when they are the same account, or the other holds nobody any more; a fault of the database.
pub async fn join(tx: &mut Tx, kept: AccountId, other: AccountId, by: Option<AccountId>) -> Result<MergeId> {
    let people: Vec<PersonId> =
        tx.column("select person_id from account_person where account_id = $1", args![other]).await?;
    if kept == other || people.is_empty() {
        return Err(Error::Conflict);
    }
    let (id, now): (MergeId, Moment) = (tx.id(), tx.now());
    let list = id_list(people);
    // Held from now on: the account goes on bearing the name of whom it held before. Of two who join at once, one does.
    let passed = tx
        .changed_rows(
            "update account_person set account_id = $2, since = $3 where account_id = $1",
            args![other, kept, now],
        )
        .await?;
    if passed == 0 {
        return Err(Error::Conflict);
    }
    tx.change(
        "insert into account_merge (id, kept_id, other_id, people, by_id, at) values ($1, $2, $3, $4, $5, $6)",
        args![id, kept, other, list, by, now],
    )
    .await?;
    account::block(tx, other).await?;
    session::end_all(tx, other).await?;
    Ok(id)
}

/// Whether the persons of an account passed to another, and did not come back.
///
/// # Errors
/// A fault of the database.
pub async fn is_taken(tx: &mut Tx, other: AccountId) -> Result<bool> {
    let taken = tx
        .count("select count(*) as n from account_merge where other_id = $1 and undone_at is null", args![other])
        .await?;
    Ok(taken > 0)
}

/// The merges of an account that can still be undone, the last first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, kept: AccountId) -> Result<Vec<Merge>> {
    tx.all(
        "select id, kept_id, other_id, people, at from account_merge \
         where kept_id = $1 and undone_at is null and at > $2 order by at desc, id",
        args![kept, tx.now().plus_days(-UNDO_DAYS)],
    )
    .await
}

/// Gives the persons that passed back to their account, which opens again: by its password, or by the code of its sheet, which
/// joining did not use up, where nobody had come in with it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such merge, when it was undone or is older than [`UNDO_DAYS`]; a fault of the database.
pub async fn undo(tx: &mut Tx, id: MergeId) -> Result<Merge> {
    let now = tx.now();
    let undone: Option<Merge> = tx
        .first(
            "update account_merge set undone_at = $2 where id = $1 and undone_at is null and at > $3 \
             returning id, kept_id, other_id, people, at",
            args![id, now, now.plus_days(-UNDO_DAYS)],
        )
        .await?;
    let merge = undone.ok_or(Error::NotFound)?;
    tx.change(
        "update account_person set account_id = $3 where account_id = $2 \
         and person_id in (select unhex(value) from json_each($1))",
        args![&merge.people, merge.kept_id, merge.other_id],
    )
    .await?;
    account::unblock(tx, merge.other_id).await?;
    Ok(merge)
}
