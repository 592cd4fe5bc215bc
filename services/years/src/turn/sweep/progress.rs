//! How far the schools of an académie are: how many stand where, and which they are.

use db::{Error, FromRow, Result, Tx, args};
use school::{SchoolId, text_enum};

text_enum! {
    /// Where a school stands. Each stands at one place.
    Stage {
        /// Nobody prepares the coming year there.
        Nothing = "nothing",
        /// Somebody does.
        Prepared = "prepared",
        /// Somebody said the day it opens by itself.
        Planned = "planned",
        /// The year is open.
        Opened = "opened",
        /// The directory brought its classes.
        Delivered = "delivered",
        /// It has no class: there is nothing to open.
        Empty = "empty",
    }
}

/// How many schools of an académie stand where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress(Vec<(Stage, i64)>);

impl Progress {
    /// How many stand at one place.
    pub fn of(&self, stage: Stage) -> i64 {
        self.0.iter().find(|it| it.0 == stage).map_or(0, |it| it.1)
    }

    /// How many have classes.
    pub fn with_classes(&self) -> i64 {
        self.0.iter().filter(|it| it.0 != Stage::Empty).map(|it| it.1).sum()
    }

    /// How many would be opened now.
    pub fn waiting(&self) -> i64 {
        self.of(Stage::Nothing) + self.of(Stage::Prepared)
    }
}

/// The schools of an académie (`$1`) with where they stand before a year (`$2`).
macro_rules! staged {
    ($head:literal, $tail:literal) => {
        concat!(
            "select ",
            $head,
            " from (select s.id, s.name, s.town, s.sort_key, case when t.state = 'open' then 'opened' \
                 when exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 \
                     and c.until is null and c.key not like 'hand:%') then 'delivered' \
                 when not exists (select 1 from circle c where c.school_id = s.id and c.kind = 'class' and c.year = $2 - 1 \
                     and c.until is null) then 'empty' \
                 when t.opens_on is not null then 'planned' when t.state = 'draft' then 'prepared' else 'nothing' end as stage \
             from school s left join turn_draft t on t.school_id = s.id and t.year = $2 \
             where s.academy = $1 and s.gone_at is null) it ",
            $tail
        )
    };
}

/// How far the schools of an académie are. For those who look after all of them.
///
/// # Errors
/// A fault of the database.
pub async fn progress(tx: &mut Tx, academy: &str, year: i64) -> Result<Progress> {
    let rows: Vec<(String, i64)> =
        tx.all(staged!("it.stage, count(*) as n", "group by it.stage"), args![academy, year]).await?;
    let known = |row: (String, i64)| Stage::try_from(row.0).map(|stage| (stage, row.1)).map_err(Error::fault);
    rows.into_iter().map(known).collect::<Result<Vec<_>>>().map(Progress)
}

/// A school that stands somewhere.
#[derive(Debug, Clone, FromRow)]
pub struct Standing {
    /// The school.
    pub id: SchoolId,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub town: Option<String>,
}

/// How many schools a page shows.
pub const PAGE: i64 = 50;

/// The schools of an académie that stand at one place, by their names; pages are counted from 1. For those who look after all of
/// them.
///
/// # Errors
/// A fault of the database.
pub async fn schools(tx: &mut Tx, academy: &str, year: i64, stage: Stage, page: i64) -> Result<Vec<Standing>> {
    let list = staged!("it.id, it.name, it.town", "where it.stage = $3 order by it.sort_key, it.id limit $4 offset $5");
    tx.all(list, args![academy, year, stage, PAGE, (page - 1).max(0) * PAGE]).await
}
