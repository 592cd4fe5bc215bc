//! The people of each school and those who have come, counted from the directory.

use crate::adoption::Adoption;
use db::{FromRow, Result, Tx, args};
use school::SchoolId;
use std::collections::HashMap;

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
    let departments: Vec<String> = tx
        .column("select distinct substr(uai, 1, 3) as department from school where gone_at is null order by 1", &[])
        .await?;
    let mut schools: HashMap<SchoolId, Adoption> = HashMap::new();
    for department in departments {
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
