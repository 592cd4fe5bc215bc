//! Menus of a week, with their days and their schools: for those who run the canteen, for those who eat.

use crate::{
    dish,
    menu::{Meal, Menu, MenuId},
    served::{Served, text_list},
};
use db::{Error, FromRow, Result, Tx, args, id_list};
use jiff::civil::Date;
use school::SchoolId;

#[derive(FromRow)]
struct DayRow {
    menu_id: MenuId,
    day: String,
    dishes: String,
    note: String,
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
pub(crate) async fn fill(tx: &mut Tx, mut menus: Vec<Menu>) -> Result<Vec<Menu>> {
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
