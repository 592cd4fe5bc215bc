//! How long somebody who left is kept: until when the account opens, and when all is erased. An académie chooses within bounds, a
//! profile at a time.

use db::{FromRow, Problems, Result, Tx, args};
use school::{AccountId, PersonKind};

/// The fewest days before anything is erased (product.md §3.28).
pub const LEAST_DAYS: i64 = 30;
/// The most: accounts are erased within three months (order of 30 November 2006, article 6).
pub const MOST_DAYS: i64 = 90;
/// The fewest days an account still opens: time to read the letter and take a copy.
pub const LEAST_OPEN: i64 = 7;

/// The days of a profile, counted from the day somebody left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grace {
    /// How long the account opens.
    pub closes: i64,
    /// When all is erased.
    pub erases: i64,
}

/// What holds where an académie chose nothing. Staff come back from a leave, or after a summer between two posts; a speaker does
/// not.
pub fn by_default(kind: PersonKind) -> Grace {
    match kind {
        PersonKind::Pupil | PersonKind::Guardian => Grace { closes: 30, erases: 90 },
        PersonKind::Staff | PersonKind::Agent => Grace { closes: 60, erases: 90 },
        PersonKind::Guest => Grace { closes: 15, erases: 60 },
    }
}

#[derive(Debug, Clone, FromRow)]
struct Row {
    academy: String,
    profile: String,
    closes_days: i64,
    erases_days: i64,
}

/// What every académie chose.
#[derive(Debug, Clone)]
pub struct Graces(Vec<Row>);

impl Graces {
    /// Reads them. Few rows, and nobody's data.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        tx.all("select academy, profile, closes_days, erases_days from departure_grace", &[]).await.map(Self)
    }

    /// The days of a profile in an académie.
    pub fn of(&self, academy: &str, kind: PersonKind) -> Grace {
        let chosen = self.0.iter().find(|row| row.academy == academy && row.profile == kind.as_str());
        chosen.map_or(by_default(kind), |row| Grace { closes: row.closes_days, erases: row.erases_days })
    }
}

/// Checks what was typed for a profile.
///
/// # Errors
/// [`db::Error::Invalid`] beside what is out of bounds.
pub fn check(closes: &str, erases: &str, wrong: (&str, &str)) -> Result<Grace> {
    let number = |typed: &str| typed.trim().parse::<i64>().ok();
    let erases = number(erases).filter(|days| (LEAST_DAYS..=MOST_DAYS).contains(days));
    let closes = number(closes).filter(|days| (LEAST_OPEN..=erases.unwrap_or(MOST_DAYS)).contains(days));
    let mut problems = Problems::default();
    problems.require(closes.is_some(), "fermeture", wrong.0);
    problems.require(erases.is_some(), "effacement", wrong.1);
    let grace = closes.zip(erases).map(|(closes, erases)| Grace { closes, erases });
    problems.or(grace)?.ok_or(db::Error::NotFound)
}

/// Chooses the days of a profile in an académie. They count for those who leave from then on: nobody is told a day that changes.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, academy: &str, kind: PersonKind, grace: Grace, by: AccountId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into departure_grace (academy, profile, closes_days, erases_days, set_at, set_by) \
         values ($1, $2, $3, $4, $5, $6) on conflict (academy, profile) do update \
         set closes_days = excluded.closes_days, erases_days = excluded.erases_days, set_at = excluded.set_at, \
             set_by = excluded.set_by",
        args![academy, kind, grace.closes, grace.erases, now, by],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_by_itself_is_within_the_bounds() {
        for kind in PersonKind::ALL {
            let grace = by_default(*kind);
            let same = check(&grace.closes.to_string(), &grace.erases.to_string(), ("", ""));
            assert_eq!(same.ok(), Some(grace), "{kind:?}");
        }
    }

    #[test]
    fn nothing_is_erased_too_early_nor_too_late() {
        for (closes, erases) in [("30", "29"), ("30", "91"), ("6", "90"), ("61", "60"), ("", "60"), ("30", "x")] {
            assert!(check(closes, erases, ("", "")).is_err(), "{closes} {erases}");
        }
    }
}
