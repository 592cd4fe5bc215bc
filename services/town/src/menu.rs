//! Menus of a week, as those who run the canteen and as families read them.

use crate::{
    charge,
    dish::{self, Dish},
    served::{Served, text_list},
};
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use jiff::civil::Date;
use school::{SchoolId, Viewer, text_enum};

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
    #[sqlx(try_from = "String")]
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

#[derive(FromRow)]
struct DayRow {
    menu_id: MenuId,
    day: String,
    dishes: String,
    note: String,
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

/// The menus of a week in a scope, the one of every school first. For those who run it.
///
/// # Errors
/// A fault of the database.
pub async fn of_week(tx: &mut Tx, scope: &str, monday: Date) -> Result<Vec<Menu>> {
    let menus: Vec<Menu> = tx
        .all(
            "select id, scope, monday, everywhere, state, published_at from town_menu \
             where scope = $1 and monday = $2 order by everywhere desc, id",
            args![scope, monday.to_string()],
        )
        .await?;
    fill(tx, menus).await
}

/// The published menu of each school of a reader that has one: its own, else the one of all schools around it.
///
/// # Errors
/// A fault of the database.
pub async fn read_by(tx: &mut Tx, schools: &[Served], monday: Date) -> Result<Vec<(SchoolId, Menu)>> {
    let week = monday.to_string();
    let own: Vec<(SchoolId, MenuId)> = tx
        .all(
            "select s.school_id, s.menu_id from town_menu_school s join town_menu m on m.id = s.menu_id \
             where s.school_id in (select unhex(value) from json_each($1)) and s.monday = $2 and m.state = 'published'",
            args![id_list(schools.iter().map(|it| it.id)), &week],
        )
        .await?;
    let scopes = text_list(schools.iter().flat_map(|it| it.scopes.iter().map(String::as_str)));
    let around: Vec<(String, MenuId)> = tx
        .all(
            "select scope, id from town_menu where scope in (select value from json_each($1)) and monday = $2 \
             and everywhere and state = 'published' order by scope",
            args![scopes, &week],
        )
        .await?;
    let mut found: Vec<(SchoolId, MenuId)> = Vec::new();
    for school in schools {
        let special = own.iter().find(|row| row.0 == school.id).map(|row| row.1);
        let common = || around.iter().find(|row| school.scopes.contains(&row.0)).map(|row| row.1);
        found.extend(special.or_else(common).map(|menu| (school.id, menu)));
    }
    let menus: Vec<Menu> = tx
        .all(
            "select id, scope, monday, everywhere, state, published_at from town_menu \
             where id in (select unhex(value) from json_each($1))",
            args![id_list(found.iter().map(|row| row.1))],
        )
        .await?;
    let menus = fill(tx, menus).await?;
    let of = |id: MenuId| menus.iter().find(|menu| menu.id == id).cloned();
    Ok(found.into_iter().filter_map(|(school, id)| Some((school, of(id)?))).collect())
}

/// Adds their days and their schools to some menus.
async fn fill(tx: &mut Tx, mut menus: Vec<Menu>) -> Result<Vec<Menu>> {
    let ids = id_list(menus.iter().map(|menu| menu.id));
    let rows: Vec<DayRow> = tx
        .all(
            "select menu_id, day, dishes, note from town_menu_day \
             where menu_id in (select unhex(value) from json_each($1)) order by day",
            args![&ids],
        )
        .await?;
    let schools: Vec<(MenuId, SchoolId)> = tx
        .all(
            "select menu_id, school_id from town_menu_school where menu_id in (select unhex(value) from json_each($1)) \
             order by school_id",
            args![&ids],
        )
        .await?;
    for row in rows {
        let Some(menu) = menus.iter_mut().find(|menu| menu.id == row.menu_id) else { continue };
        let day = row.day.parse().map_err(Error::fault)?;
        menu.days.push(Meal { day, dishes: dish::read(&row.dishes)?, note: row.note });
    }
    for (menu, school) in schools {
        if let Some(menu) = menus.iter_mut().find(|it| it.id == menu) {
            menu.schools.push(school);
        }
    }
    Ok(menus)
}
