//! What somebody cannot use, signed in or not: kept, answered within a week.

use crate::W;
use commons::mail::{self, Letter};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id};
use school::Viewer;
use web::Task;

pub use crate::barrier_form::{BarrierForm, tell};

id! {
    /// A difficulty somebody told.
    BarrierId
}

/// An answer is due within so many days.
pub const ANSWER_DAYS: i64 = 7;
/// The longest words.
pub(crate) const LONGEST: usize = 4000;

/// A difficulty.
#[derive(Debug, Clone, FromRow)]
pub struct Barrier {
    /// The difficulty.
    pub id: BarrierId,
    /// An address to answer to.
    pub email: Option<String>,
    /// On which page.
    pub page: String,
    /// What happens there.
    pub words: String,
    /// When it was told.
    pub at: Moment,
    /// What was answered.
    pub answer: Option<String>,
    /// When.
    pub answered_at: Option<Moment>,
}

impl Barrier {
    /// Until when it is answered.
    pub fn due(&self) -> Moment {
        self.at.plus_days(ANSWER_DAYS)
    }
}

/// One list of columns for the ways they are found.
macro_rules! select_barriers {
    ($condition:literal) => {
        concat!("select id, email, page, words, at, answer, answered_at from accessibility_report ", $condition)
    };
}

/// What an account told, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Barrier>> {
    tx.all(select_barriers!("where account_id = $1 order by at desc, id limit 10"), args![viewer.account]).await
}

/// What was told, what waits first, the oldest of it first; then what was answered lately.
///
/// # Errors
/// [`Error::NotFound`] for those who do not keep the declaration.
pub async fn all(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Barrier>> {
    crate::allowed::keeper(viewer)?;
    let mut all: Vec<Barrier> =
        tx.all(select_barriers!("where answered_at is null order by at, id limit 200"), &[]).await?;
    let answered: Vec<Barrier> =
        tx.all(select_barriers!("where answered_at is not null order by answered_at desc, id limit 50"), &[]).await?;
    all.extend(answered);
    Ok(all)
}

/// Answers; a letter leaves where there is an address.
///
/// # Errors
/// [`Error::NotFound`] for those who do not keep the declaration; [`Error::Invalid`] without words; [`Error::Conflict`] when it
/// was answered meanwhile.
pub async fn answer(tx: &mut Tx, viewer: &Viewer, id: BarrierId, words: &str) -> Result<()> {
    crate::allowed::keeper(viewer)?;
    let barrier: Barrier = tx.one(select_barriers!("where id = $1"), args![id]).await?;
    let words = words.trim();
    let mut problems = Problems::default();
    problems.require(!words.is_empty(), "reponse", W.barrier_answer_missing());
    problems.require(words.chars().count() <= LONGEST, "reponse", W.too_long());
    problems.or(())?;
    let now = tx.now();
    let answered = tx
        .changed_rows(
            "update accessibility_report set answer = $2, answered_at = $3, answered_by = $4 \
             where id = $1 and answered_at is null",
            args![id, words, now, viewer.account],
        )
        .await?;
    if answered == 0 {
        return Err(Error::Conflict);
    }
    let Some(to) = barrier.email else { return Ok(()) };
    let text = web::letter(&[&W.barrier_letter(&barrier.words, words)]);
    mail::post(tx, &Letter { to, subject: W.barrier_letter_subject().to_owned(), text }).await
}

/// What awaits an answer, for those who keep the declaration: one line for all.
///
/// # Errors
/// A fault of the database.
pub async fn task(tx: &mut Tx) -> Result<Option<Task>> {
    let first: Option<(i64, i64)> = tx
        .first(
            "select count(*) as n, coalesce(min(at), 0) as at from accessibility_report where answered_at is null",
            &[],
        )
        .await?;
    let Some((count, oldest)) = first.filter(|it| it.0 > 0) else { return Ok(None) };
    let since = Moment(oldest);
    Ok(Some(Task {
        title: W.barrier_task(count),
        href: "/accessibilite/signalements".to_owned(),
        icon: "accessibilite",
        about: W.barrier_task_about().to_owned(),
        child: None,
        act: W.barrier_task_act(),
        due: Some(since.plus_days(ANSWER_DAYS).day()),
        since,
    }))
}
