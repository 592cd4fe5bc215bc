//! The network advice of a school year (domain.md §1.3, 3.2): its figures, kept by the académie or the région, and what they
//! make of the number of pupils who are connected at once.

use crate::W;
use commons::audit::{self, Action};
use db::{FromRow, Problems, Result, Tx, args};
use school::{Territory, Viewer};

pub use crate::{
    network_advice::{Advice, FEW, megabits, pupils},
    network_scope::{scope_set_by, scopes_of},
};

/// Figures a year is begun with, before the académie sets its own: kilobits a second.
const FIRST: Figures = Figures {
    down_kbit: 500,
    up_kbit: 150,
    base_kbit: 4000,
    floor_down_kbit: 8000,
    floor_up_kbit: 2000,
    note: String::new(),
};
/// A figure higher than this is a mistake of unit.
const MOST_KBIT: i64 = 10_000_000;
/// The longest note.
pub const LONGEST_NOTE: usize = 1000;

/// The figures of a year.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Figures {
    /// For each pupil connected, towards the school.
    pub down_kbit: i64,
    /// For each pupil connected, from the school.
    pub up_kbit: i64,
    /// For the adults and the machines of the school, both ways.
    pub base_kbit: i64,
    /// The least advised, towards the school.
    pub floor_down_kbit: i64,
    /// The least advised, from the school.
    pub floor_up_kbit: i64,
    /// What is said besides.
    pub note: String,
}

/// What is advised to a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advised {
    /// How many pupils are connected at once.
    pub present: i64,
    /// Towards the school, in kilobits a second.
    pub down_kbit: i64,
    /// From the school.
    pub up_kbit: i64,
}

impl Figures {
    /// What they advise for a number of pupils of whom a share, in hundredths, is connected at once.
    pub fn advise(&self, pupils: i64, share: i64) -> Advised {
        let present = (pupils * share + 99) / 100;
        let sized = |each: i64, floor: i64| (self.base_kbit + each * present).max(floor);
        Advised {
            present,
            down_kbit: sized(self.down_kbit, self.floor_down_kbit),
            up_kbit: sized(self.up_kbit, self.floor_up_kbit),
        }
    }

    /// What was typed of them.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be.
    pub fn typed(form: &crate::fields::Fields) -> Result<Self> {
        let mut problems = Problems::default();
        let mut figure = |name: &'static str, least: i64| {
            let number = form.text(name).parse::<i64>().ok().filter(|it| (least..=MOST_KBIT).contains(it));
            problems.require(number.is_some(), name, W.figure_wrong());
            number.unwrap_or_default()
        };
        let (down_kbit, up_kbit, base_kbit) = (figure("down", 1), figure("up", 1), figure("base", 0));
        let (floor_down_kbit, floor_up_kbit) = (figure("floor_down", 0), figure("floor_up", 0));
        let note = form.short(&mut problems, "note", LONGEST_NOTE, W.too_long());
        problems.or(Self { down_kbit, up_kbit, base_kbit, floor_down_kbit, floor_up_kbit, note })
    }

    /// Keeps them for a year of a scope.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn keep(&self, tx: &mut Tx, viewer: &Viewer, scope: &str, year: i64) -> Result<()> {
        let now = tx.now();
        tx.change(
            "insert into town_network (scope, year, down_kbit, up_kbit, base_kbit, floor_down_kbit, floor_up_kbit, note, \
             changed_at, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
             on conflict (scope, year) do update set down_kbit = excluded.down_kbit, up_kbit = excluded.up_kbit, \
             base_kbit = excluded.base_kbit, floor_down_kbit = excluded.floor_down_kbit, \
             floor_up_kbit = excluded.floor_up_kbit, note = excluded.note, changed_at = excluded.changed_at, \
             changed_by = excluded.changed_by",
            args![
                scope,
                year,
                self.down_kbit,
                self.up_kbit,
                self.base_kbit,
                self.floor_down_kbit,
                self.floor_up_kbit,
                &self.note,
                now,
                viewer.account
            ],
        )
        .await?;
        let detail = format!("{scope} {year}");
        audit::write(tx, Some(viewer.account), Action::NetworkAdviceChanged, Some(scope.to_owned()), Some(&detail))
            .await
    }
}

/// The figures written for a year of a scope.
///
/// # Errors
/// A fault of the database.
pub async fn written(tx: &mut Tx, scope: &str, year: i64) -> Result<Option<Figures>> {
    tx.first(
        "select down_kbit, up_kbit, base_kbit, floor_down_kbit, floor_up_kbit, note from town_network \
         where scope = $1 and year = $2",
        args![scope, year],
    )
    .await
}

/// The figures in force for a year in an académie, and whether somebody set them: the académie's, else the région's, else
/// those a year is begun with.
///
/// # Errors
/// A fault of the database.
pub async fn in_force(tx: &mut Tx, academy: &str, year: i64) -> Result<(Figures, bool)> {
    for scope in [Territory::Academy(academy.to_owned()), Territory::Region] {
        if let Some(figures) = written(tx, &scope.to_string(), year).await? {
            return Ok((figures, true));
        }
    }
    Ok((FIRST, false))
}

/// The figures a year is begun with.
pub fn first() -> Figures {
    FIRST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_grows_with_those_connected_and_never_falls_under_its_floor() {
        let advised = FIRST.advise(120, 33);
        assert_eq!((advised.present, advised.down_kbit, advised.up_kbit), (40, 24_000, 10_000));
        let small = FIRST.advise(5, 33);
        assert_eq!((small.present, small.down_kbit, small.up_kbit), (2, 8000, 4300));
        assert_eq!(FIRST.advise(0, 33).down_kbit, 8000);
    }
}
