//! The dishes of a day, to be filled in.

use super::menus_page::address;
use crate::{
    W, clock,
    dish::{Allergen, Course, Label},
    fields::Fields,
    menu::{Menu, MenuId},
    menu_change::{self, LONGEST_DISH, LONGEST_NOTE, allergens_of, labels_of, seen_of},
};
use askama::Template;
use db::{Error, Problems};
use jiff::civil::Date;
use school::viewer::or_not_found;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Hidden, Opt},
    dates,
};

#[derive(Template)]
#[template(path = "day.html")]
struct DayPage {
    title: String,
    summary: Option<ErrorSummary>,
    draft_key: String,
    address: String,
    courses: Vec<CourseFields>,
    note: Field,
    save: Button,
    back: String,
}

struct CourseFields {
    name: Field,
    /// Once the page came back with the dish it was asked about.
    seen: Option<Hidden>,
    more: String,
    labels: Choice,
    allergens: Choice,
    /// Whether something is ticked: what hides a choice made would be forgotten.
    open: bool,
}

/// `GET /ma-commune/cantine/menus/{menu}/{day}`
pub(crate) async fn show(mut visit: SignedIn, Path((id, day)): Path<(MenuId, Date)>) -> Answer {
    let mut tx = visit.read().await?;
    let menu = Menu::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    or_not_found(is_within(&menu, day))?;
    let page = DayPage::new(&menu, day, &kept(&menu, day), &Problems::default());
    visit.page(W.menu_of_day(), &page)
}

/// `POST /ma-commune/cantine/menus/{menu}/{day}`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((id, day)): Path<(MenuId, Date)>,
    Form(fields): Form<Fields>,
) -> Answer {
    let mut tx = visit.write().await?;
    let menu = Menu::load(&mut tx, &visit.viewer, id).await?;
    or_not_found(is_within(&menu, day))?;
    let dishes = menu.meal(day).map(|meal| meal.dishes.as_slice()).unwrap_or_default();
    match menu_change::typed(&fields, dishes) {
        Ok((dishes, note)) => {
            menu_change::set_day(&mut tx, &visit.viewer, &menu, day, &dishes, &note).await?;
            tx.commit().await?;
            Ok(visit.done(&address(&menu.scope, menu.monday()), W.day_saved()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            visit.again(W.menu_of_day(), &DayPage::new(&menu, day, &fields, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn is_within(menu: &Menu, day: Date) -> bool {
    clock::days(menu.monday()).any(|it| it == day)
}

/// The form that would give this day again.
fn kept(menu: &Menu, day: Date) -> Fields {
    let Some(meal) = menu.meal(day) else { return Fields::default() };
    let mut fields = vec![("note".to_owned(), meal.note.clone())];
    for dish in &meal.dishes {
        fields.push((dish.course.as_str().to_owned(), dish.name.clone()));
        let allergens = dish.allergens.iter().map(|it| (allergens_of(dish.course), it.as_str().to_owned()));
        fields.extend(allergens);
        fields.extend(dish.labels.iter().map(|it| (labels_of(dish.course), it.as_str().to_owned())));
    }
    Fields(fields)
}

impl DayPage {
    fn new(menu: &Menu, day: Date, fields: &Fields, problems: &Problems) -> Self {
        Self {
            title: W.menu_of(dates::long_day(day)),
            summary: web::summary(problems),
            draft_key: format!("menu-{}-{day}", menu.id),
            address: format!("/ma-commune/cantine/menus/{}/{day}", menu.id),
            courses: Course::ALL.iter().map(|course| CourseFields::of(*course, fields, problems)).collect(),
            note: Field::text("note", W.day_note())
                .hint(W.day_note_hint())
                .maxlength(LONGEST_NOTE)
                .value(fields.text("note"))
                .error(problems.of("note"))
                .optional(W.optional()),
            save: Button::primary(W.save_day()).icon("fait"),
            back: address(&menu.scope, menu.monday()),
        }
    }
}

impl CourseFields {
    fn of(course: Course, fields: &Fields, problems: &Problems) -> Self {
        let name = course.as_str();
        let (allergens, labels) = (allergens_of(course), labels_of(course));
        let ticked = |field: &str, value: &str| fields.texts(field).contains(&value);
        let allergen = |it: &Allergen| Opt::new(it.as_str(), it.word()).checked(ticked(&allergens, it.as_str()));
        let label = |it: &Label| Opt::new(it.as_str(), it.word()).checked(ticked(&labels, it.as_str()));
        Self {
            name: Field::text(name, course.word())
                .maxlength(LONGEST_DISH)
                .value(fields.text(name))
                .error(problems.of(name)),
            seen: problems.of(name).is_some().then(|| Hidden::new(seen_of(course), fields.text(name))),
            more: W.dish_more(course.word()),
            open: fields.has(&allergens) || fields.has(&labels),
            allergens: Choice::checkboxes(&allergens, W.allergens(), Allergen::ALL.iter().map(allergen).collect()),
            labels: Choice::checkboxes(&labels, W.labels(), Label::ALL.iter().map(label).collect()),
        }
    }
}
