//! Those of the viewer's schools and classes whose names have words beginning so, in any order. The matrix says then whom of them
//! the viewer sees.

use super::Candidate;
use crate::looker::Looker;
use db::{Result, Tx, args, id_list};
use school::{CircleId, SchoolId};

/// More than a large school has: the matrix leaves out some, and the rest must still fill a page.
const MOST: i64 = 1_500;
/// Words compared; those typed beyond are left out.
const WORDS: usize = 3;

// The people of whole schools, of classes, the adults of schools; then the adults responsible for the pupils of the first two. A
// part for each, for its index. A name is read with a space after it: a whole word may be its last.
const PEOPLE: &str = "\
select distinct p.id, p.first_name, p.last_name, p.kind, p.academy, p.sort_key from ( \
    select c.id from circle c where c.school_id in (select unhex(value) from json_each($1)) \
        and c.kind in ('school', 'staff', 'class') and c.until is null \
    union select c.id from circle c where c.id in (select unhex(value) from json_each($2)) and c.until is null \
    union select c.id from circle c where c.school_id in (select unhex(value) from json_each($3)) \
        and c.kind = 'staff' and c.until is null \
) o join member m on m.circle_id = o.id and m.since <= $4 and (m.until is null or m.until > $4) \
join person p on p.id = m.person_id and p.gone_at is null and p.merged_into is null \
where p.search_key || ' ' like $5 and p.search_key || ' ' like $6 and p.search_key || ' ' like $7 \
order by p.sort_key, p.id limit $8";

const PARENTS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.kind, p.academy, p.sort_key from ( \
    select c.id from circle c where c.school_id in (select unhex(value) from json_each($1)) \
        and c.kind in ('school', 'class') and c.until is null \
    union select c.id from circle c where c.id in (select unhex(value) from json_each($2)) and c.until is null \
) o join member m on m.circle_id = o.id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3) \
join guardianship g on g.child_id = m.person_id and g.until is null \
join person p on p.id = g.adult_id and p.gone_at is null and p.merged_into is null \
where p.search_key || ' ' like $4 and p.search_key || ' ' like $5 and p.search_key || ' ' like $6 \
order by p.sort_key, p.id limit $7";

/// Where people are looked for.
struct Around {
    schools: Vec<SchoolId>,
    classes: Vec<CircleId>,
    staffed: Vec<SchoolId>,
}

pub(super) async fn candidates(
    tx: &mut Tx,
    looker: &Looker,
    words: &[&str],
    class: Option<CircleId>,
) -> Result<Vec<Candidate>> {
    let mut around = Around { schools: looker.schools(), classes: looker.classes(), staffed: looker.staffed() };
    if let Some(class) = class {
        // The matrix leaves out what is not the viewer's to see.
        around = Around { schools: Vec::new(), classes: vec![class], staffed: Vec::new() };
    }
    within(tx, &around, words).await
}

/// Those of some schools, whoever looks.
pub(super) async fn in_schools(tx: &mut Tx, schools: Vec<SchoolId>, words: &[&str]) -> Result<Vec<Candidate>> {
    within(tx, &Around { schools, classes: Vec::new(), staffed: Vec::new() }, words).await
}

async fn within(tx: &mut Tx, around: &Around, words: &[&str]) -> Result<Vec<Candidate>> {
    if around.schools.is_empty() && around.classes.is_empty() && around.staffed.is_empty() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let schools = id_list(around.schools.iter().copied());
    let classes = id_list(around.classes.iter().copied());
    let staffed = id_list(around.staffed.iter().copied());
    let [first, second, third] = patterns(words);
    let people = args![&schools, &classes, &staffed, now, &first, &second, &third, MOST];
    let mut found: Vec<Candidate> = tx.all(PEOPLE, people).await?;
    let parents: Vec<Candidate> =
        tx.all(PARENTS, args![&schools, &classes, now, &first, &second, &third, MOST]).await?;
    found.extend(parents);
    Ok(found)
}

/// A pattern for each word. Folded text holds letters, digits and spaces only: nothing in it is a sign of a pattern.
fn patterns(words: &[&str]) -> [String; WORDS] {
    std::array::from_fn(|rank| words.get(rank).map_or_else(|| "%".to_owned(), |word| format!("% {word}%")))
}
