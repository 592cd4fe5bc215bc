//! The menus of a week, drawn: each with its days, and what begins another.

use super::{all_schools, canteen_parts::DishPart, carried, school_boxes, sides};
use crate::{
    W,
    charge::{self, Charge, Office},
    clock,
    fields::Fields,
    menu::{self, Menu},
};
use askama::Template;
use db::{Problems, Result, Tx};
use jiff::civil::Date;
use web::{
    component::{
        Button, Checkbox, Choice, EmptyState, ErrorSummary, Hidden, LinkButton, Opt, Status, StatusKind, Tabs,
    },
    dates,
};

/// Where the page is.
const PATH: &str = "/ma-commune/cantine";

#[derive(Template)]
#[template(path = "menus.html")]
pub(super) struct MenusPage {
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
    dishes: Vec<DishPart>,
    note: String,
    edit: LinkButton,
}

/// The page of a week.
pub(super) fn address(scope: &str, monday: Date) -> String {
    format!("{}&semaine={monday}", charge::at(PATH, scope))
}

impl MenusPage {
    pub(super) async fn build(
        tx: &mut Tx,
        office: &Office,
        monday: Date,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
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
            dishes: meal.map(|meal| meal.dishes.iter().map(DishPart::of).collect()).unwrap_or_default(),
            note: meal.map(|meal| meal.note.clone()).unwrap_or_default(),
            edit: LinkButton::secondary(W.edit_day(&name), edit).icon("crayon"),
            name,
        }
    }
}
