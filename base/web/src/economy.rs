//! The economy of attention (product.md §3.4): what the same readers were given already, told to whoever is about to give
//! them more, and to the families themselves.

use crate::{W, component::Notice};
use commons::{Kind, Level, Thing, ThingId};
use db::{Error, FromRow, Moment, PARIS, Result, Tx, args, id_list};
use jiff::civil::Weekday;
use school::{CircleId, Right, Viewer};

/// From this many things given on a day on, one more is one too many.
const ENOUGH: usize = 2;

/// What one gives to circles and still changes until its hour, with who may: its form is at `…/modifier`. No service knows
/// the form of another, and the notice leads to all of them.
const CHANGED: [Kind; 3] = [
    Kind { name: "mots", managed_by: Some(Right::WriteLiaison) },
    Kind { name: "billets", managed_by: Some(Right::PublishJournal) },
    Kind { name: "actualites", managed_by: Some(Right::WriteNews) },
];

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
/// still waits for its hour may take the new one in: the notice leads to the form of the last that the viewer may change.
///
/// # Errors
/// A fault of the database.
pub async fn warning(tx: &mut Tx, viewer: &Viewer, circles: &[CircleId]) -> Result<Option<Notice>> {
    let now = tx.now();
    let given: Vec<Given> = tx.all(GIVEN, args![id_list(circles.iter().copied()), start_of_day(now)]).await?;
    if given.len() < ENOUGH {
        return Ok(None);
    }
    let titles: Vec<String> = given.iter().map(|it| W.economy_title(&it.title)).collect();
    let notice = Notice::attention(W.economy_third(titles.join(", "))).title(W.economy_third_title());
    for last in given.iter().rev().filter(|it| it.visible_from > now) {
        if let Some(form) = form(tx, viewer, last).await? {
            return Ok(Some(notice.link(W.economy_merge(&last.title), form)));
        }
    }
    Ok(Some(notice))
}

/// Where the viewer changes what was given; nothing where it is not theirs to change.
async fn form(tx: &mut Tx, viewer: &Viewer, given: &Given) -> Result<Option<String>> {
    let Some(kind) = CHANGED.iter().find(|kind| kind.name == given.kind) else { return Ok(None) };
    match Thing::load(tx, viewer, kind, given.id, Level::Manage).await {
        Ok(thing) => Ok(Some(format!("{}/modifier", thing.path()))),
        Err(Error::NotFound | Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}

/// « 3 publications cette semaine »: how many things some circles were given since Monday. `circles` is one bound value.
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

/// The same for each class whose families some circles are: « CP de M. Roux : 3 publications cette semaine ». `circles` is one
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
