//! « Cantine et périscolaire » of families, pupils and those who work in a school: the menu of the week, the services, the
//! notices in force.

use super::{
    Wanted,
    canteen_parts::{DayPart, OfferPart},
};
use crate::{
    W, clock,
    menu::{self, Menu},
    notice_list, offer,
    served::{self, Served},
    strike,
};
use askama::Template;
use db::{Moment, Result, Tx};
use jiff::civil::Date;
use school::{Viewer, viewer::or_not_found};
use web::{Answer, Query, SignedIn, component::EmptyState, dates};

#[derive(Template)]
#[template(path = "canteen.html")]
struct CanteenPage {
    title: &'static str,
    week: String,
    before: String,
    after: String,
    /// Whether its reader is a child: words are few, pictures are there.
    child: bool,
    schools: Vec<SchoolPart>,
}

/// A school of the reader.
struct SchoolPart {
    heading: String,
    notices: Vec<(String, String, String)>,
    later: Vec<(String, String, String)>,
    strikes: Vec<(String, Vec<String>)>,
    days: Vec<DayPart>,
    empty: Option<EmptyState>,
    offers: Vec<OfferPart>,
}

/// `GET /cantine`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let schools = served::schools_of(&mut tx, &visit.viewer).await?;
    or_not_found(!schools.is_empty())?;
    let monday = clock::asked(wanted.semaine.as_deref(), tx.now());
    let page = CanteenPage::build(&mut tx, &visit.viewer, &schools, monday).await?;
    drop(tx);
    visit.page(page.title, &page)
}

impl CanteenPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, schools: &[Served], monday: Date) -> Result<Self> {
        let child = web::is_pupil(viewer);
        let menus = menu::read_by(tx, schools, monday).await?;
        let told = served::is_told(viewer) && !child;
        let (now, sunday) = (tx.now(), clock::shifted(monday, 6));
        // On a Saturday the page opens on the week to come: what is of today is still there.
        let is_now = monday == clock::asked(None, now);
        let notices = notice_list::read_by(tx, schools, if is_now { now.day() } else { monday }).await?;
        let strikes = strike::read_by(tx, schools, monday, sunday).await?;
        let offers = if child { Vec::new() } else { offer::read_by(tx, schools).await? };
        let part = |school: &Served| {
            let here: Vec<&notice_list::Line> = notices.iter().filter(|it| it.0 == school.id).map(|it| &it.1).collect();
            let held: Vec<&strike::Line> = strikes.iter().filter(|it| it.school_id == school.id).collect();
            let is_unfed = |day: Date| {
                here.iter().any(|it| it.closes_canteen(day)) || held.iter().any(|it| it.day() == day && !it.is_fed())
            };
            let menu = menus.iter().find(|it| it.0 == school.id).map(|it| &it.1);
            let (later, notices): (Vec<&notice_list::Line>, Vec<_>) =
                here.iter().copied().filter(|_| told).partition(|it| it.first() > sunday);
            SchoolPart {
                heading: school.heading(),
                notices: notices.into_iter().map(notice_line).collect(),
                later: later.into_iter().map(notice_line).collect(),
                strikes: held.iter().filter(|_| told).map(|it| strike_line(it)).collect(),
                offers: offers.iter().filter(|it| it.school_id == school.id).map(|it| OfferPart::of(it, now)).collect(),
                ..SchoolPart::of_menu(menu, now, child, &is_unfed)
            }
        };
        Ok(Self {
            title: if child { W.canteen() } else { W.canteen_place() },
            week: clock::week(monday),
            before: format!("/cantine?semaine={}", clock::shifted(monday, -7)),
            after: format!("/cantine?semaine={}", clock::shifted(monday, 7)),
            child,
            schools: schools.iter().map(part).collect(),
        })
    }
}

fn notice_line(line: &notice_list::Line) -> (String, String, String) {
    (line.title.clone(), line.path(), [line.kind.word(), line.days()].join(" · "))
}

fn strike_line(line: &strike::Line) -> (String, Vec<String>) {
    (W.strike_of(dates::long_day(line.day())), line.words())
}

impl SchoolPart {
    fn of_menu(menu: Option<&Menu>, now: Moment, child: bool, is_unfed: &dyn Fn(Date) -> bool) -> Self {
        let days: Vec<DayPart> = match menu {
            Some(menu) => menu.days.iter().map(|meal| DayPart::of(meal, now.day(), is_unfed(meal.day))).collect(),
            None => Vec::new(),
        };
        let sentence = if child { W.no_menu_for_child() } else { W.no_menu_for_families() };
        Self {
            heading: String::new(),
            notices: Vec::new(),
            later: Vec::new(),
            strikes: Vec::new(),
            empty: days.is_empty().then(|| EmptyState::new("documents", sentence, None)),
            days,
            offers: Vec::new(),
        }
    }
}
