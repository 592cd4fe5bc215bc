//! Notices in lists, and for the bearer of a signed link.

use crate::{
    notice::{KIND, Notice, NoticeKind, days},
    offer::OfferKind,
    served::Served,
};
use commons::{Level, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use jiff::civil::Date;
use school::{SchoolId, Viewer};
use web::{Bearer, Reading, dates};

/// A notice in a list.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The notice.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub kind: NoticeKind,
    offers: String,
    first_day: String,
    last_day: String,
    /// When families see it.
    pub delivered_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

impl Line {
    /// The days it is about.
    pub fn days(&self) -> String {
        days(self.first(), self.last_day.parse().unwrap_or_default())
    }

    /// The first day it is about.
    pub fn first(&self) -> Date {
        self.first_day.parse().unwrap_or_default()
    }

    /// Whether it says that the canteen is closed on a day.
    pub fn closes_canteen(&self, day: Date) -> bool {
        let last: Date = self.last_day.parse().unwrap_or_default();
        let is_canteen = self.offers.split_whitespace().any(|it| it == OfferKind::Canteen.as_str());
        self.kind == NoticeKind::Closure && is_canteen && (self.first()..=last).contains(&day)
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.id)
    }
}

/// How many notices of the past those who run a commune find.
const MOST: i64 = 100;

/// The notices of a scope, the latest day first. For those who run it.
///
/// # Errors
/// A fault of the database.
pub async fn of_scope(tx: &mut Tx, scope: &str) -> Result<Vec<Line>> {
    tx.all(
        "select t.id, t.title, n.kind, n.offers, n.first_day, n.last_day, n.delivered_at, n.withdrawn_at from town_notice n \
         join thing t on t.id = n.thing_id where n.scope = $1 order by n.first_day desc, t.id desc limit $2",
        args![scope, MOST],
    )
    .await
}

/// The notices in force in the schools of a reader from a day on, with the school each is for, the nearest day first.
///
/// # Errors
/// A fault of the database.
pub async fn read_by(tx: &mut Tx, schools: &[Served], from: Date) -> Result<Vec<(SchoolId, Line)>> {
    let now = tx.now();
    let ids = id_list(schools.iter().map(|it| it.id));
    let lines: Vec<Line> = tx
        .all(
            "select t.id, t.title, n.kind, n.offers, n.first_day, n.last_day, n.delivered_at, n.withdrawn_at from town_notice n \
             join thing t on t.id = n.thing_id and t.withdrawn_at is null \
             where n.thing_id in (select s.thing_id from town_notice_school s \
                 where s.school_id in (select unhex(value) from json_each($1))) \
             and n.last_day >= $2 and n.delivered_at <= $3 order by n.first_day, t.id",
            args![&ids, from.to_string(), now],
        )
        .await?;
    let targets: Vec<(ThingId, SchoolId)> = tx
        .all(
            "select thing_id, school_id from town_notice_school where school_id in (select unhex(value) from json_each($1))",
            args![&ids],
        )
        .await?;
    let of = |line: &Line| targets.iter().filter(|it| it.0 == line.id).map(|it| it.1).collect::<Vec<_>>();
    Ok(lines.iter().flat_map(|line| of(line).into_iter().map(|school| (school, line.clone()))).collect())
}

/// A notice for the bearer of a signed link, who may read it now.
///
/// # Errors
/// A fault of the database.
pub async fn by_link(tx: &mut Tx, bearer: &Bearer) -> Result<Option<Reading>> {
    if bearer.kind != KIND.name {
        return Ok(None);
    }
    let viewer = Viewer::load(tx, bearer.account).await?;
    let now = tx.now();
    match Notice::load(tx, &viewer, bearer.thing, Level::See).await {
        Ok(notice) => Ok(Some(Reading {
            title: notice.thing.title.clone(),
            about: format!("{} · {}", notice.from, dates::past(notice.delivered_at, now)),
            body: notice.body,
            asked: None,
        })),
        Err(Error::NotFound | Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}
