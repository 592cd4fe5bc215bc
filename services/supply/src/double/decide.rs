//! Deciding about a pair: they are one, or they are two.

use super::{Double, DoubleId, State, absorb, facts, refusal, search, sides};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{AccountId, PersonId, School, Viewer};

/// What a refusal is said under.
pub const REFUSAL: &str = "fusion";

/// Merges the entries of a pair.
///
/// # Errors
/// [`Error::Invalid`] under [`REFUSAL`] when they are not to be merged; [`Error::Conflict`] when somebody decided before.
pub async fn merge(tx: &mut Tx, viewer: &Viewer, double: &Double) -> Result<()> {
    let (kept, other) = sides::of(tx, double).await?;
    if let Some(refused) = refusal::of(&kept.person, &other.person) {
        return Err(Error::invalid(REFUSAL, refused.word()));
    }
    join(tx, double.id, (kept.person.id, other.person.id), Some(viewer.account)).await
}

/// Merges what is certain, by night. Nothing where they are not to be merged, or somebody decided before.
pub(super) async fn merge_by_itself(tx: &mut Tx, id: DoubleId, (a, b): (PersonId, PersonId)) -> Result<()> {
    let asked = "select count(*) as n from supply_double where id = $1 and decided_by is not null";
    if tx.count(asked, args![id]).await? > 0 {
        // Somebody took a decision back to look again: the night decides nothing for them.
        return Ok(());
    }
    let mut known = facts::load(tx, &[a, b]).await?;
    let (Some(one), Some(other)) = (known.pop(), known.pop()) else { return Ok(()) };
    let (kept, other) = facts::in_order(one, other);
    if refusal::of(&kept.person, &other.person).is_some() {
        return Ok(());
    }
    join(tx, id, (kept.person.id, other.person.id), None).await
}

async fn join(tx: &mut Tx, id: DoubleId, (kept, other): (PersonId, PersonId), by: Option<AccountId>) -> Result<()> {
    let absorption = absorb::absorb(tx, kept, other, by).await?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_double set state = $2, decided_by = $3, decided_at = $4, absorption_id = $5 \
             where id = $1 and state = 'proposed'",
            args![id, State::Merged, by, now, absorption],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let detail = format!("{kept} {other}");
    audit::write(tx, by, Action::DoublesMerged, Some(id.to_string()), Some(&detail)).await
}

/// Says that the entries of a pair are of two people: they are not proposed again.
///
/// # Errors
/// [`Error::Conflict`] when somebody decided before.
pub async fn ignore(tx: &mut Tx, viewer: &Viewer, double: &Double) -> Result<()> {
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_double set state = $2, decided_by = $3, decided_at = $4 where id = $1 and state = 'proposed'",
            args![double.id, State::Ignored, viewer.account, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let detail = format!("{} {}", double.person_a, double.person_b);
    audit::write(tx, Some(viewer.account), Action::DoublesIgnored, Some(double.id.to_string()), Some(&detail)).await
}

/// Takes back that the entries of a pair are of two people: somebody looks again, and the pair waits until they have decided. Who
/// asked stays noted while it waits, so that no night drops or merges it.
///
/// # Errors
/// [`Error::Conflict`] when nobody had said so, or somebody took it back before.
pub async fn reopen(tx: &mut Tx, viewer: &Viewer, double: &Double) -> Result<()> {
    let changed = tx
        .changed_rows(
            "update supply_double set state = $2, decided_by = $3, decided_at = null where id = $1 and state = 'ignored'",
            args![double.id, State::Proposed, viewer.account],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let detail = format!("{} {}", double.person_a, double.person_b);
    audit::write(tx, Some(viewer.account), Action::DoublesReopened, Some(double.id.to_string()), Some(&detail)).await
}

/// Remembers that somebody entered is nobody of those who resemble: whoever entered the person said so.
pub(crate) async fn tell_apart(
    tx: &mut Tx,
    by: AccountId,
    school: &School,
    entered: PersonId,
    others: Vec<PersonId>,
) -> Result<()> {
    let now = tx.now();
    for other in others {
        let id: DoubleId = tx.id();
        let (a, b) = search::ordered(entered, other);
        tx.change(
            "insert into supply_double (id, person_a, person_b, common_school, academy, score, reasons, state, found_at, \
             decided_by, decided_at) values ($1, $2, $3, $4, $5, 0, '', $6, $7, $8, $7) \
             on conflict (person_a, person_b) do nothing",
            args![id, a, b, school.id, format!("academy:{}", school.academy), State::Ignored, now, by],
        )
        .await?;
    }
    Ok(())
}
