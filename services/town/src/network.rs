//! The network advice of a school year (domain.md §1.3, 3.2): its figures, kept by the académie or the région, and what they
//! make of the number of pupils who are connected at once.

use crate::W;
use commons::audit::{self, Action};
use db::{Error, FromRow, Problems, Result, Tx, args};
use school::{Right, School, SchoolId, Territory, Viewer, viewer::or_not_found};

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
/// Counts under this are not shown: one would know of whom one speaks.
pub const FEW: i64 = 5;

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
    /// [`Error::Invalid`] beside what cannot be.
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
        tx.run(
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

/// The scopes whose figures the viewer sets: the région, académies.
pub fn scopes_of(viewer: &Viewer) -> Vec<Territory> {
    let mut scopes: Vec<Territory> = Vec::new();
    for territory in viewer.territories(Right::SetIdentity).chain(viewer.territories(Right::GrantTownProfiles)) {
        let is_wide = matches!(territory, Territory::Region | Territory::Academy(_));
        if is_wide && !scopes.contains(&territory) {
            scopes.push(territory);
        }
    }
    scopes
}

/// A scope whose figures the viewer sets: what was asked for, else the first.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn scope_set_by(viewer: &Viewer, wanted: Option<&str>) -> Result<Territory> {
    let scopes = scopes_of(viewer);
    or_not_found(!scopes.is_empty())?;
    let found = match wanted {
        None => scopes.into_iter().next(),
        Some(wanted) => scopes.into_iter().find(|it| it.to_string() == wanted),
    };
    found.ok_or(Error::NotFound)
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

/// How many pupils a school has: a sum, of nobody in particular.
///
/// # Errors
/// A fault of the database.
pub async fn pupils(tx: &mut Tx, school: SchoolId) -> Result<i64> {
    let now = tx.now();
    tx.count(
        "select count(distinct m.person_id) as n from circle c join member m on m.circle_id = c.id \
         where c.school_id = $1 and c.kind = 'school' and c.until is null and m.role = 'pupil' and m.since <= $2 \
         and (m.until is null or m.until > $2)",
        args![school, now],
    )
    .await
}

/// What is advised to a school, with how it was found.
#[derive(Debug, Clone)]
pub struct Advice {
    /// The school.
    pub school: School,
    /// Its year.
    pub year: i64,
    /// The figures.
    pub figures: Figures,
    /// Whether somebody set them.
    pub is_set: bool,
    /// How many pupils it has; [`FEW`] where there are fewer.
    pub pupils: i64,
    /// Whether it has so few that the number is not told.
    pub is_few: bool,
    /// The share connected at once, in hundredths.
    pub share: i64,
    /// What is advised.
    pub advised: Advised,
}

impl Advice {
    /// The advice to a school of a charge. For those who run it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: &School, year: i64, share: i64) -> Result<Self> {
        let counted = pupils(tx, school.id).await?;
        let (figures, is_set) = in_force(tx, &school.academy, year).await?;
        let count = counted.max(FEW);
        let advised = figures.advise(count, share);
        Ok(Self { school: school.clone(), year, figures, is_set, pupils: count, is_few: counted < FEW, share, advised })
    }

    /// How many pupils, in words.
    pub fn counted(&self) -> String {
        if self.is_few { W.fewer_than(FEW) } else { self.pupils.to_string() }
    }
}

/// « 12,5 »: kilobits as megabits, to the tenth above.
pub fn megabits(kbit: i64) -> String {
    let tenths = (kbit + 99) / 100;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{},{rest}", tenths / 10),
    }
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

    #[test]
    fn megabits_are_rounded_up() {
        for (kbit, words) in [(8000, "8"), (12_450, "12,5"), (12_401, "12,5"), (1, "0,1")] {
            assert_eq!(megabits(kbit), words);
        }
    }
}
