//! Those of a territory, by ranges of two indexes: folded last names, folded first names. Nothing here reads a table from one end
//! to the other.

use super::{Candidate, near, schools_named};
use crate::looker::Looker;
use db::{Result, Tx, args};

/// One more than is shown: whether there are more is said.
const MOST: i64 = super::MOST as i64 + 1;
/// Those a first index proposes before the rest of the name is compared in it.
const PROPOSED: i64 = 400;
/// Words compared; those typed beyond are left out.
const WORDS: usize = 4;
/// Comes after whatever a folded name may hold.
const LAST: char = '\u{10ffff}';

const BY_LAST: &str = "\
select id, first_name, last_name, kind, academy, sort_key from person \
where sort_key >= $1 and sort_key < $2 and gone_at is null and merged_into is null and ($3 = '' or academy = $3) \
order by sort_key, id limit $4";

const BY_FIRST: &str = "\
select id, first_name, last_name, kind, academy, sort_key from person \
where search_key >= $1 and search_key < $2 and gone_at is null and merged_into is null and ($3 = '' or academy = $3) \
order by search_key, id limit $4";

// The inner question is answered by the index alone; the outer one follows its order, and stops at the last shown.
const BY_LAST_AND_FIRST: &str = "\
select p.id, p.first_name, p.last_name, p.kind, p.academy, p.sort_key from ( \
    select id, sort_key from person where sort_key >= $1 and sort_key < $2 and sort_key like $3 \
    order by sort_key, id limit $6 \
) o join person p on p.id = o.id \
where p.gone_at is null and p.merged_into is null and ($4 = '' or p.academy = $4) order by o.sort_key, o.id limit $5";

const BY_FIRST_AND_LAST: &str = "\
select p.id, p.first_name, p.last_name, p.kind, p.academy, p.sort_key from ( \
    select id, search_key from person where search_key >= $1 and search_key < $2 and search_key like $3 \
    order by search_key, id limit $6 \
) o join person p on p.id = o.id \
where p.gone_at is null and p.merged_into is null and ($4 = '' or p.academy = $4) order by o.search_key, o.id limit $5";

pub(super) async fn candidates(tx: &mut Tx, looker: &Looker, words: &[&str], school: &str) -> Result<Vec<Candidate>> {
    if !school.trim().is_empty() {
        let schools = schools_named(tx, school).await?;
        return near::in_schools(tx, schools, words).await;
    }
    let words = words.get(..words.len().min(WORDS)).unwrap_or_default();
    let mut found = Vec::new();
    for academy in looker.academies() {
        let typed = words.join(" ");
        found.extend(ranged(tx, BY_LAST, &typed, academy).await?);
        found.extend(ranged(tx, BY_FIRST, &format!(" {typed}"), academy).await?);
        for cut in 1..words.len() {
            let (one, other) = (words[..cut].join(" "), words[cut..].join(" "));
            found.extend(both(tx, &one, &other, academy).await?);
            found.extend(both(tx, &other, &one, academy).await?);
        }
    }
    Ok(found)
}

async fn ranged(tx: &mut Tx, sql: &'static str, beginning: &str, academy: &str) -> Result<Vec<Candidate>> {
    tx.all(sql, args![beginning, after(beginning), academy, MOST]).await
}

/// Those whose last and first names begin so: by the index of the longer of both, which names fewer people.
async fn both(tx: &mut Tx, last: &str, first: &str, academy: &str) -> Result<Vec<Candidate>> {
    let (sql, beginning, pattern) = if last.len() >= first.len() {
        (BY_LAST_AND_FIRST, last.to_owned(), format!("{last}%  {first}%"))
    } else {
        (BY_FIRST_AND_LAST, format!(" {first}"), format!(" {first}% {last}%"))
    };
    tx.all(sql, args![&beginning, after(&beginning), pattern, academy, MOST, PROPOSED]).await
}

fn after(beginning: &str) -> String {
    format!("{beginning}{LAST}")
}
