//! The imports done: their figures and their lines, read again by those in charge of an académie.

use crate::{
    import::{Counts, Outcome},
    scope::Scope,
};
use db::{FromRow, Moment, Result, Tx, Uuid, args, id};
use serde::Serialize;

id! {
    /// An import done.
    RunId
}

/// An import done.
#[derive(Debug, Clone, FromRow)]
pub struct Run {
    /// Its identifier.
    pub id: RunId,
    /// Code of the académie; empty when the delivery did not say it.
    pub academy: String,
    /// The académie's name, or its code when it is not known yet.
    pub academy_name: String,
    /// `Complet` or `Delta`.
    pub kind: String,
    /// ISO day of the delivery.
    pub delivered_on: String,
    /// When it began.
    pub started_at: Moment,
    /// When it ended.
    pub finished_at: Moment,
    /// How it ended.
    pub outcome: Outcome,
    /// What it changed, and why it was stopped.
    #[sqlx(rename = "counts", try_from = "String")]
    pub figures: Figures,
}

/// The figures of an import and the reasons it was stopped for, in French.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The figures.
    pub counts: Counts,
    /// The reasons.
    pub reasons: Vec<String>,
}

impl TryFrom<String> for Figures {
    type Error = serde_json::Error;
    fn try_from(json: String) -> std::result::Result<Self, serde_json::Error> {
        let (counts, reasons) = serde_json::from_str(&json)?;
        Ok(Self { counts, reasons })
    }
}

/// One line of a delivery that was not taken as it was.
#[derive(Debug, Clone, FromRow, Serialize)]
pub struct Line {
    /// The file it stands in; empty when it follows from several.
    pub file: String,
    /// The kind of record.
    pub entity: Option<String>,
    /// The identifier of the record in the delivery.
    pub record: Option<i64>,
    /// The attribute.
    pub attribute: Option<String>,
    /// A stable code of the reason.
    pub code: String,
    /// The reason, in French.
    pub message: String,
    /// The value, as delivered: hostile until escaped.
    pub value: Option<String>,
    /// Whether the record was left out.
    pub rejected: bool,
    /// The school concerned.
    pub uai: Option<String>,
}

/// What an import changed in one school, for one kind of person.
#[derive(Debug, Clone, FromRow, Serialize)]
pub struct SchoolTally {
    /// The school.
    pub uai: String,
    /// Its name; empty when it is not known.
    pub name: String,
    /// The kind of person.
    pub kind: String,
    /// Seen for the first time.
    pub created: i64,
    /// With other data than before.
    pub changed: i64,
    /// In another class or school.
    pub moved: i64,
    /// Not there any more.
    pub disappeared: i64,
    /// There again.
    pub returned: i64,
}

/// A part of a long list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    pub(crate) limit: i64,
    pub(crate) offset: i64,
}

impl Slice {
    /// Rows on one page.
    pub const ROWS: i64 = 50;
    /// The whole list.
    pub const ALL: Self = Self { limit: i64::MAX, offset: 0 };

    /// A page, counted from 1; 0 is read as 1.
    pub fn page(number: u32) -> Self {
        Self { limit: Self::ROWS, offset: (i64::from(number.max(1)) - 1) * Self::ROWS }
    }

    /// How many pages so many rows make; never none.
    pub fn pages(rows: i64) -> u64 {
        let pages = (rows + Self::ROWS - 1) / Self::ROWS;
        u64::try_from(pages.max(1)).unwrap_or(1)
    }
}

/// One list of columns for the two ways a run is read.
macro_rules! select_run {
    ($rest:literal) => {
        concat!(
            "select r.id, r.academy, coalesce(a.name, r.academy) as academy_name, r.kind, r.delivered_on, r.started_at, ",
            "r.finished_at, r.outcome, r.counts from import_run r left join academy a on a.code = r.academy ",
            "where ($1 or r.academy in (select value from json_each($2))) ",
            $rest
        )
    };
}

/// The name of an académie, or its code when no delivery has said it yet.
///
/// # Errors
/// A fault of the database.
pub async fn academy_name(tx: &mut Tx, code: String) -> Result<String> {
    let known: Option<String> = tx.value("select name from academy where code = $1", args![&code]).await?;
    Ok(known.unwrap_or(code))
}

/// The imports of a scope, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx, scope: &Scope, slice: Slice) -> Result<Vec<Run>> {
    tx.all(
        select_run!("order by r.finished_at desc, r.id desc limit $3 offset $4"),
        args![scope.is_whole(), scope.list()?, slice.limit, slice.offset],
    )
    .await
}

/// How many imports a scope has.
///
/// # Errors
/// A fault of the database.
pub async fn count(tx: &mut Tx, scope: &Scope) -> Result<i64> {
    tx.count(
        "select count(*) as n from import_run r where ($1 or r.academy in (select value from json_each($2)))",
        args![scope.is_whole(), scope.list()?],
    )
    .await
}

/// One import of a scope.
///
/// # Errors
/// [`db::Error::NotFound`] when it is absent or outside the scope.
pub async fn load(tx: &mut Tx, scope: &Scope, id: RunId) -> Result<Run> {
    tx.one(select_run!("and r.id = $3"), args![scope.is_whole(), scope.list()?, id]).await
}

/// The lines of an import, of one school or of all. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn lines(tx: &mut Tx, run: RunId, uai: Option<&str>, slice: Slice) -> Result<Vec<Line>> {
    tx.all(
        "select file, entity, record, attribute, code, message, value, rejected, uai from import_finding \
         where run_id = $1 and ($2 is null or uai = $2) order by position limit $3 offset $4",
        args![run, uai, slice.limit, slice.offset],
    )
    .await
}

/// How many lines an import has, of one school or in all.
///
/// # Errors
/// A fault of the database.
pub async fn count_lines(tx: &mut Tx, run: RunId, uai: Option<&str>) -> Result<i64> {
    tx.count("select count(*) as n from import_finding where run_id = $1 and ($2 is null or uai = $2)", args![run, uai])
        .await
}

/// What an import changed, school by school. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn schools(tx: &mut Tx, run: RunId, uai: Option<&str>, slice: Slice) -> Result<Vec<SchoolTally>> {
    tx.all(
        "select i.uai, coalesce(s.name, '') as name, i.kind, i.created, i.changed, i.moved, i.disappeared, i.returned \
         from import_school i left join school s on s.uai = i.uai \
         where i.run_id = $1 and ($2 is null or i.uai = $2) order by i.uai, i.kind limit $3 offset $4",
        args![run, uai, slice.limit, slice.offset],
    )
    .await
}

/// How many rows [`schools`] has in all.
///
/// # Errors
/// A fault of the database.
pub async fn count_schools(tx: &mut Tx, run: RunId, uai: Option<&str>) -> Result<i64> {
    tx.count("select count(*) as n from import_school where run_id = $1 and ($2 is null or uai = $2)", args![run, uai])
        .await
}

/// Gives an import that does not say its académie to the one it was started for, so that its refusal is read there.
///
/// # Errors
/// A fault of the database.
pub async fn adopt(tx: &mut Tx, id: Uuid, academy: &str) -> Result<()> {
    tx.change("update import_run set academy = $2 where id = $1 and academy = ''", args![id, academy]).await
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_from_one() {
        assert_eq!(Slice::page(0), Slice::page(1));
        assert_eq!(Slice::page(3), Slice { limit: 50, offset: 100 });
        assert_eq!([0, 50, 51].map(Slice::pages), [1, 1, 2]);
    }

    #[test]
    fn figures_are_read_as_the_import_writes_them() {
        let json = serde_json::to_string(&(Counts::default(), &vec!["trop de départs".to_owned()])).unwrap();
        assert_eq!(Figures::try_from(json).unwrap().reasons, ["trop de départs"]);
    }
}
