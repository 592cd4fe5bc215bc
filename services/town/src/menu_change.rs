//! Writing menus: filling in their days, taking up what was eaten the week before, giving them to families.

use crate::{
    clock,
    dish::{self, Dish},
    menu::{Menu, MenuId, MenuState},
};
use db::{Error, Result, Tx, args};
use jiff::civil::Date;
use school::Viewer;

pub use crate::{
    meal_form::{LONGEST_DISH, LONGEST_NOTE, allergens_of, labels_of, seen_of, typed},
    menu_begin::{For, begin, common},
};

/// Writes a day of a menu; a day without anything is no row.
///
/// # Errors
/// A fault of the database.
pub async fn set_day(tx: &mut Tx, viewer: &Viewer, menu: &Menu, day: Date, dishes: &[Dish], note: &str) -> Result<()> {
    if dishes.is_empty() && note.is_empty() {
        tx.change("delete from town_menu_day where menu_id = $1 and day = $2", args![menu.id, day.to_string()]).await?;
    } else {
        tx.change(
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
    tx.change(
        "update town_menu set changed_at = $2, changed_by = $3 where id = $1",
        args![menu.id, now, viewer.account],
    )
    .await
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
    let found: Option<MenuId> = match menu.schools.first() {
        None => {
            tx.value(
                "select id from town_menu where scope = $1 and monday = $2 and everywhere",
                args![&menu.scope, &week],
            )
            .await?
        }
        Some(school) => {
            tx.value("select menu_id from town_menu_school where school_id = $1 and monday = $2", args![*school, &week])
                .await?
        }
    };
    let Some(id) = found else { return Ok(None) };
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
        .changed_rows(
            "update town_menu set state = $3, published_at = $4, changed_by = $5 where id = $1 and state = $2",
            args![menu.id, from, to, at, viewer.account],
        )
        .await?;
    if changed == 0 { Err(Error::Conflict) } else { Ok(()) }
}
