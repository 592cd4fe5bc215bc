//! The things of services that a school closed to the viewer: neither the notices nor the badge tell them. A thing given by
//! several schools is told as long as one of them has the service open.

use crate::{notification::looked_after, thing::ThingId};
use db::{Result, Tx, args, id_list};
use school::{Viewer, circle};

/// A service that a school of a viewer closed to them.
#[derive(Debug, Clone)]
pub struct ClosedService {
    /// The kinds of its things.
    kinds: Vec<&'static str>,
    /// Where it is still open; nothing when every school closed it: none of it is told then, however it came.
    open: Option<Open>,
}

/// What leads to the things of a service where it is open, each as one bound value.
#[derive(Debug, Clone)]
struct Open {
    circles: String,
    looked_after: String,
    /// The persons themselves: written or told by name, a thing is told unless its school closed the service.
    people: String,
    closed: String,
}

impl ClosedService {
    /// A service whose things are of these kinds, which every school closed: none of it is told.
    pub fn whole(kinds: Vec<&'static str>) -> Self {
        Self { kinds, open: None }
    }

    /// A service whose things are of these kinds, for the viewer as it knows them ([`Viewer::within`]).
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, kinds: Vec<&'static str>, inside: Viewer) -> Result<Self> {
        if inside.seats.is_empty() {
            return Ok(Self::whole(kinds));
        }
        let people = id_list(inside.people.iter().map(|me| me.id));
        let behind = inside.behind.iter().map(|seat| seat.school);
        let closed = id_list(behind.filter(|school| inside.is_shut_out_of(*school)));
        let looked_after = looked_after(&inside);
        // Without the persons, who are circles of their own wherever they are.
        let nameless = Viewer { people: Vec::new(), ..inside };
        let circles = circle::told_by(tx, &nameless).await?;
        Ok(Self { kinds, open: Some(Open { circles, looked_after, people, closed }) })
    }
}

/// Of some things, each with its kind, those a viewer is told nothing of. `among` is the circles that are asked about, as one
/// bound value: with all that is told to the viewer, it is `circle::told_by`.
///
/// # Errors
/// A fault of the database.
pub async fn hidden(
    tx: &mut Tx,
    closed: &[ClosedService],
    things: &[(ThingId, String)],
    among: &str,
) -> Result<Vec<ThingId>> {
    let mut hidden = Vec::new();
    for service in closed {
        let own = things.iter().filter(|(_, kind)| service.kinds.contains(&kind.as_str()));
        let own: Vec<ThingId> = own.map(|(id, _)| *id).collect();
        let told = match &service.open {
            Some(open) if !own.is_empty() => told(tx, open, &own, among).await?,
            _ => Vec::new(),
        };
        hidden.extend(own.into_iter().filter(|id| !told.contains(id)));
    }
    Ok(hidden)
}

async fn told(tx: &mut Tx, open: &Open, things: &[ThingId], among: &str) -> Result<Vec<ThingId>> {
    let (list, now) = (id_list(things.iter().copied()), tx.now());
    tx.column(TOLD, args![list, &open.circles, &open.looked_after, &open.people, &open.closed, among, now]).await
}

const TOLD: &str = "\
select t.id from thing t where t.id in (select unhex(value) from json_each($1)) \
and (t.circle_id in (select unhex(value) from json_each($3)) or t.school_id in (select unhex(value) from json_each($3)) \
    or exists (select 1 from share w where w.thing_id = t.id and w.visible_from <= $7 \
        and w.circle_id in (select unhex(value) from json_each($2)) \
        and w.circle_id in (select unhex(value) from json_each($6))) \
    or (t.school_id not in (select unhex(value) from json_each($5)) \
        and (t.author_id in (select unhex(value) from json_each($4)) \
            or exists (select 1 from share w where w.thing_id = t.id and w.visible_from <= $7 \
                and w.circle_id in (select unhex(value) from json_each($4))))))";
