//! Writing menus: beginning one, filling in its days, taking up what was eaten the week before, giving it to families.

use crate::{
    W,
    charge::Charge,
    clock,
    dish::{self, Allergen, Course, Dish, Label},
    fields::Fields,
    menu::{Menu, MenuId, MenuState},
};
use db::{Error, Problems, Result, Tx, args};
use jiff::civil::Date;
use school::{School, Viewer};

/// The longest name of a dish.
pub const LONGEST_DISH: usize = 120;
/// The longest note about a day.
pub const LONGEST_NOTE: usize = 300;

/// For which schools a menu is begun.
#[derive(Debug)]
pub enum For<'a> {
    /// Every school without a menu of its own.
    Everywhere,
    /// These.
    Schools(Vec<&'a School>),
}

/// Begins the menu of a week. A menu for every school that is there already is answered as it is.
///
/// # Errors
/// [`Error::Invalid`] beside `ecoles` when no school was chosen, or one of them has its menu already.
pub async fn begin(tx: &mut Tx, viewer: &Viewer, charge: &Charge, monday: Date, of: &For<'_>) -> Result<MenuId> {
    let (scope, week) = (charge.scope.to_string(), monday.to_string());
    match of {
        For::Everywhere => {
            let known: Option<(MenuId,)> = tx
                .first("select id from town_menu where scope = $1 and monday = $2 and everywhere", args![&scope, &week])
                .await?;
            if let Some((id,)) = known {
                return Ok(id);
            }
        }
        For::Schools(schools) => are_free(tx, schools, &week).await?,
    }
    let (id, now): (MenuId, _) = (tx.id(), tx.now());
    tx.run(
        "insert into town_menu (id, scope, monday, everywhere, state, changed_at, changed_by) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, &scope, &week, matches!(of, For::Everywhere), MenuState::Draft, now, viewer.account],
    )
    .await?;
    if let For::Schools(schools) = of {
        for school in schools {
            tx.run(
                "insert into town_menu_school (school_id, monday, menu_id) values ($1, $2, $3)",
                args![school.id, &week, id],
            )
            .await?;
        }
    }
    Ok(id)
}

async fn are_free(tx: &mut Tx, schools: &[&School], week: &str) -> Result<()> {
    let mut problems = Problems::default();
    problems.require(!schools.is_empty(), "ecoles", W.choose_school());
    for school in schools {
        let taken = "select count(*) as n from town_menu_school where school_id = $1 and monday = $2";
        let is_free = tx.count(taken, args![school.id, week]).await? == 0;
        problems.require(is_free, "ecoles", W.menu_taken(&school.name));
    }
    problems.or(())
}

/// What was typed about a day: its dishes in order, and what is said of it.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields) -> Result<(Vec<Dish>, String)> {
    let mut problems = Problems::default();
    let mut dishes = Vec::new();
    for course in Course::ALL {
        let name = fields.short(&mut problems, course.as_str(), LONGEST_DISH, W.too_long());
        let dish = Dish {
            course: *course,
            name,
            allergens: ticked(Allergen::ALL, Allergen::as_str, &fields.texts(&allergens_of(*course))),
            labels: ticked(Label::ALL, Label::as_str, &fields.texts(&labels_of(*course))),
        };
        let says_nothing = dish.allergens.is_empty() && dish.labels.is_empty();
        problems.require(!dish.name.is_empty() || says_nothing, course.as_str(), W.dish_missing());
        if !dish.name.is_empty() {
            dishes.push(dish);
        }
    }
    let note = fields.short(&mut problems, "note", LONGEST_NOTE, W.too_long());
    problems.or((dishes, note))
}

/// The name of the boxes of the allergens of a course.
pub fn allergens_of(course: Course) -> String {
    format!("{}-allergenes", course.as_str())
}

/// The name of the boxes of the labels of a course.
pub fn labels_of(course: Course) -> String {
    format!("{}-labels", course.as_str())
}

fn ticked<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str, typed: &[&str]) -> Vec<T> {
    all.iter().copied().filter(|it| typed.contains(&word(*it))).collect()
}

/// Writes a day of a menu; a day without anything is no row.
///
/// # Errors
/// A fault of the database.
pub async fn set_day(tx: &mut Tx, viewer: &Viewer, menu: &Menu, day: Date, dishes: &[Dish], note: &str) -> Result<()> {
    if dishes.is_empty() && note.is_empty() {
        tx.run("delete from town_menu_day where menu_id = $1 and day = $2", args![menu.id, day.to_string()]).await?;
    } else {
        tx.run(
            "insert into town_menu_day (menu_id, day, dishes, note) values ($1, $2, $3, $4) \
             on conflict (menu_id, day) do update set dishes = excluded.dishes, note = excluded.note",
            args![menu.id, day.to_string(), dish::written(dishes)?, note],
        )
        .await?;
    }
    touch(tx, viewer, menu).await
}

async fn touch(tx: &mut Tx, viewer: &Viewer, menu: &Menu) -> Result<()> {
    let now = tx.now();
    tx.run("update town_menu set changed_at = $2, changed_by = $3 where id = $1", args![menu.id, now, viewer.account])
        .await
        .map(drop)
}

/// Takes up the dishes of the week before in the days nobody filled in; tells how many. What was said of a day is not taken
/// up: a feast does not come twice.
///
/// # Errors
/// A fault of the database.
pub async fn take_up(tx: &mut Tx, viewer: &Viewer, menu: &Menu) -> Result<i64> {
    let Some(before) = before(tx, viewer, menu).await? else { return Ok(0) };
    let mut taken = 0;
    for meal in &before.days {
        let day = clock::shifted(meal.day, 7);
        if menu.meal(day).is_none() && !meal.dishes.is_empty() {
            set_day(tx, viewer, menu, day, &meal.dishes, "").await?;
            taken += 1;
        }
    }
    Ok(taken)
}

/// The menu of the week before for the same schools.
async fn before(tx: &mut Tx, viewer: &Viewer, menu: &Menu) -> Result<Option<Menu>> {
    let week = clock::shifted(menu.monday(), -7).to_string();
    let found: Option<(MenuId,)> = match menu.schools.first() {
        None => {
            tx.first(
                "select id from town_menu where scope = $1 and monday = $2 and everywhere",
                args![&menu.scope, &week],
            )
            .await?
        }
        Some(school) => {
            tx.first("select menu_id from town_menu_school where school_id = $1 and monday = $2", args![*school, &week])
                .await?
        }
    };
    let Some((id,)) = found else { return Ok(None) };
    match Menu::load(tx, viewer, id).await {
        Ok(menu) => Ok(Some(menu)),
        // A school that moved to another grouping ate somebody else's dishes.
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Gives a menu to families, or takes it back.
///
/// # Errors
/// [`Error::Conflict`] when it is so already, or has no day to show.
pub async fn set_published(tx: &mut Tx, viewer: &Viewer, menu: &Menu, published: bool) -> Result<()> {
    if published && menu.days.is_empty() {
        return Err(Error::Conflict);
    }
    let (from, to) = match published {
        true => (MenuState::Draft, MenuState::Published),
        false => (MenuState::Published, MenuState::Draft),
    };
    let at = published.then(|| tx.now());
    let changed = tx
        .run(
            "update town_menu set state = $3, published_at = $4, changed_by = $5 where id = $1 and state = $2",
            args![menu.id, from, to, at, viewer.account],
        )
        .await?;
    if changed == 0 { Err(Error::Conflict) } else { Ok(()) }
}
