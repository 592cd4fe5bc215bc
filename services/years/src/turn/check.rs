//! Before a year is opened: what will happen, and what should be looked at first.

use super::{
    Turn, delivered, level,
    listing::{self, ClassLine},
};
use db::{Result, Tx, args};
use school::person::Name;

/// A class with more pupils than this is rather a mistake.
pub const CROWDED: i64 = 35;

/// What opening the year would do now.
#[derive(Debug, Clone, Default)]
pub struct Forecast {
    /// How many classes begin.
    pub classes: i64,
    /// How many pupils are seated in them.
    pub placed: i64,
    /// How many pupils have no class.
    pub nowhere: i64,
    /// How many pupils leave.
    pub leaving: i64,
    /// How many of those who leave are dated at once: no delivery will say it of them.
    pub leaving_at_once: i64,
    /// How many classes of this year end.
    pub ending: i64,
    /// How many groups of this year end.
    pub groups: i64,
    /// How many classes of the coming year the directory has brought already.
    pub delivered: i64,
    /// The names of those who teach in a class of this year, and in none of those prepared.
    pub without_class: Vec<String>,
    /// The codes of the levels of the school no class prepared has.
    pub without_level: Vec<&'static str>,
    /// The names of classes where nobody teaches.
    pub without_teacher: Vec<String>,
    /// The names of classes where nobody goes.
    pub empty: Vec<String>,
    /// Classes with too many pupils, and how many these are.
    pub crowded: Vec<(String, i64)>,
    /// Classes with pupils of a level that is none of theirs, and how many these are.
    pub misplaced: Vec<(String, i64)>,
}

impl Forecast {
    /// Works it out.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, turn: &Turn) -> Result<Self> {
        let classes = listing::classes(tx, turn).await?;
        let leaving = count(listing::leaving(tx, turn).await?.len());
        let nowhere = count(listing::nowhere(tx, turn).await?.len());
        let without_class = listing::without_class(tx, turn).await?.iter().map(Name::full).collect();
        let without_level = uncovered(&listing::levels(tx, turn).await?, &classes);
        let mut forecast =
            Self { classes: count(classes.len()), leaving, nowhere, without_class, without_level, ..Self::default() };
        for class in classes {
            forecast.placed += class.pupils;
            if class.pupils > CROWDED {
                forecast.crowded.push((class.name.clone(), class.pupils));
            }
            if class.misplaced > 0 {
                forecast.misplaced.push((class.name.clone(), class.misplaced));
            }
            if class.pupils == 0 {
                forecast.empty.push(class.name.clone());
            }
            if class.teachers.is_empty() {
                forecast.without_teacher.push(class.name);
            }
        }
        forecast.leaving_at_once = tx.count(LEAVING_AT_ONCE, args![turn.id, turn.school_id]).await?;
        forecast.ending = tx.count(ENDING, args![turn.school_id, "class", turn.year]).await?;
        forecast.groups = tx.count(ENDING, args![turn.school_id, "group", turn.year]).await?;
        forecast.delivered = delivered(tx, turn.school_id, turn.year).await?;
        Ok(forecast)
    }
}

/// The levels no class prepared has; nothing is known where the levels of one of them are not said.
fn uncovered(levels: &[String], classes: &[ClassLine]) -> Vec<&'static str> {
    if classes.iter().any(|it| it.levels().is_empty()) {
        return Vec::new();
    }
    let is_wanted = |code: &&str| levels.iter().any(|it| it == code);
    let is_lacking = |code: &&str| !classes.iter().any(|it| it.levels().contains(code));
    level::ORDINARY.into_iter().filter(is_wanted).filter(is_lacking).collect()
}

const LEAVING_AT_ONCE: &str = "\
select count(*) as n from turn_pupil p join person q on q.id = p.person_id and q.gone_at is null and q.source <> 'aaf' \
where p.turn_id = $1 and p.school_id = $2 and p.leaves";

const ENDING: &str = "\
select count(*) as n from circle where school_id = $1 and kind = $2 and year > 0 and year < $3 and until is null";

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
