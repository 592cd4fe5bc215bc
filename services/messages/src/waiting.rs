//! What waits for its hour, when the hours of a school change.

use commons::{ThingId, attention, delivery, job::JobKind, rescheduling, share};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{PersonId, PersonKind, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

/// The job that looks once more after a change of hours, for what was sent meanwhile under those of before.
pub const FOLLOW: JobKind = JobKind {
    name: "messages.follow-hours",
    run: |house, payload| {
        Box::pin(rescheduling::once_more(house, payload, |tx, school| Box::pin(follow_hours(tx, school))))
    },
};

/// A message that one of its readers does not see yet.
#[derive(FromRow)]
struct Waiting {
    thing_id: ThingId,
    person_id: PersonId,
    author_kind: PersonKind,
}

const WAITING: &str = "\
select distinct r.thing_id, r.person_id, p.kind as author_kind from message_reader r \
join message m on m.id = r.message_id and m.school_id = r.school_id join person p on p.id = m.author_id \
where r.school_id = $1 and r.visible_from > $2 and r.own = false and r.recalled_at is null";

const MOVE: &str = "\
update message_reader set visible_from = $3 where school_id = $1 and visible_from > $2 \
and person_id in (select unhex(value) from json_each($4)) and thing_id in (select unhex(value) from json_each($5))";

/// Delivers what waits in a school under its new hours, in the transaction that changes them, and again a little later.
///
/// # Errors
/// A fault of the database.
pub async fn hours_changed(tx: &mut Tx, school: SchoolId) -> Result<()> {
    follow_hours(tx, school).await?;
    rescheduling::later(tx, &FOLLOW, school).await
}

async fn follow_hours(tx: &mut Tx, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let waiting: Vec<Waiting> = tx.all(WAITING, args![school, now]).await?;
    for by_staff in [true, false] {
        let written: Vec<&Waiting> = waiting.iter().filter(|it| works_here(it.author_kind) == by_staff).collect();
        move_all(tx, school, by_staff, &written).await?;
    }
    Ok(())
}

fn works_here(kind: PersonKind) -> bool {
    matches!(kind, PersonKind::Staff | PersonKind::Agent)
}

async fn move_all(tx: &mut Tx, school: SchoolId, by_staff: bool, waiting: &[&Waiting]) -> Result<()> {
    let now = tx.now();
    let people: BTreeSet<PersonId> = waiting.iter().map(|it| it.person_id).collect();
    let people: Vec<PersonId> = people.into_iter().collect();
    if people.is_empty() {
        return Ok(());
    }
    let mut groups: BTreeMap<Moment, BTreeSet<PersonId>> = BTreeMap::new();
    for (person, at) in delivery::instants_for(tx, school, by_staff, &people).await? {
        groups.entry(at).or_default().insert(person);
    }
    for (at, people) in groups {
        let concerned: BTreeSet<ThingId> =
            waiting.iter().filter(|it| people.contains(&it.person_id)).map(|it| it.thing_id).collect();
        let (list, things) = (id_list(people.iter().copied()), id_list(concerned.iter().copied()));
        tx.change(MOVE, args![school, now, at, &list, &things]).await?;
        share::move_circles(tx, things, list, at).await?;
        for thing in concerned {
            let told = waiting.iter().filter(|it| it.thing_id == thing && people.contains(&it.person_id));
            let told: Vec<PersonId> = told.map(|it| it.person_id).collect();
            attention::hush_for(tx, thing, &told).await?;
            attention::alert(tx, thing, &told, at).await?;
            rescheduling::wake_from(tx, thing, at).await?;
        }
    }
    Ok(())
}
