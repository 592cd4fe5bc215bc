//! Hits become visits, visits become what the week counts: who came where, to which service, on what, at which hours.
//!
//! A visit is a run of pages of one person without a gap of more than 30 minutes; it belongs to the day and the hour it
//! began, however far past midnight it goes. A visit lasts from its first page to its last: one of a single page lasts
//! nothing. The hits of a visit that is counted are deleted in the same transaction, so that a night that stops half-way
//! goes on where it stopped, and counts nothing twice. On Sunday at midnight the pseudonyms change: a visit that is under
//! way then is two.

use crate::{
    facet::{SLOT_HOURS, slot_of},
    sender::Sender,
    slice,
    week::instant,
};
use commons::House;
use db::{Db, Moment, Result, Tx, args};
use jiff::{ToSpan, civil::Date};

/// A longer gap between two pages begins another visit.
const GAP_MILLIS: i64 = 30 * 60 * 1000;
/// Pages opened after midnight are read until this hour, to see whether they go on with a visit of the day before.
const READ_UNTIL_HOUR: i8 = 6;
/// Nights that were missed are caught up this far.
const DAYS_CAUGHT_UP: i64 = 21;

/// Lays out the slots of the last days.
pub(crate) async fn lay_slots(db: &Db, day: Date) -> Result<()> {
    let mut tx = db.write().await?;
    tx.change("delete from usage_slot", &[]).await?;
    let mut rows = tx.rows("usage_slot", &["since", "until", "facet"]);
    for back in 0..DAYS_CAUGHT_UP {
        let day = day.saturating_sub(back.days());
        for (number, hour) in SLOT_HOURS.into_iter().enumerate() {
            let until = match SLOT_HOURS.get(number + 1) {
                Some(next) => instant(day, *next),
                None => instant(day.saturating_add(1.day()), 0),
            };
            rows.begin();
            rows.int(Some(instant(day, hour).0));
            rows.int(Some(until.0));
            rows.text(Some(&slot_of(day, number)));
        }
    }
    tx.load(&mut rows).await?;
    tx.commit().await
}

/// Counts the visits of a slice of people that began before the end of a day.
pub(crate) async fn count(house: &House, sender: Option<&Sender>, day: Date, number: u8) -> Result<()> {
    let (first, last) = slice::bounds(number);
    let after = day.saturating_add(1.day());
    let (over, read_until) = (instant(after, 0), instant(after, READ_UNTIL_HOUR));
    let mut tx = house.db.write().await?;
    take_turn(&mut tx).await?;
    place_visitors(&mut tx, first, last, read_until).await?;
    tx.change(VISITS, args![first, last, read_until, GAP_MILLIS, over]).await?;
    // The table was empty a moment ago: a planner that still believes so reads it whole for each hit.
    tx.refresh_statistics(&["usage_visit"]).await?;
    tx.change(SEEN, &[]).await?;
    tx.change(SEEN_SERVICES, args![first, last, read_until]).await?;
    if let Some(sender) = sender {
        sender.send(house, &mut tx, day, number).await?;
    }
    tx.change(FORGET_DAY, args![first, last, over]).await?;
    tx.change(FORGET_PAST_MIDNIGHT, args![first, last, over, read_until]).await?;
    tx.change("delete from usage_visit", &[]).await?;
    tx.commit().await
}

/// One night at a time: a second one waits here for the first to end its transaction, and finds nothing left to count.
pub(crate) async fn take_turn(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into usage_turn (name, at) values ('night', $1) on conflict (name) do update set at = excluded.at",
        args![now],
    )
    .await
}

/// Whoever comes in a week counts where and as whom they came first: nobody is counted twice, and counts of people add up.
async fn place_visitors(tx: &mut Tx, first: i64, last: i64, read_until: Moment) -> Result<()> {
    tx.change(
        "insert into usage_visitor (week, visitor, unit, profile) \
         select r.week, r.visitor, r.unit, r.profile from (select week, visitor, unit, profile, \
             row_number() over (partition by visitor, week order by at, unit, profile) as place \
             from usage_hit where visitor between $1 and $2 and at < $3) r \
         where r.place = 1 on conflict (week, visitor) do nothing",
        args![first, last, read_until],
    )
    .await
}

// Pages of one instant are one page: both windows must put them into the same visit.
const VISITS: &str = "\
insert into usage_visit (visitor, begun, ended, week, unit, profile, device) \
select m.visitor, min(m.at), max(m.at), w.week, w.unit, w.profile, min(m.first_device) \
from (select s.visitor, s.at, s.week, case when s.begins = 1 then s.device end as first_device, \
          sum(s.begins) over (partition by s.visitor order by s.at) as visit \
      from (select visitor, at, week, device, \
                case when at - lag(at) over (partition by visitor order by at) <= $4 then 0 else 1 end as begins \
            from usage_hit where visitor between $1 and $2 and at < $3) s) m \
join usage_visitor w on w.visitor = m.visitor and w.week = m.week \
group by m.visitor, m.visit, w.week, w.unit, w.profile having min(m.at) < $5";

const SEEN: &str = "\
insert into usage_seen (week, unit, profile, facet, visitor, visits, seconds) \
select f.week, f.unit, f.profile, f.facet, f.visitor, count(*), cast(sum(f.millis) as bigint) / 1000 from ( \
    select week, unit, profile, '' as facet, visitor, ended - begun as millis from usage_visit \
    union all select week, unit, profile, device, visitor, ended - begun from usage_visit \
    union all select v.week, v.unit, '', s.facet, v.visitor, v.ended - v.begun from usage_visit v \
        join usage_slot s on v.begun >= s.since and v.begun < s.until) f \
where true group by f.week, f.unit, f.profile, f.facet, f.visitor \
on conflict (week, unit, profile, facet, visitor) do update set visits = usage_seen.visits + excluded.visits, \
    seconds = usage_seen.seconds + excluded.seconds";

// A service lasts from each of its pages to the next page, whichever that is: services add up to the visit.
const SEEN_SERVICES: &str = "\
insert into usage_seen (week, unit, profile, facet, visitor, visits, seconds) \
select v.week, v.unit, v.profile, h.service, v.visitor, count(distinct v.begun), \
    cast(sum(case when h.next_at <= v.ended then h.next_at - h.at else 0 end) as bigint) / 1000 \
from (select visitor, at, service, lead(at) over (partition by visitor order by at) as next_at from usage_hit \
      where visitor between $1 and $2 and at < $3) h \
join usage_visit v on v.visitor = h.visitor and h.at between v.begun and v.ended \
where true group by v.week, v.unit, v.profile, h.service, v.visitor \
on conflict (week, unit, profile, facet, visitor) do update set visits = usage_seen.visits + excluded.visits, \
    seconds = usage_seen.seconds + excluded.seconds";

// Every visit that began before the end of the day is counted, so every hit before it is.
const FORGET_DAY: &str = "delete from usage_hit where visitor between $1 and $2 and at < $3";

const FORGET_PAST_MIDNIGHT: &str = "\
delete from usage_hit where visitor between $1 and $2 and at >= $3 and at < $4 and exists (select 1 from usage_visit v \
    where v.visitor = usage_hit.visitor and v.ended >= $3 and usage_hit.at <= v.ended)";
