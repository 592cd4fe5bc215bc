//! What somebody is told nothing of: the things of services that a school closed to them, and what a service tells no more of
//! its own to whoever went away. Neither the notices, the badge, letters nor pushes tell them. A thing given by several schools
//! is told as long as one of them has the service open.

use crate::{notification::looked_after, thing::ThingId};
use db::{Result, Soon, Tx, args, id_list};
use school::{Viewer, circle};

/// Of some things of a service, those a viewer is told nothing of any more.
pub type UntoldAfterDeparture = for<'a> fn(&'a mut Tx, &'a Viewer, &'a [ThingId]) -> Soon<'a, Vec<ThingId>>;

/// What of a service is told no more to somebody.
#[derive(Debug, Clone)]
pub struct Untold {
    /// The kinds of its things.
    kinds: Vec<&'static str>,
    /// What of them is not told.
    what: What,
}

/// Which of its things.
#[derive(Debug, Clone)]
enum What {
    /// All of it, however it came: every school closed it.
    Whole,
    /// What does not come from where it is still open.
    But(Open),
    /// What the service itself says.
    AfterDeparture(UntoldAfterDeparture),
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

impl Untold {
    /// A service whose things are of these kinds, which every school closed: none of it is told.
    pub fn whole(kinds: Vec<&'static str>) -> Self {
        Self { kinds, what: What::Whole }
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
        Ok(Self { kinds, what: What::But(Open { circles, looked_after, people, closed }) })
    }

    /// A service whose things are of these kinds, and which says itself what it tells no more.
    pub fn after_departure(kinds: Vec<&'static str>, untold_after_departure: UntoldAfterDeparture) -> Self {
        Self { kinds, what: What::AfterDeparture(untold_after_departure) }
    }

    /// Whether a school closed the service.
    pub fn is_closed(&self) -> bool {
        !matches!(self.what, What::AfterDeparture(_))
    }
}

/// Of some things, each with its kind, those a viewer is told nothing of. `among` is the circles that are asked about, as one
/// bound value: with all that is told to the viewer, it is `circle::told_by`.
///
/// # Errors
/// A fault of the database.
pub async fn hidden(
    tx: &mut Tx,
    viewer: &Viewer,
    untold: &[Untold],
    things: &[(ThingId, String)],
    among: &str,
) -> Result<Vec<ThingId>> {
    let mut hidden = Vec::new();
    for service in untold {
        let own = things.iter().filter(|(_, kind)| service.kinds.contains(&kind.as_str()));
        let mut own: Vec<ThingId> = own.map(|(id, _)| *id).collect();
        if own.is_empty() {
            continue;
        }
        match &service.what {
            What::Whole => {}
            What::But(open) => {
                let told = told(tx, open, &own, among).await?;
                own.retain(|id| !told.contains(id));
            }
            What::AfterDeparture(untold_after_departure) => own = untold_after_departure(tx, viewer, &own).await?,
        }
        hidden.extend(own);
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
