//! Two entries that had become one are parted again: all that the merge changed is given back.

use super::{
    Double, State,
    changes::{AbsorptionId, Changes},
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args, id_list};
use school::{PersonId, Role, Viewer, circle, merge};
use std::cmp::Reverse;

#[derive(FromRow)]
struct Absorption {
    id: AbsorptionId,
    kept_id: PersonId,
    other_id: PersonId,
    changes: String,
}

/// Parts the entries of a pair. They are not proposed again.
///
/// # Errors
/// [`Error::NotFound`] when there is nothing to undo, or it is too late; [`Error::Conflict`] when the entry that stayed has
/// given its own place since; a fault of the database.
pub async fn part(tx: &mut Tx, viewer: &Viewer, double: &Double) -> Result<()> {
    let id = double.absorption_id.filter(|_| double.is_undoable(tx.now())).ok_or(Error::NotFound)?;
    undo(tx, id).await?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update supply_double set state = $2, decided_by = $3, decided_at = $4, absorption_id = null \
             where id = $1 and state = 'merged'",
            args![double.id, State::Ignored, viewer.account, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let detail = format!("{} {}", double.person_a, double.person_b);
    audit::write(tx, Some(viewer.account), Action::DoublesParted, Some(double.id.to_string()), Some(&detail)).await
}

/// The adults first: they took their places after the child.
async fn undo(tx: &mut Tx, id: AbsorptionId) -> Result<()> {
    let now = tx.now();
    let mut undone: Vec<Absorption> = tx
        .all(
            "update supply_absorption set undone_at = $2 where parent_id = $1 and undone_at is null \
             returning id, kept_id, other_id, changes",
            args![id, now],
        )
        .await?;
    undone.sort_by_key(|it| Reverse(it.id));
    let own: Option<Absorption> = tx
        .first(
            "update supply_absorption set undone_at = $2 where id = $1 and undone_at is null \
             returning id, kept_id, other_id, changes",
            args![id, now],
        )
        .await?;
    undone.push(own.ok_or(Error::NotFound)?);
    for absorption in &undone {
        give_back(tx, absorption).await?;
    }
    Ok(())
}

async fn give_back(tx: &mut Tx, absorption: &Absorption) -> Result<()> {
    let changes = Changes::read(&absorption.changes)?;
    let (kept, other) = (absorption.kept_id, absorption.other_id);
    let restored = tx
        .changed_rows(
            "update person set merged_into = null, gone_at = $3 where id = $1 and merged_into = $2 \
             and not exists (select 1 from person k where k.id = $2 and k.merged_into is not null)",
            args![other, kept, changes.gone_at],
        )
        .await?;
    if restored == 0 {
        return Err(Error::Conflict);
    }
    accounts(tx, &changes).await?;
    seats(tx, &changes, kept, other).await?;
    ties(tx, &changes).await?;
    tx.change(
        "update reader set child_id = $1 where child_id = $2 and person_id in (select unhex(value) from json_each($3))",
        args![other, kept, id_list(changes.readers.iter().copied())],
    )
    .await?;
    for (thing, circle) in &changes.shares {
        tx.change("delete from share where thing_id = $1 and circle_id = $2", args![*thing, *circle]).await?;
    }
    Ok(())
}

async fn accounts(tx: &mut Tx, changes: &Changes) -> Result<()> {
    if let Some((person, account)) = changes.linked {
        tx.change("delete from account_person where person_id = $1 and account_id = $2", args![person, account])
            .await?;
    }
    match changes.joined {
        Some(joined) => merge::undo(tx, joined).await.map(drop),
        None => Ok(()),
    }
}

async fn seats(tx: &mut Tx, changes: &Changes, kept: PersonId, other: PersonId) -> Result<()> {
    for (circle, role) in &changes.given_seats {
        let role = Role::try_from(role.clone()).map_err(Error::fault)?;
        match circle::unseat(tx, *circle, kept, role).await {
            // Somebody ended it meanwhile.
            Ok(()) | Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    for seat in &changes.ended_seats {
        tx.change(
            "update member set until = $5 where circle_id = $1 and person_id = $2 and role = $3 and source = $4",
            args![seat.circle, other, &seat.role, &seat.source, seat.until],
        )
        .await?;
    }
    Ok(())
}

async fn ties(tx: &mut Tx, changes: &Changes) -> Result<()> {
    for (child, adult) in &changes.made_ties {
        tx.change(
            "delete from guardianship where child_id = $1 and adult_id = $2 and source = 'hand'",
            args![*child, *adult],
        )
        .await?;
    }
    for (child, adult) in &changes.ended_ties {
        tx.change("update guardianship set until = null where child_id = $1 and adult_id = $2", args![*child, *adult])
            .await?;
    }
    Ok(())
}
