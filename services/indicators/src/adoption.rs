//! How many of those who could come have come once: accounts activated, families reached. Counted from the directory when
//! a week is, and protected like all the rest.

use crate::protect::{Count, protect};
use commons::usage::Chance;
use db::{FromRow, Result, Tx, args};
use school::SchoolId;
use std::collections::HashMap;

/// The people of a place, and those who have come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Adoption {
    /// Teachers and other staff.
    pub staff: i64,
    /// Those with an account that was activated.
    pub staff_active: i64,
    /// Adults responsible for pupils.
    pub adults: i64,
    /// Those with an account that was activated.
    pub adults_active: i64,
    /// Pupils.
    pub children: i64,
    /// Those for whom at least one adult has come in.
    pub children_reached: i64,
}

impl Adoption {
    pub(crate) fn add(&mut self, other: Self) {
        self.staff += other.staff;
        self.staff_active += other.staff_active;
        self.adults += other.adults;
        self.adults_active += other.adults_active;
        self.children += other.children;
        self.children_reached += other.children_reached;
    }

    /// The same, each count rounded. Those who came are rounded as those they are among: where all came, all are told to.
    pub(crate) fn protected(self, place: i64, chance: &Chance) -> Self {
        let told = |profile: &str, users: i64| {
            let count = Count { profile: profile.to_owned(), facet: String::new(), users, visits: 0, seconds: 0 };
            let told = protect(&[count], &mut |about, value| chance.draw(place, about, value));
            told.first().map_or(0, |it| it.users)
        };
        Self {
            staff: told("all staff", self.staff),
            staff_active: told("all staff", self.staff_active),
            adults: told("all adults", self.adults),
            adults_active: told("all adults", self.adults_active),
            children: told("all children", self.children),
            children_reached: told("all children", self.children_reached),
        }
    }
}

/// The percentage some are of all, 100 at most; nothing where all are too few to be told.
pub fn percent(some: i64, all: i64) -> Option<i64> {
    (all >= 10).then(|| (100 * some / all).min(100))
}

#[derive(FromRow)]
struct Pair {
    school: SchoolId,
    all_of_them: i64,
    active: i64,
}

const STAFF: &str = "\
select s.id as school, count(distinct m.person_id) as all_of_them, \
    count(distinct case when a.activated_at is not null then m.person_id end) as active \
from school s join circle c on c.school_id = s.id and c.kind = 'staff' and c.until is null \
join member m on m.circle_id = c.id and m.role in ('teacher', 'head', 'staff') and m.since <= $3 \
    and (m.until is null or m.until > $3) \
left join account_person h on h.person_id = m.person_id left join account a on a.id = h.account_id \
where s.uai >= $1 and s.uai < $2 and s.gone_at is null group by s.id";

// An adult listed once for each child is one adult, once somebody has put them together.
const ADULTS: &str = "\
select s.id as school, count(distinct coalesce(h.account_id, g.adult_id)) as all_of_them, \
    count(distinct case when a.activated_at is not null then a.id end) as active \
from school s join circle c on c.school_id = s.id and c.kind = 'school' and c.until is null \
join member m on m.circle_id = c.id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3) \
join guardianship g on g.child_id = m.person_id and g.until is null \
left join account_person h on h.person_id = g.adult_id left join account a on a.id = h.account_id \
where s.uai >= $1 and s.uai < $2 and s.gone_at is null group by s.id";

const CHILDREN: &str = "\
select s.id as school, count(distinct m.person_id) as all_of_them, \
    count(distinct case when a.activated_at is not null then m.person_id end) as active \
from school s join circle c on c.school_id = s.id and c.kind = 'school' and c.until is null \
join member m on m.circle_id = c.id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3) \
left join guardianship g on g.child_id = m.person_id and g.until is null \
left join account_person h on h.person_id = g.adult_id left join account a on a.id = h.account_id \
where s.uai >= $1 and s.uai < $2 and s.gone_at is null group by s.id";

/// The true counts of every school that is open, a département at a time.
pub(crate) async fn of_schools(tx: &mut Tx) -> Result<HashMap<SchoolId, Adoption>> {
    let now = tx.now();
    let departments: Vec<(String,)> = tx
        .all("select distinct substr(uai, 1, 3) as department from school where gone_at is null order by 1", &[])
        .await?;
    let mut schools: HashMap<SchoolId, Adoption> = HashMap::new();
    for (department,) in departments {
        let past = format!("{department}~");
        for pair in tx.all::<Pair>(STAFF, args![&department, &past, now]).await? {
            let school = schools.entry(pair.school).or_default();
            (school.staff, school.staff_active) = (pair.all_of_them, pair.active);
        }
        for pair in tx.all::<Pair>(ADULTS, args![&department, &past, now]).await? {
            let school = schools.entry(pair.school).or_default();
            (school.adults, school.adults_active) = (pair.all_of_them, pair.active);
        }
        for pair in tx.all::<Pair>(CHILDREN, args![&department, &past, now]).await? {
            let school = schools.entry(pair.school).or_default();
            (school.children, school.children_reached) = (pair.all_of_them, pair.active);
        }
    }
    Ok(schools)
}

#[cfg(test)]
mod tests {
    use super::{Adoption, percent};
    use commons::usage::Chance;

    #[test]
    fn shares_are_told_of_enough_people_only() {
        assert_eq!((percent(30, 60), percent(5, 5), percent(65, 60)), (Some(50), None, Some(100)));
    }

    #[test]
    fn counts_of_people_are_protected_too() {
        let true_counts = Adoption { staff: 3, staff_active: 2, adults: 41, ..Adoption::default() };
        let chance = Chance::new(&[1; 16]);
        for place in 0..50 {
            let kept = true_counts.protected(place, &chance);
            assert!([0, 5].contains(&kept.staff) && [0, 5].contains(&kept.staff_active), "{kept:?}");
            assert!([40, 45].contains(&kept.adults) && kept.adults_active == 0, "{kept:?}");
            assert_eq!(kept, true_counts.protected(place, &chance), "a week says no more than another");
        }
    }
}
