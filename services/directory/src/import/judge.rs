//! Doubts that stop an import until somebody answers for it.

use crate::W;
use aaf::{Delivery, Kind};
use db::{Error, Result, Tx, Uuid, args, id_list};
use jiff::{Span, civil::Date};

/// A reason to stop and ask, in French.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt(pub String);

/// A delta this many days after the last delivery hides a missing one.
const LONGEST_SILENCE_DAYS: i32 = 7;
/// In a small school two departures are a large share: fewer persons than this raise no doubt, unless a full
/// delivery leaves nobody.
const FEWEST_DEPARTURES: i64 = 5;

/// What the dates say before anything is read: `Err` when the delivery must be left alone.
pub(super) fn dates(delivery: &Delivery, last: Option<&str>) -> Result<Option<Doubt>> {
    match (delivery.kind, last) {
        (Kind::Delta, None) => Err(Error::invalid("delivery", W.delta_without_full())),
        (Kind::Delta, Some(last)) if delivery.date.as_str() <= last => {
            Err(Error::invalid("delivery", W.delta_too_old(&delivery.date, last)))
        }
        (Kind::Delta, Some(last)) if silence(last, &delivery.date) > LONGEST_SILENCE_DAYS => {
            Ok(Some(Doubt(W.delta_after_gap(last, &delivery.date))))
        }
        (Kind::Full, Some(last)) if delivery.date.as_str() < last => {
            Ok(Some(Doubt(W.full_too_old(&delivery.date, last))))
        }
        _ => Ok(None),
    }
}

/// Days between two ISO days; 0 when one is no day.
fn silence(last: &str, date: &str) -> i32 {
    let days = || -> Option<i32> {
        let (last, date): (Date, Date) = (last.parse().ok()?, date.parse().ok()?);
        last.until(date).ok().map(|span: Span| span.get_days())
    };
    days().unwrap_or(0)
}

/// Schools a share of whose pupils or staff would vanish (row 30), or that would vanish themselves. `most_percent` of
/// those known is accepted. `year` is the school year of the delivery.
pub(super) async fn departures(
    tx: &mut Tx,
    most_percent: i64,
    full: bool,
    year: i64,
    ended: &[Uuid],
) -> Result<Vec<Doubt>> {
    let shrunken: Vec<(String, String, i64, i64)> =
        tx.all(SHRUNKEN, args![FEWEST_DEPARTURES, most_percent, full, year]).await?;
    let schools =
        shrunken.into_iter().map(|(uai, name, leaving, known)| Doubt(W.school_vanishes(leaving, known, name, uai)));
    let mut doubts: Vec<Doubt> = schools.collect();
    let orphaned: Vec<(String, String, i64, i64)> =
        tx.all(ORPHANED, args![FEWEST_DEPARTURES, most_percent, full]).await?;
    let families =
        orphaned.into_iter().map(|(uai, name, leaving, known)| Doubt(W.families_vanish(leaving, known, name, uai)));
    doubts.extend(families);
    let deserted: Vec<(String, String, i64)> = tx.all(DESERTED, args![id_list(ended.iter().copied())]).await?;
    doubts.extend(deserted.into_iter().map(|(uai, name, staying)| Doubt(W.school_disappears(name, uai, staying))));
    Ok(doubts)
}

// Schools that would vanish while people stay in them.
const DESERTED: &str = "\
select s.uai, s.name, count(distinct m.person_id) as staying from school s \
join circle c on c.school_id = s.id and c.kind in ('school', 'staff') \
join member m on m.circle_id = c.id and m.source = 'aaf' and m.until is null \
where s.id in (select unhex(value) from json_each($1)) and m.person_id not in (select id from stage.gone) \
    and m.person_id not in (select person_id from stage.sit_end) group by s.uai, s.name order by s.uai";

// Adults who would vanish while a child they are responsible for stays, by the school of that child.
const ORPHANED: &str = "\
select s.uai, s.name, l.leaving, l.known from \
    (select c.school_id, count(distinct g.id) as leaving, \
        (select count(distinct k.adult_id) from circle c2 join member m2 on m2.circle_id = c2.id and m2.until is null \
         join guardianship k on k.child_id = m2.person_id and k.until is null \
         where c2.school_id = c.school_id and c2.kind = 'school') as known \
     from stage.gone g join guardianship b on b.adult_id = g.id and b.until is null \
     join member m on m.person_id = b.child_id and m.until is null join circle c on c.id = m.circle_id and c.kind = 'school' \
     where b.child_id not in (select id from stage.gone) group by c.school_id) l \
join school s on s.id = l.school_id \
where (l.leaving >= $1 or ($3 and l.leaving = l.known)) and l.leaving * 100 > l.known * $2 order by s.uai";

// Pupils of CM2 (1125) whose class is of a past year are expected at the collège: each September a fifth of a school
// leaves so. They count neither among those who leave nor among those known.
const SHRUNKEN: &str = "\
select s.uai, s.name, l.leaving, l.known - l.expected as known from \
    (select c.school_id, count(distinct g.id) filter (where not g.expected) as leaving, \
        count(distinct g.id) filter (where g.expected) as expected, \
        (select count(distinct m2.person_id) from circle c2 join member m2 on m2.circle_id = c2.id and m2.until is null \
         where c2.school_id = c.school_id and c2.kind in ('school', 'staff')) as known \
     from (select k.id, exists (select 1 from person p join member y on y.person_id = p.id and y.until is null \
            join circle o on o.id = y.circle_id and o.kind = 'class' and o.year < $4 \
            where p.id = k.id and p.level = '1125') as expected from stage.gone k) g \
     join member m on m.person_id = g.id and m.until is null \
     join circle c on c.id = m.circle_id and c.kind in ('school', 'staff') group by c.school_id) l \
join school s on s.id = l.school_id \
where (l.leaving >= $1 or ($3 and l.leaving = l.known - l.expected)) \
    and l.leaving * 100 > (l.known - l.expected) * $2 order by s.uai";
