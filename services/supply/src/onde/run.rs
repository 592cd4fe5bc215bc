//! A run: files somebody gave, what was answered about them, and what became of them.

use super::{UNDO_DAYS, choices::Choices, report::Report};
use crate::who::name_of;
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::{Right, SchoolId, Viewer, viewer::or_not_found};

id! {
    /// Files of ONDE given for a school.
    RunId
}

/// Files somebody gave.
#[derive(Debug, Clone)]
pub struct Run {
    /// The run.
    pub id: RunId,
    /// The school.
    pub school_id: SchoolId,
    /// What was answered about it.
    pub choices: Choices,
    /// When the files were given.
    pub made_at: Moment,
    /// When they were applied.
    pub applied_at: Option<Moment>,
    /// When that was put back.
    pub undone_at: Option<Moment>,
    /// What was done, once applied.
    pub report: Option<Report>,
    /// The names of the files, as they were sent: anything may be written there.
    pub names: Vec<String>,
    /// Who sent them.
    pub sent_name: Option<String>,
    /// Who applied them.
    pub applied_name: Option<String>,
    /// Who put that back.
    pub undone_name: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: RunId,
    school_id: SchoolId,
    choices: String,
    made_at: Moment,
    applied_at: Option<Moment>,
    undone_at: Option<Moment>,
    report: Option<String>,
    names: Option<String>,
    sent_name: Option<String>,
    applied_name: Option<String>,
    undone_name: Option<String>,
}

macro_rules! select_runs {
    ($more:literal) => {
        concat!(
            "select r.id, r.school_id, r.choices, r.made_at, r.applied_at, r.undone_at, r.report, r.names, ",
            name_of!("r.account_id"),
            " as sent_name, ",
            name_of!("r.applied_by"),
            " as applied_name, ",
            name_of!("r.undone_by"),
            " as undone_name from supply_run r where r.school_id = $1 ",
            $more
        )
    };
}

impl Row {
    fn run(self) -> Result<Run> {
        let report = self.report.map(|it| serde_json::from_str(&it).map_err(Error::fault)).transpose()?;
        let names = self.names.map(|it| serde_json::from_str(&it).map_err(Error::fault)).transpose()?;
        Ok(Run {
            id: self.id,
            school_id: self.school_id,
            choices: serde_json::from_str(&self.choices).map_err(Error::fault)?,
            made_at: self.made_at,
            applied_at: self.applied_at,
            undone_at: self.undone_at,
            report,
            names: names.unwrap_or_default(),
            sent_name: self.sent_name,
            applied_name: self.applied_name,
            undone_name: self.undone_name,
        })
    }
}

/// Files to be read: name and bytes.
pub type Files = Vec<(String, Vec<u8>)>;

impl Run {
    /// Keeps files for a school.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those who give the directory nothing; a fault of the database.
    pub async fn create(tx: &mut Tx, viewer: &Viewer, school: SchoolId, files: &[(String, Vec<u8>)]) -> Result<RunId> {
        require(viewer, school)?;
        let (id, now): (RunId, Moment) = (tx.id(), tx.now());
        let names: Vec<String> = files.iter().map(|it| it.0.clone()).collect();
        let all = serde_json::to_string(&names).map_err(Error::fault)?;
        tx.change(
            "insert into supply_run (id, school_id, account_id, choices, made_at, names) \
             values ($1, $2, $3, '{}', $4, $5)",
            args![id, school, viewer.account, now, all],
        )
        .await?;
        for (position, (name, (_, content))) in (0_i64..).zip(names.iter().zip(files)) {
            tx.change(
                "insert into supply_file (run_id, school_id, position, name, content) values ($1, $2, $3, $4, $5)",
                args![id, school, position, name, content.as_slice()],
            )
            .await?;
        }
        audit::write(tx, Some(viewer.account), Action::OndeRead, Some(school.to_string()), None).await?;
        Ok(id)
    }

    /// A run of a school.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or for those who give the directory nothing; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, school: SchoolId, id: RunId) -> Result<Self> {
        require(viewer, school)?;
        let row: Row = tx.one(select_runs!("and r.id = $2"), args![school, id]).await?;
        row.run()
    }

    /// The runs of a school that are still kept, the last first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those who give the directory nothing; a fault of the database.
    pub async fn list(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Self>> {
        require(viewer, school)?;
        let rows: Vec<Row> = tx.all(select_runs!("order by r.made_at desc, r.id desc limit 50"), args![school]).await?;
        rows.into_iter().map(Row::run).collect()
    }

    /// The files, while they are not applied.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn files(&self, tx: &mut Tx) -> Result<Files> {
        tx.all(
            "select name, content from supply_file where run_id = $1 and school_id = $2 order by position",
            args![self.id, self.school_id],
        )
        .await
    }

    /// Keeps what was answered.
    ///
    /// # Errors
    /// [`Error::Conflict`] once the files were applied; a fault of the database.
    pub async fn choose(&self, tx: &mut Tx, choices: &Choices) -> Result<()> {
        let choices = serde_json::to_string(choices).map_err(Error::fault)?;
        let kept = tx
            .changed_rows(
                "update supply_run set choices = $3 where id = $1 and school_id = $2 and applied_at is null",
                args![self.id, self.school_id, choices],
            )
            .await?;
        if kept == 0 { Err(Error::Conflict) } else { Ok(()) }
    }

    /// Whether files applied after these still stand.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn is_followed(&self, tx: &mut Tx) -> Result<bool> {
        let later = tx
            .count(
                "select count(*) as n from supply_run where school_id = $1 and applied_at > $2 and undone_at is null",
                args![self.school_id, self.applied_at],
            )
            .await?;
        Ok(later > 0)
    }

    /// Whether what it did can be put back: the last files that stand, within thirty days.
    pub fn undoing(&self, is_followed: bool, now: Moment) -> Undoing {
        match self.applied_at {
            Some(at) if self.undone_at.is_none() && at <= now.plus_days(-UNDO_DAYS) => Undoing::TooLate,
            Some(_) if self.undone_at.is_none() && is_followed => Undoing::Followed,
            Some(_) if self.undone_at.is_none() => Undoing::Offered,
            Some(_) | None => Undoing::Nothing,
        }
    }
}

/// Whether what a run did can be put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoing {
    /// It can.
    Offered,
    /// Other files were applied since: these first.
    Followed,
    /// The days are over.
    TooLate,
    /// It was not applied, or is put back already.
    Nothing,
}

/// Whoever gives a school's directory extractions of ONDE.
///
/// # Errors
/// [`Error::NotFound`] for all others.
pub fn require(viewer: &Viewer, school: SchoolId) -> Result<()> {
    or_not_found(viewer.may_at(Right::EnterPeople, school))
}
