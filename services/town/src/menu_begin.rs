//! Beginning the menu of a week: for every school, or for chosen ones.

use crate::{
    W,
    charge::Charge,
    menu::{MenuId, MenuState},
};
use db::{Problems, Result, Tx, args};
use jiff::civil::Date;
use school::{School, Viewer};

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
/// [`db::Error::Invalid`] beside `ecoles` when no school was chosen, or one of them has its menu already.
pub async fn begin(tx: &mut Tx, viewer: &Viewer, charge: &Charge, monday: Date, of: &For<'_>) -> Result<MenuId> {
    let (scope, week) = (charge.scope.to_string(), monday.to_string());
    match of {
        For::Everywhere => {
            if let Some(id) = common(tx, charge, monday).await? {
                return Ok(id);
            }
        }
        For::Schools(schools) => are_free(tx, schools, &week).await?,
    }
    let (id, now): (MenuId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into town_menu (id, scope, monday, everywhere, state, changed_at, changed_by) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, &scope, &week, matches!(of, For::Everywhere), MenuState::Draft, now, viewer.account],
    )
    .await?;
    if let For::Schools(schools) = of {
        for school in schools {
            tx.change(
                "insert into town_menu_school (school_id, monday, menu_id) values ($1, $2, $3)",
                args![school.id, &week, id],
            )
            .await?;
        }
    }
    Ok(id)
}

/// The menu of a week for every school, when there is one. For those who run the canteen.
///
/// # Errors
/// A fault of the database.
pub async fn common(tx: &mut Tx, charge: &Charge, monday: Date) -> Result<Option<MenuId>> {
    let select = "select id from town_menu where scope = $1 and monday = $2 and everywhere";
    tx.value(select, args![charge.scope.to_string(), monday.to_string()]).await
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
