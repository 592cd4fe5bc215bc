//! The menus of a week, for those who run the canteen.

use super::{
    Wanted, charge_of,
    menus_page::{MenusPage, address},
};
use crate::{
    W,
    charge::Office,
    clock,
    fields::Fields,
    menu::{Menu, MenuId},
    menu_change::{self, For},
};
use axum::response::Response;
use db::{Error, Problems};
use web::{Answer, Form, Path, Query, SignedIn};

/// `GET /ma-commune/cantine`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let monday = clock::asked(wanted.semaine.as_deref(), tx.now());
    let page = MenusPage::build(&mut tx, &office, monday, &Fields::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.menus(), &page)
}

/// `POST /ma-commune/cantine/menus`
pub(crate) async fn begin(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let charge = charge_of(&mut tx, &visit.viewer, &fields).await?;
    let monday = clock::asked(Some(fields.text("semaine")), tx.now());
    let of = match fields.text("pour") {
        "choisies" => For::Schools(charge.chosen(&fields.texts("ecoles"))),
        _ => For::Everywhere,
    };
    let is_there = matches!(of, For::Everywhere) && menu_change::common(&mut tx, &charge, monday).await?.is_some();
    match menu_change::begin(&mut tx, &visit.viewer, &charge, monday, &of).await {
        Ok(id) => {
            if fields.has("reprise") {
                let menu = Menu::load(&mut tx, &visit.viewer, id).await?;
                menu_change::take_up(&mut tx, &visit.viewer, &menu).await?;
            }
            tx.commit().await?;
            let said = if is_there { W.menu_there_already() } else { W.menu_begun() };
            Ok(visit.done(&address(&charge.scope.to_string(), monday), said))
        }
        Err(Error::Invalid(problems)) => {
            let office = Office::open(&mut tx, &visit.viewer, Some(fields.text("commune"))).await?;
            let page = MenusPage::build(&mut tx, &office, monday, &fields, &problems).await?;
            drop(tx);
            visit.again(W.menus(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ma-commune/cantine/menus/{menu}/publication`
pub(crate) async fn publish(visit: SignedIn, Path(id): Path<MenuId>) -> Answer {
    set_published(visit, id, true).await
}

/// `POST /ma-commune/cantine/menus/{menu}/retrait`
pub(crate) async fn withdraw(visit: SignedIn, Path(id): Path<MenuId>) -> Answer {
    set_published(visit, id, false).await
}

async fn set_published(mut visit: SignedIn, id: MenuId, published: bool) -> Answer {
    let mut tx = visit.write().await?;
    let menu = Menu::load(&mut tx, &visit.viewer, id).await?;
    menu_change::set_published(&mut tx, &visit.viewer, &menu, published).await?;
    tx.commit().await?;
    let said = if published { W.menu_published() } else { W.menu_withdrawn() };
    Ok(back(&visit, &menu, said))
}

/// `POST /ma-commune/cantine/menus/{menu}/reprise`
pub(crate) async fn take_up(mut visit: SignedIn, Path(id): Path<MenuId>) -> Answer {
    let mut tx = visit.write().await?;
    let menu = Menu::load(&mut tx, &visit.viewer, id).await?;
    let taken = menu_change::take_up(&mut tx, &visit.viewer, &menu).await?;
    tx.commit().await?;
    Ok(back(&visit, &menu, &W.menu_taken_up(taken)))
}

fn back(visit: &SignedIn, menu: &Menu, said: &str) -> Response {
    visit.done(&address(&menu.scope, menu.monday()), said)
}
