//! A viewer gathered from the database: persons, tasks, and where each person sits.

use super::Viewer;
use crate::{AccountId, CircleId, Door, Role};
use db::{Result, Tx, args};

impl Viewer {
    /// Gathers a viewer from the database.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, account: AccountId) -> Result<Self> {
        let people = tx.all(PEOPLE, args![account]).await?;
        let seats = tx.all(SEATS, args![account, tx.now()]).await?;
        let grants = match people.is_empty() {
            true => tx.all(GRANTS, args![account, tx.now()]).await?,
            // Nobody of a school holds a task over a territory with the same account: two hats, two accounts.
            false => Vec::new(),
        };
        let named: Option<Option<String>> = match people.is_empty() {
            true => tx.value("select name from account where id = $1", args![account]).await?,
            false => None,
        };
        let given_name = named.flatten();
        let mut viewer = Self { account, people, given_name, seats, grants, door: Door::Password, behind: Vec::new() };
        viewer.seat_readers();
        Ok(viewer)
    }

    /// Somebody a family lets read sits with those readers, not with the families.
    fn seat_readers(&mut self) {
        for seat in self.seats.iter_mut().filter(|seat| seat.role == Role::Reader) {
            seat.circle = CircleId::readers_of(seat.circle);
        }
    }
}

const PEOPLE: &str = "select p.id, p.kind, p.first_name, p.last_name, p.level, p.gone_at is not null as gone, \
        p.kind = 'guest' and exists (select 1 from reader r where r.person_id = p.id) as invited \
     from account_person a join person p on p.id = a.person_id where a.account_id = $1 order by a.since, p.id";

const GRANTS: &str =
    "select role, scope from account_grant where account_id = $1 and since <= $2 and (until is null or until > $2)";

/// The school a seat counts in. A group made by hand and a challenge may gather several schools: a seat there makes nobody one of the
/// school that holds it, and counts in the school the person sits in otherwise; in the same one when that may be.
macro_rules! school_of {
    ($group:literal, $person:literal) => {
        concat!(
            "coalesce(case when ",
            $group,
            " and not exists (select 1 from member n join circle h on h.id = n.circle_id \
                    and h.kind in ('school', 'staff', 'class') and h.until is null \
                where n.person_id = ",
            $person,
            " and h.school_id = c.school_id and n.since <= $2 and (n.until is null or n.until > $2)) \
            then (select h.school_id from member n join circle h on h.id = n.circle_id \
                    and h.kind in ('school', 'staff', 'class') and h.until is null \
                where n.person_id = ",
            $person,
            " and n.since <= $2 and (n.until is null or n.until > $2) order by h.id limit 1) end, c.school_id)"
        )
    };
}

// Own seats, then the seats in the families of the circles one's children are pupils of, then those of readers, as long as who
// invited them is responsible for the child, and never in a group, which pupils of other schools may share; whoever left sits
// nowhere.
const SEATS: &str = concat!(
    "select c.id as circle, s.id as school, s.name as school_name, c.kind, c.name, c.of_circle, m.role, \
        m.person_id as person, cast(null as uuid) as child, null as child_first_name, null as child_last_name, \
        s.academy, s.uai, s.district, s.town, s.closed \
    from account_person a \
    join person me on me.id = a.person_id and me.gone_at is null \
    join member m on m.person_id = a.person_id and m.since <= $2 and (m.until is null or m.until > $2) \
    join circle c on c.id = m.circle_id and c.until is null \
    join school s on s.id = ",
    school_of!("c.kind in ('group', 'challenge') and c.key like 'hand:%'", "m.person_id"),
    " where a.account_id = $1 \
    union all \
    select c.id, s.id, s.name, c.kind, c.name, c.of_circle, 'guardian', \
        g.adult_id, g.child_id, p.first_name, p.last_name, s.academy, s.uai, s.district, s.town, s.closed \
    from account_person a \
    join person me on me.id = a.person_id and me.gone_at is null \
    join guardianship g on g.adult_id = a.person_id and g.until is null \
    join person p on p.id = g.child_id \
    join member m on m.person_id = g.child_id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
    join circle c on c.of_circle = m.circle_id and c.kind = 'families' and c.until is null \
    join school s on s.id = ",
    school_of!("c.key like 'group:hand:%'", "m.person_id"),
    " where a.account_id = $1 \
    union all \
    select c.id, s.id, s.name, c.kind, c.name, c.of_circle, 'reader', \
        r.person_id, r.child_id, p.first_name, p.last_name, s.academy, s.uai, s.district, s.town, s.closed \
    from account_person a \
    join reader r on r.person_id = a.person_id and r.until is null \
    join person p on p.id = r.child_id \
    join member m on m.person_id = r.child_id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
    join circle k on k.id = m.circle_id and k.kind not in ('group', 'challenge') \
    join circle c on c.of_circle = k.id and c.kind = 'families' and c.until is null \
    join school s on s.id = c.school_id \
    where a.account_id = $1 and exists (select 1 from person w where w.id = r.invited_by \
        and (w.merged_into is not null or exists (select 1 from guardianship g \
            where g.child_id = r.child_id and g.adult_id = w.id and g.until is null))) \
    order by 3, 5, 11, 10, 1"
);
