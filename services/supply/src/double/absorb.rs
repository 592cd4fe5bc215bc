//! One entry takes the place of another of the same person.

use super::{
    changes::{AbsorptionId, Changes, EndedSeat},
    ties,
};
use commons::ThingId;
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{AccountId, CircleId, CircleKind, PersonId, PersonKind, Role, Source, account, circle, merge};

/// The entry that stays, and the one whose place it takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) kept: PersonId,
    pub(super) other: PersonId,
}

/// Lets an entry take the place of another, with the adults entered by hand for a child whom the kept entry has already. The
/// caller made sure that both are one person, and that no delivery holds both.
///
/// # Errors
/// [`Error::Conflict`] when one of them has given its place already, or both accounts are in use; a fault of the database.
pub async fn absorb(tx: &mut Tx, kept: PersonId, other: PersonId, by: Option<AccountId>) -> Result<AbsorptionId> {
    let (id, adults) = take_place(tx, Pair { kept, other }, by, None).await?;
    for pair in adults {
        take_place(tx, pair, by, Some(id)).await?;
    }
    Ok(id)
}

async fn take_place(
    tx: &mut Tx,
    pair: Pair,
    by: Option<AccountId>,
    parent: Option<AbsorptionId>,
) -> Result<(AbsorptionId, Vec<Pair>)> {
    let id: AbsorptionId = tx.id();
    let (kind, mut changes) = date(tx, pair).await?;
    accounts(tx, pair, by, &mut changes).await?;
    let adults = match kind {
        PersonKind::Pupil => ties::of_child(tx, pair, &mut changes).await?,
        PersonKind::Guardian => ties::of_adult(tx, pair, &mut changes).await?,
        PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => Vec::new(),
    };
    seats(tx, pair, kind, &mut changes).await?;
    if kind == PersonKind::Pupil {
        readers(tx, pair, &mut changes).await?;
        let families = (CircleId::family_of(pair.other), CircleId::family_of(pair.kept));
        shares(tx, families, &mut changes).await?;
    }
    shares(tx, (pair.other.into(), pair.kept.into()), &mut changes).await?;
    changes.keep(tx, id, parent, (pair.kept, pair.other), by).await?;
    Ok((id, adults))
}

/// Dates the entry whose place is taken. One statement settles who was first.
async fn date(tx: &mut Tx, pair: Pair) -> Result<(PersonKind, Changes)> {
    let (kind, gone_at): (String, Option<Moment>) =
        tx.one("select kind, gone_at from person where id = $1", args![pair.other]).await?;
    let now = tx.now();
    let dated = tx
        .changed_rows(
            "update person set merged_into = $2, gone_at = coalesce(gone_at, $3) where id = $1 and merged_into is null \
             and exists (select 1 from person k where k.id = $2 and k.merged_into is null)",
            args![pair.other, pair.kept, now],
        )
        .await?;
    if dated == 0 || pair.kept == pair.other {
        return Err(Error::Conflict);
    }
    let kind = PersonKind::try_from(kind).map_err(Error::fault)?;
    Ok((kind, Changes { gone_at, ..Changes::default() }))
}

/// The account of a person, and whether it is in use.
async fn held(tx: &mut Tx, person: PersonId) -> Result<Option<(AccountId, Option<Moment>)>> {
    tx.first(
        "select a.id, a.activated_at from account_person h join account a on a.id = h.account_id where h.person_id = $1",
        args![person],
    )
    .await
}

/// One account holds both entries: what was written under the one is still its author's.
async fn accounts(tx: &mut Tx, pair: Pair, by: Option<AccountId>, changes: &mut Changes) -> Result<()> {
    match (held(tx, pair.kept).await?, held(tx, pair.other).await?) {
        (None, None) => {}
        (None, Some((account, _))) => {
            account::link(tx, account, pair.kept, None).await?;
            changes.linked = Some((pair.kept, account));
        }
        (Some((account, _)), None) => {
            account::link(tx, account, pair.other, None).await?;
            changes.linked = Some((pair.other, account));
        }
        (Some((ours, _)), Some((theirs, _))) if ours == theirs => {}
        (Some((_, Some(_))), Some((_, Some(_)))) => return Err(Error::Conflict),
        // The account in use stays.
        (Some((ours, None)), Some((theirs, Some(_)))) => {
            changes.joined = Some(merge::join(tx, theirs, ours, by).await?);
        }
        (Some((ours, _)), Some((theirs, None))) => {
            changes.joined = Some(merge::join(tx, ours, theirs, by).await?);
        }
    }
    Ok(())
}

#[derive(FromRow)]
struct Seat {
    circle_id: CircleId,
    role: Role,
    source: Source,
    until: Option<Moment>,
    kind: CircleKind,
    over: bool,
}

/// Ends the seats. Those given by hand in a group, and those of an adult but for what a delivery said, pass to the entry that stays.
async fn seats(tx: &mut Tx, pair: Pair, kind: PersonKind, changes: &mut Changes) -> Result<()> {
    let now = tx.now();
    let seats: Vec<Seat> = tx
        .all(
            "select m.circle_id, m.role, m.source, m.until, c.kind, c.until is not null as over from member m \
             join circle c on c.id = m.circle_id where m.person_id = $1 and (m.until is null or m.until > $2)",
            args![pair.other, now],
        )
        .await?;
    tx.change(
        "update member set until = $2 where person_id = $1 and (until is null or until > $2)",
        args![pair.other, now],
    )
    .await?;
    for seat in seats {
        // Who teaches where is the school's to say, by hand or by ONDE: no delivery does.
        let stays = match kind {
            PersonKind::Pupil => seat.kind == CircleKind::Group && seat.source == Source::Hand,
            PersonKind::Guardian | PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => {
                seat.source != Source::Aaf
            }
        };
        if stays && !seat.over && !sits(tx, seat.circle_id, pair.kept).await? {
            circle::seat(tx, seat.circle_id, pair.kept, seat.role, seat.until).await?;
            changes.given_seats.push((seat.circle_id, seat.role.as_str().to_owned()));
        }
        changes.ended_seats.push(EndedSeat {
            circle: seat.circle_id,
            role: seat.role.as_str().to_owned(),
            source: seat.source.as_str().to_owned(),
            until: seat.until,
        });
    }
    Ok(())
}

async fn sits(tx: &mut Tx, circle: CircleId, person: PersonId) -> Result<bool> {
    let now = tx.now();
    let seats = tx
        .count(
            "select count(*) as n from member where circle_id = $1 and person_id = $2 \
             and (until is null or until > $3)",
            args![circle, person, now],
        )
        .await?;
    Ok(seats > 0)
}

/// Those whom the family lets read go on reading.
async fn readers(tx: &mut Tx, pair: Pair, changes: &mut Changes) -> Result<()> {
    changes.readers = tx
        .column(
            "select person_id from reader where child_id = $1 and until is null \
             and person_id not in (select k.person_id from reader k where k.child_id = $2)",
            args![pair.other, pair.kept],
        )
        .await?;
    tx.change(
        "update reader set child_id = $2 where child_id = $1 and person_id in (select unhex(value) from json_each($3))",
        args![pair.other, pair.kept, id_list(changes.readers.iter().copied())],
    )
    .await
}

/// What was shared with a circle is shared with another too: what was written to a family, or to one person, stays read.
async fn shares(tx: &mut Tx, (from, to): (CircleId, CircleId), changes: &mut Changes) -> Result<()> {
    let things: Vec<ThingId> = tx
        .column(
            "select s.thing_id from share s where s.circle_id = $1 and not exists \
             (select 1 from share k where k.thing_id = s.thing_id and k.circle_id = $2)",
            args![from, to],
        )
        .await?;
    if things.is_empty() {
        return Ok(());
    }
    changes.shares.extend(things.into_iter().map(|thing| (thing, to)));
    tx.change(
        "insert into share (thing_id, circle_id, level, visible_from, given_by, given_at) \
         select thing_id, $2, level, visible_from, given_by, given_at from share where circle_id = $1 \
         on conflict (thing_id, circle_id) do nothing",
        args![from, to],
    )
    .await
}
