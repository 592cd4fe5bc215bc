//! The economy of attention (product.md §3.4): what the same readers were given already, told to whoever is about to give
//! them more, and to the families themselves.

use crate::{W, component::Notice};
use commons::{ThingId, thing};
use db::{FromRow, Moment, PARIS, Result, Tx, args, id_list};
use jiff::civil::Weekday;
use school::CircleId;

/// From this many things given on a day on, one more is one too many.
const ENOUGH: usize = 2;

#[derive(FromRow)]
struct Given {
    id: ThingId,
    kind: String,
    title: String,
    visible_from: Moment,
}

// What was given today is visible from today on at the earliest: the index of the feed finds it.
const GIVEN: &str = "\
select t.id, t.kind, t.title, max(s.visible_from) as visible_from from share s \
join thing t on t.id = s.thing_id and t.withdrawn_at is null \
join person p on p.id = t.author_id and p.kind in ('staff', 'agent') \
where s.circle_id in (select unhex(value) from json_each($1)) and s.visible_from >= $2 and s.given_at >= $2 \
    and s.level < 3 group by t.id, t.kind, t.title order by t.id";

/// What is said to whoever is about to give some circles the third thing of the day, or a later one; nothing before. What
/// still waits for its hour may take the new one in: the notice leads there.
///
/// # Errors
/// A fault of the database.
pub async fn warning(tx: &mut Tx, circles: &[CircleId]) -> Result<Option<Notice>> {
    let now = tx.now();
    let given: Vec<Given> = tx.all(GIVEN, args![id_list(circles.iter().copied()), start_of_day(now)]).await?;
    if given.len() < ENOUGH {
        return Ok(None);
    }
    let titles: Vec<String> = given.iter().map(|it| W.economy_title(&it.title)).collect();
    let notice = Notice::attention(W.economy_third(titles.join(", "))).title(W.economy_third_title());
    let waiting = given.iter().rfind(|it| it.visible_from > now);
    Ok(Some(match waiting {
        Some(last) => notice.link(W.economy_merge(&last.title), thing::path(&last.kind, last.id)),
        None => notice,
    }))
}

/// « 3 messages cette semaine »: how many things some circles were given since Monday. `circles` is one bound value.
///
/// # Errors
/// A fault of the database.
pub async fn budget(tx: &mut Tx, circles: &str) -> Result<String> {
    let now = tx.now();
    let count = tx.count(THIS_WEEK, args![circles, start_of_week(now), now]).await?;
    Ok(W.economy_budget(count))
}

const THIS_WEEK: &str = "\
select count(distinct s.thing_id) as n from share s join thing t on t.id = s.thing_id and t.withdrawn_at is null \
where s.circle_id in (select unhex(value) from json_each($1)) and s.visible_from >= $2 and s.visible_from <= $3 \
    and s.level < 3";

/// The same for each class whose families some circles are: « CP de M. Roux : 3 messages cette semaine ». `circles` is one
/// bound value.
///
/// # Errors
/// A fault of the database.
pub async fn class_budgets(tx: &mut Tx, circles: &str) -> Result<Vec<String>> {
    let now = tx.now();
    let classes: Vec<(String, i64)> = tx.all(BY_CLASS, args![circles, start_of_week(now), now]).await?;
    Ok(classes.into_iter().map(|(name, count)| W.economy_of_class(name, W.economy_budget(count))).collect())
}

const BY_CLASS: &str = "\
select k.name, (select count(distinct s.thing_id) from share s \
    join thing t on t.id = s.thing_id and t.withdrawn_at is null \
    where s.circle_id = c.id and s.visible_from >= $2 and s.visible_from <= $3 and s.level < 3) as n \
from circle c join circle k on k.id = c.of_circle and k.kind = 'class' \
where c.id in (select unhex(value) from json_each($1)) and c.kind = 'families' order by k.sort_key, k.id";

fn start_of_day(now: Moment) -> Moment {
    PARIS.to_timestamp(now.day().at(0, 0, 0, 0)).map_or(now, Moment::from)
}

fn start_of_week(now: Moment) -> Moment {
    let mut day = now.day();
    while day.weekday() != Weekday::Monday {
        match day.yesterday() {
            Ok(before) => day = before,
            Err(_) => return now,
        }
    }
    PARIS.to_timestamp(day.at(0, 0, 0, 0)).map_or(now, Moment::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday_at_midnight() {
        // Saturday 5 September 2026 at 10 h in France.
        let saturday = Moment(1_788_595_200_000);
        assert_eq!(start_of_day(saturday), saturday.plus_seconds(-10 * 3600));
        assert_eq!(start_of_week(saturday), saturday.plus_seconds(-10 * 3600 - 5 * 86_400));
    }
}
