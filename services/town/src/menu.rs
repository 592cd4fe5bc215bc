//! Menus of a week, as those who run the canteen and as families read them.

use crate::{charge, dish::Dish, menu_list::fill};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::{SchoolId, Viewer, text_enum};

pub use crate::menu_list::{of_week, read_by};

id! {
    /// A menu of a week.
    MenuId
}

text_enum! {
    /// Where a menu stands.
    MenuState {
        /// Those who run the canteen work on it.
        Draft = "draft",
        /// Families read it.
        Published = "published",
    }
}

/// A menu of a week.
#[derive(Debug, Clone, FromRow)]
pub struct Menu {
    /// The menu.
    pub id: MenuId,
    /// The scope of those who run it.
    pub scope: String,
    monday: String,
    /// Whether it is for every school of its scope that has no menu of its own.
    pub everywhere: bool,
    /// Where it stands.
    pub state: MenuState,
    /// When families could read it first.
    pub published_at: Option<Moment>,
    /// Its schools, when it is for chosen ones.
    #[sqlx(skip)]
    pub schools: Vec<SchoolId>,
    /// Its days that have something to say.
    #[sqlx(skip)]
    pub days: Vec<Meal>,
}

/// The meal of a day.
#[derive(Debug, Clone)]
pub struct Meal {
    /// The day.
    pub day: Date,
    /// What is eaten.
    pub dishes: Vec<Dish>,
    /// What is said of the day: a feast, a snack.
    pub note: String,
}

impl Menu {
    /// A menu, for those who run it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: MenuId) -> Result<Self> {
        let menu: Self = tx
            .one("select id, scope, monday, everywhere, state, published_at from town_menu where id = $1", args![id])
            .await?;
        if !charge::runs(viewer, &menu.scope) {
            return Err(Error::NotFound);
        }
        let filled = fill(tx, vec![menu]).await?;
        filled.into_iter().next().ok_or(Error::NotFound)
    }

    /// The Monday of its week.
    pub fn monday(&self) -> Date {
        self.monday.parse().unwrap_or_default()
    }

    /// The meal of a day, if anything was written.
    pub fn meal(&self, day: Date) -> Option<&Meal> {
        self.days.iter().find(|meal| meal.day == day)
    }

    /// Whether families read it.
    pub fn is_published(&self) -> bool {
        self.state == MenuState::Published
    }
}
