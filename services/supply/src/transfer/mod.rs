//! A pupil of a school whom another one enters from an extraction of ONDE: the school the child leaves is told at once, and says
//! that it is so, or contests it with a reason.
//!
//! Nothing moves back by itself. What is contested is told to whoever entered the child, who puts the files back within thirty
//! days or says that the child is there, and is shown to the académie, which settles it with both schools. Each sees the child
//! it has or had, the other school, the day and who acted, nothing more.

mod answer;
mod letter;
mod listing;
mod note;
mod task;

use crate::{
    double::listing::reach,
    onde::run::{self, RunId},
};
use db::{FromRow, Moment, Result, Tx, args, id};
use school::{
    PersonId, Role, SchoolId, Viewer,
    person::{full, short},
    text_enum,
};

pub use answer::{agree, contest, keep, settle};
pub use listing::{count_contested, joined, left, over};
pub use note::Taken;
pub use task::of as tasks;

pub(crate) use answer::{REASON, undone};
pub(crate) use note::note;

id! {
    /// A pupil another school entered.
    TransferId
}

text_enum! {
    /// What became of it.
    State {
        /// The school the child leaves is to say whether it is so.
        Asked = "asked",
        /// It is so.
        Agreed = "agreed",
        /// The school the child leaves says that it is not.
        Contested = "contested",
        /// The school that entered the child says that the child is there: the académie is to settle it.
        Kept = "kept",
        /// The académie settled it.
        Settled = "settled",
        /// The files were put back: the child is where it was.
        Undone = "undone",
    }
}

/// A pupil another school entered.
#[derive(Debug, Clone, FromRow)]
pub struct Transfer {
    /// Which.
    pub id: TransferId,
    /// The school the child leaves.
    pub school_id: SchoolId,
    /// Its name.
    pub school_name: String,
    /// The school that entered the child.
    pub to_school: SchoolId,
    /// Its name.
    pub to_name: String,
    /// Its town.
    pub to_town: Option<String>,
    /// The files that were applied.
    pub run_id: RunId,
    /// The child.
    pub person_id: PersonId,
    first_name: String,
    last_name: String,
    /// When.
    pub at: Moment,
    by_first: Option<String>,
    by_last: Option<String>,
    /// What whoever applied the files is in that school.
    pub by_role: Role,
    /// What became of it.
    pub state: State,
    /// Why it is contested; empty when it is not.
    pub reason: String,
    /// When it was contested.
    pub contested_at: Option<Moment>,
    /// When nothing more was to be said of it.
    pub closed_at: Option<Moment>,
}

/// One list of columns for the ways transfers are found.
macro_rules! select_transfers {
    ($condition:literal) => {
        concat!(
            "select t.id, t.school_id, f.name as school_name, t.to_school, n.name as to_name, n.town as to_town, t.run_id, ",
            "t.person_id, p.first_name, p.last_name, t.at, b.first_name as by_first, b.last_name as by_last, t.by_role, ",
            "t.state, t.reason, t.contested_at, t.closed_at from supply_transfer t join school f on f.id = t.school_id ",
            "join school n on n.id = t.to_school join person p on p.id = t.person_id ",
            "left join person b on b.id = t.by_person where ",
            $condition
        )
    };
}
pub(crate) use select_transfers;

impl Transfer {
    /// A transfer from or to a school, for those who run its people.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or the viewer does not.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, school: SchoolId, id: TransferId) -> Result<Self> {
        run::require(viewer, school)?;
        tx.one(select_transfers!("t.id = $1 and (t.school_id = $2 or t.to_school = $2)"), args![id, school]).await
    }

    /// A transfer that is or was contested, for those who settle it over the académie.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or the viewer does not.
    pub async fn load_over(tx: &mut Tx, viewer: &Viewer, id: TransferId) -> Result<Self> {
        // Those who settle doubles over the académie settle this too.
        let (all, scopes) = reach(viewer)?;
        let condition = select_transfers!(
            "t.id = $1 and t.contested_at is not null and ($2 = true or t.academy in (select value from json_each($3)))"
        );
        tx.one(condition, args![id, all, scopes]).await
    }

    /// « Zoé Martin ».
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    /// « Zoé M. »
    pub fn short_name(&self) -> String {
        short(&self.first_name, &self.last_name)
    }

    /// « La Marelle (Montaubrac) ».
    pub fn to_place(&self) -> String {
        match &self.to_town {
            Some(town) => format!("{} ({town})", self.to_name),
            None => self.to_name.clone(),
        }
    }

    /// Who applied the files; nobody once the directory has forgotten them.
    pub fn by_name(&self) -> Option<String> {
        self.by_first.as_ref().zip(self.by_last.as_ref()).map(|(first, last)| full(first, last))
    }
}
