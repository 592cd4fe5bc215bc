//! Who is responsible for a child, when another entry takes the place of the child's or of the adult's.

use super::{absorb::Pair, changes::Changes};
use db::{FromRow, Moment, Result, Tx, args};
use school::{PersonId, Source};

#[derive(FromRow)]
struct Tie {
    adult_id: PersonId,
    sort_key: String,
    source: Source,
    activated_at: Option<Moment>,
}

const TIES: &str = "\
select g.adult_id, p.sort_key, p.source, a.activated_at from guardianship g join person p on p.id = g.adult_id \
left join account_person h on h.person_id = p.id left join account a on a.id = h.account_id \
where g.child_id = $1 and g.until is null order by g.position, p.sort_key, p.id";

/// Gives the adults of a child to the entry that stays. Where it has an adult of the same name from a better source, this
/// adult takes the place of the one entered: answers these pairs.
pub(super) async fn of_child(tx: &mut Tx, pair: Pair, changes: &mut Changes) -> Result<Vec<Pair>> {
    let theirs: Vec<Tie> = tx.all(TIES, args![pair.other]).await?;
    let ours: Vec<Tie> = tx.all(TIES, args![pair.kept]).await?;
    let mut adults = Vec::new();
    for tie in theirs {
        end(tx, pair.other, tie.adult_id, changes).await?;
        match same_adult(&tie, &ours) {
            Some(kept) => adults.push(Pair { kept, other: tie.adult_id }),
            None => make(tx, (pair.other, tie.adult_id), (pair.kept, tie.adult_id), changes).await?,
        }
    }
    Ok(adults)
}

/// The only adult of that name among those of the kept child, when the better source says so and one account at most is in
/// use.
fn same_adult(tie: &Tie, ours: &[Tie]) -> Option<PersonId> {
    let mut like = ours.iter().filter(|it| it.sort_key == tie.sort_key && it.adult_id != tie.adult_id);
    let (only, second) = (like.next()?, like.next());
    let better = only.source == Source::Aaf && tie.source != Source::Aaf;
    let free = only.activated_at.is_none() || tie.activated_at.is_none();
    (second.is_none() && better && free).then_some(only.adult_id)
}

/// Gives the children of an adult to the entry that stays.
pub(super) async fn of_adult(tx: &mut Tx, pair: Pair, changes: &mut Changes) -> Result<Vec<Pair>> {
    let children: Vec<PersonId> = tx
        .column(
            "select child_id from guardianship where adult_id = $1 and until is null order by child_id",
            args![pair.other],
        )
        .await?;
    for child in children {
        end(tx, child, pair.other, changes).await?;
        make(tx, (child, pair.other), (child, pair.kept), changes).await?;
    }
    Ok(Vec::new())
}

async fn end(tx: &mut Tx, child: PersonId, adult: PersonId, changes: &mut Changes) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update guardianship set until = $3 where child_id = $1 and adult_id = $2 and until is null",
        args![child, adult, now],
    )
    .await?;
    changes.ended_ties.push((child, adult));
    Ok(())
}

/// Makes a tie like another, unless there is or was one: a tie that was ended stays so.
async fn make(
    tx: &mut Tx,
    (like_child, like_adult): (PersonId, PersonId),
    (child, adult): (PersonId, PersonId),
    changes: &mut Changes,
) -> Result<()> {
    let now = tx.now();
    let made = tx
        .changed_rows(
            "insert into guardianship (child_id, adult_id, relation, position, source, since) \
             select $3, $4, relation, position, 'hand', $5 from guardianship where child_id = $1 and adult_id = $2 \
             on conflict (child_id, adult_id) do nothing",
            args![like_child, like_adult, child, adult, now],
        )
        .await?;
    if made > 0 {
        changes.made_ties.push((child, adult));
    }
    Ok(())
}
