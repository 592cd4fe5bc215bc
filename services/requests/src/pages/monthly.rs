//! `/demandes/tableau`: the requests of a month, counted, for a council.

use super::scope_name;
use crate::{
    W,
    listing::Reach,
    monthly::{self, Group, Month, Monthly, heads},
    side,
};
use askama::Template;
use db::{Error, Result, Tx};
use jiff::civil::Date;
use school::{SchoolId, Viewer};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Button, Cell, Choice, Column, LinkButton, Opt, Table},
    paper as papers,
};

/// How many months are offered, this one first.
const MONTHS: i64 = 24;

#[derive(Template)]
#[template(path = "monthly.html")]
struct MonthlyPage {
    place: String,
    month: Choice,
    school: Option<Choice>,
    look: Button,
    kinds: Table,
    schools: Option<Table>,
    exports: Vec<LinkButton>,
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    mois: String,
    #[serde(default)]
    ecole: String,
}

/// Whose table is read: everything the viewer reaches, or one school of theirs.
struct Counted {
    monthly: Monthly,
    school: Option<SchoolId>,
    /// The schools a head chooses among.
    choices: Vec<(SchoolId, String)>,
}

async fn read(visit: &mut SignedIn, wanted: &Wanted) -> Result<Counted> {
    let reach = Reach::of(&visit.viewer).ok_or(Error::NotFound)?;
    let mut tx = visit.read().await?;
    let month = Month::asked(&wanted.mois, tx.now().day());
    let choices: Vec<(SchoolId, String)> =
        side::asking(&visit.viewer).into_iter().map(|seat| (seat.school, seat.school_name.clone())).collect();
    // The council of a school hears of that school alone.
    let typed: Option<SchoolId> = wanted.ecole.parse().ok();
    let chosen = choices.iter().find(|(id, _)| Some(*id) == typed).or(choices.first()).cloned();
    let place = match &chosen {
        Some((_, name)) => name.clone(),
        None => places(&mut tx, &visit.viewer).await?,
    };
    let school = chosen.map(|(id, _)| id);
    let monthly = monthly::of(&mut tx, &reach, month, school, place).await?;
    Ok(Counted { monthly, school, choices })
}

/// What the viewer answers for, by name.
async fn places(tx: &mut Tx, viewer: &Viewer) -> Result<String> {
    let mut names = Vec::new();
    for office in side::offices(viewer) {
        names.push(scope_name(tx, &office.to_string()).await?);
    }
    Ok(names.join(", "))
}

/// `GET /demandes/tableau`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let counted = read(&mut visit, &wanted).await?;
    let page = MonthlyPage::of(&counted, visit.site.house.db.now().day());
    visit.set_wide();
    visit.page(W.monthly(), &page)
}

/// `GET /demandes/tableau.pdf`
pub(crate) async fn paper(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let monthly = read(&mut visit, &wanted).await?.monthly;
    Ok(papers::made(monthly.document()?, "application/pdf", &file_name(&monthly, "pdf")))
}

/// `GET /demandes/tableau.csv`
pub(crate) async fn spreadsheet(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let monthly = read(&mut visit, &wanted).await?.monthly;
    Ok(papers::made(monthly.spreadsheet()?, "text/csv", &file_name(&monthly, "csv")))
}

fn file_name(monthly: &Monthly, extension: &str) -> String {
    format!("demandes-{}.{extension}", monthly.month.as_text())
}

impl MonthlyPage {
    fn of(counted: &Counted, today: Date) -> Self {
        let monthly = &counted.monthly;
        let school = counted.school.map(|id| id.to_string()).unwrap_or_default();
        let asked = format!("mois={}&ecole={school}", monthly.month.as_text());
        let export = |label: &str, extension: &str, icon: &str| {
            LinkButton::secondary(label, format!("/demandes/tableau.{extension}?{asked}")).icon(icon)
        };
        let groups: Vec<&Group> = monthly.kinds.iter().chain([&monthly.whole]).collect();
        let parts: Vec<&Group> = monthly.schools.iter().collect();
        Self {
            place: monthly.place.clone(),
            month: Choice::select("mois", W.month(), months(monthly.month, today)),
            school: (counted.choices.len() > 1).then(|| schools(counted)),
            look: Button::secondary(W.look()),
            kinds: table(W.by_kind(), W.kind(), &groups),
            schools: (!parts.is_empty()).then(|| table(W.by_school(), W.school(), &parts)),
            exports: vec![export(W.export_pdf(), "pdf", "imprimer"), export(W.export_csv(), "csv", "telecharger")],
        }
    }
}

fn months(chosen: Month, today: Date) -> Vec<Opt> {
    let this = Month::asked("", today);
    let option = |back: i64| {
        let month = this.before(back);
        Opt::new(month.as_text(), month.word()).checked(month == chosen)
    };
    (0..MONTHS).map(option).collect()
}

fn schools(counted: &Counted) -> Choice {
    let option = |(id, name): &(SchoolId, String)| Opt::new(id.to_string(), name).checked(Some(*id) == counted.school);
    Choice::select("ecole", W.school(), counted.choices.iter().map(option).collect())
}

fn table(caption: &str, first: &str, groups: &[&Group]) -> Table {
    let numbers = heads().into_iter().map(Column::numeric);
    let columns = [Column::new(first)].into_iter().chain(numbers).collect();
    let row = |group: &&Group| {
        let cells = group.cells().into_iter().map(Cell::text);
        [Cell::text(&group.label)].into_iter().chain(cells).collect()
    };
    Table::new(caption, columns, groups.iter().map(row).collect())
}
