//! The menus of a week, for those who run the canteen.

use super::{Wanted, all_schools, carried, charge_of, school_boxes, sides};
use crate::{
    W,
    charge::{self, Charge, Office},
    clock,
    fields::Fields,
    menu::{self, Menu, MenuId},
    menu_change::{self, For},
};
use askama::Template;
use axum::response::Response;
use db::{Error, Problems, Result, Tx};
use jiff::civil::Date;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{
        Button, Checkbox, Choice, EmptyState, ErrorSummary, Hidden, LinkButton, Opt, Status, StatusKind, Tabs,
    },
    dates,
};

/// Where the page is.
const PATH: &str = "/ma-commune/cantine";

#[derive(Template)]
#[template(path = "menus.html")]
struct MenusPage {
    place: String,
    tabs: Option<Tabs>,
    sides: Tabs,
    week: String,
    before: String,
    after: String,
    summary: Option<ErrorSummary>,
    parts: Vec<Part>,
    empty: Option<EmptyState>,
    carried: Hidden,
    monday: Hidden,
    of: Choice,
    schools: Choice,
    take_up: Checkbox,
    begin: Button,
}

/// A menu of the week.
struct Part {
    title: String,
    status: Status,
    days: Vec<Day>,
    buttons: Vec<(String, Button)>,
}

struct Day {
    name: String,
    dishes: Vec<String>,
    note: String,
    edit: LinkButton,
}

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
    match menu_change::begin(&mut tx, &visit.viewer, &charge, monday, &of).await {
        Ok(id) => {
            if fields.has("reprise") {
                let menu = Menu::load(&mut tx, &visit.viewer, id).await?;
                menu_change::take_up(&mut tx, &visit.viewer, &menu).await?;
            }
            tx.commit().await?;
            Ok(visit.done(&address(&charge.scope.to_string(), monday), W.menu_begun()))
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

/// The page of a week.
pub(super) fn address(scope: &str, monday: Date) -> String {
    format!("{}&semaine={monday}", charge::at(PATH, scope))
}

impl MenusPage {
    async fn build(tx: &mut Tx, office: &Office, monday: Date, fields: &Fields, problems: &Problems) -> Result<Self> {
        let charge = &office.charge;
        let scope = charge.scope.to_string();
        let menus = menu::of_week(tx, &scope, monday).await?;
        let all = all_schools(charge);
        let ticked: Vec<&str> = match fields.0.is_empty() {
            true => all.iter().map(String::as_str).collect(),
            false => fields.texts("ecoles"),
        };
        Ok(Self {
            place: charge.name.clone(),
            tabs: office.tabs(PATH),
            sides: sides(charge, PATH),
            week: clock::week(monday),
            before: address(&scope, clock::shifted(monday, -7)),
            after: address(&scope, clock::shifted(monday, 7)),
            summary: web::summary(problems),
            empty: menus.is_empty().then(|| EmptyState::new("documents", W.no_menu(), None)),
            parts: menus.iter().map(|menu| Part::of(charge, menu)).collect(),
            carried: carried(charge),
            monday: Hidden::new("semaine", monday.to_string()),
            of: of(fields.text("pour")),
            schools: school_boxes(charge, &ticked, problems),
            take_up: Checkbox::new("reprise", W.take_up_last()).checked(fields.has("reprise")),
            begin: Button::primary(W.begin_menu()).icon("ajouter"),
        })
    }
}

fn of(typed: &str) -> Choice {
    let options = [("toutes", W.for_all_schools()), ("choisies", W.for_chosen_schools())];
    let chosen = if typed.is_empty() { "toutes" } else { typed };
    let options = options.into_iter().map(|(value, label)| Opt::new(value, label).checked(value == chosen));
    Choice::radios("pour", W.menu_for(), options.collect()).required()
}

impl Part {
    fn of(charge: &Charge, menu: &Menu) -> Self {
        let address = |noun: &str| format!("{PATH}/menus/{}/{noun}", menu.id);
        let mut buttons = Vec::new();
        match menu.is_published() {
            true => buttons.push((address("retrait"), Button::secondary(W.withdraw_menu()).icon("annuler"))),
            false if !menu.days.is_empty() => {
                buttons.push((address("publication"), Button::primary(W.publish_menu()).icon("a-envoyer")));
            }
            false => {}
        }
        buttons.push((address("reprise"), Button::secondary(W.take_up_last()).icon("copier")));
        Self {
            title: title(charge, menu),
            status: match menu.is_published() {
                true => Status::new(StatusKind::Published, W.menu_is_published()),
                false => Status::new(StatusKind::Draft, W.menu_is_draft()),
            },
            days: clock::days(menu.monday()).map(|day| Day::of(menu, day)).collect(),
            buttons,
        }
    }
}

fn title(charge: &Charge, menu: &Menu) -> String {
    if menu.everywhere {
        return W.for_all_schools().to_owned();
    }
    let names = menu.schools.iter().filter_map(|id| charge.school(*id)).map(|school| school.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

impl Day {
    fn of(menu: &Menu, day: Date) -> Self {
        let meal = menu.meal(day);
        let name = dates::long_day(day);
        let edit = format!("{PATH}/menus/{}/{day}", menu.id);
        Self {
            dishes: meal.map(|meal| meal.dishes.iter().map(|it| it.name.clone()).collect()).unwrap_or_default(),
            note: meal.map(|meal| meal.note.clone()).unwrap_or_default(),
            edit: LinkButton::secondary(W.edit_day(&name), edit).icon("crayon"),
            name,
        }
    }
}
