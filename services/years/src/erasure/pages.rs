//! « Effacements »: the proof of what was erased, a day at a time, and how long those who left are kept, for those who run the
//! directory of an académie or answer for its data.

use super::proof::{self, ErasedDay, ErasedRows};
use crate::{
    W,
    departure::{
        grace::{self, Graces, LEAST_DAYS, LEAST_OPEN, MOST_DAYS},
        listing::{self, LeavingCount},
    },
};
use askama::Template;
use commons::audit::{self, Action};
use db::{Day, Error, Problems, Result, Tx};
use school::{PersonKind, Right, Territory, Viewer, viewer::or_not_found};
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Cell, Choice, Column, ErrorSummary, Field, Hidden, LinkButton, Notice, Opt, Table},
    dates, paper, sheet, summary,
};

/// Its address.
pub(crate) const PATH: &str = "/annuaire/effacements";

#[derive(Template)]
#[template(path = "erasure.html")]
struct ErasurePage {
    title: String,
    summary: Option<ErrorSummary>,
    others: Vec<LinkButton>,
    leaving: Option<Table>,
    none: Option<Notice>,
    days: Option<Table>,
    services: Option<Table>,
    export: LinkButton,
    graces: Table,
    academy: Hidden,
    profile: Choice,
    closes: Field,
    erases: Field,
    send: Button,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    academie: String,
    /// The profile whose days fill the form: the one changed last.
    #[serde(default)]
    profil: String,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    academie: String,
    #[serde(default)]
    profil: String,
    #[serde(default)]
    fermeture: String,
    #[serde(default)]
    effacement: String,
}

impl Typed {
    /// The form with the days that hold now for a profile; empty where none is asked for, lest one
    /// profile get the days of another.
    fn now(academie: String, graces: &Graces, asked: &str) -> Self {
        let kind = PersonKind::ALL.iter().find(|kind| kind.as_str() == asked);
        let grace = kind.map(|kind| graces.of(&academie, *kind));
        Self {
            profil: kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            fermeture: grace.map(|it| it.closes.to_string()).unwrap_or_default(),
            effacement: grace.map(|it| it.erases.to_string()).unwrap_or_default(),
            academie,
        }
    }
}

/// Whether somebody reads the proof.
pub(crate) fn reads(viewer: &Viewer) -> bool {
    viewer.may_over(Right::ManageData) || viewer.may_over(Right::RunImports)
}

/// `GET /annuaire/effacements`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(reads(&viewer))?;
    let mut tx = visit.read().await?;
    let academies = academies(&mut tx, &viewer).await?;
    let academy = chosen(&academies, &asked.academie)?;
    let graces = Graces::load(&mut tx).await?;
    let typed = Typed::now(academy, &graces, &asked.profil);
    let page = page(&mut tx, &academies, &typed, &Problems::default()).await?;
    drop(tx);
    visit.set_wide();
    visit.page(&page.title, &page)
}

/// `GET /annuaire/effacements.csv`
pub(crate) async fn export(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(reads(&viewer))?;
    let mut tx = visit.read().await?;
    let academies = academies(&mut tx, &viewer).await?;
    let academy = chosen(&academies, &asked.academie)?;
    let days = proof::days(&mut tx, &academy).await?;
    let rows = proof::rows(&mut tx, &academy).await?;
    drop(tx);
    let cells = rows.iter().map(|row| csv_row(&days, row));
    Ok(paper::made(sheet::csv(W.erasure_columns(), cells)?, "text/csv", "effacements.csv"))
}

/// `POST /annuaire/effacements`
pub(crate) async fn set(mut visit: SignedIn, Form(typed): Form<Typed>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(reads(&viewer))?;
    let mut tx = visit.write().await?;
    let academies = academies(&mut tx, &viewer).await?;
    or_not_found(academies.contains(&typed.academie))?;
    match keep(&mut tx, &viewer, &typed).await {
        Ok(()) => {
            tx.commit().await?;
            // The form comes back with the profile just changed.
            let back = format!("{}&profil={}", address(&typed.academie), typed.profil);
            Ok(visit.done(&back, W.grace_set()))
        }
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &academies, &typed, &problems).await?;
            drop(tx);
            visit.set_wide();
            visit.again(&page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(tx: &mut Tx, viewer: &Viewer, typed: &Typed) -> Result<()> {
    let kind =
        PersonKind::try_from(typed.profil.clone()).map_err(|_unknown| Error::invalid("profil", W.profile_missing()))?;
    let wrong = (W.closes_wrong(LEAST_OPEN), W.erases_wrong(LEAST_DAYS, MOST_DAYS));
    let grace = grace::check(&typed.fermeture, &typed.effacement, (wrong.0.as_str(), wrong.1.as_str()))?;
    let before = Graces::load(tx).await?.of(&typed.academie, kind);
    grace::set(tx, &typed.academie, kind, grace, viewer.account).await?;
    let said = format!(
        "{} {} : {}/{} → {}/{}",
        typed.academie,
        kind.as_str(),
        before.closes,
        before.erases,
        grace.closes,
        grace.erases
    );
    audit::write(tx, Some(viewer.account), Action::GraceChanged, None, Some(&said)).await
}

/// The académies whose proof somebody reads.
async fn academies(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let known: Vec<String> = tx.column("select code from academy order by code", &[]).await?;
    let over = |right: Right| viewer.territories(right).collect::<Vec<_>>();
    let territories = [over(Right::ManageData), over(Right::RunImports)].concat();
    let is_ones = |code: &String| {
        territories.contains(&Territory::Region) || territories.contains(&Territory::Academy(code.clone()))
    };
    Ok(known.into_iter().filter(is_ones).collect())
}

/// The académie asked for, or the first.
fn chosen(academies: &[String], asked: &str) -> Result<String> {
    match asked {
        "" => academies.first().cloned().ok_or(Error::NotFound),
        asked => academies.iter().find(|it| *it == asked).cloned().ok_or(Error::NotFound),
    }
}

fn address(academy: &str) -> String {
    format!("{PATH}?academie={academy}")
}

async fn page(tx: &mut Tx, academies: &[String], typed: &Typed, problems: &Problems) -> Result<ErasurePage> {
    let academy = &typed.academie;
    let days = proof::days(tx, academy).await?;
    let rows = proof::rows(tx, academy).await?;
    let leaving = listing::of_academy(tx, academy).await?;
    let graces = Graces::load(tx).await?;
    let mut others = Vec::new();
    for code in academies.iter().filter(|it| *it != academy) {
        let name = web::place_name(tx, &Territory::Academy(code.clone())).await?;
        others.push(LinkButton::secondary(name, address(code)));
    }
    let name = web::place_name(tx, &Territory::Academy(academy.clone())).await?;
    Ok(ErasurePage {
        title: W.erasure_title(name),
        summary: summary(problems),
        others,
        leaving: (!leaving.is_empty()).then(|| under_way(&leaving)),
        none: days.is_empty().then(|| Notice::info(W.nothing_erased())),
        days: (!days.is_empty()).then(|| table(&days)),
        services: (!rows.is_empty()).then(|| by_service(&rows)),
        export: LinkButton::secondary(W.erasure_export(), format!("{PATH}.csv?academie={academy}")).icon("telecharger"),
        graces: chosen_days(&graces, academy),
        academy: Hidden::new("academie", academy),
        profile: profiles(typed, problems),
        closes: Field::number("fermeture", W.closes_after())
            .value(&typed.fermeture)
            .hint(W.closes_hint(LEAST_OPEN))
            .error(problems.of("fermeture")),
        erases: Field::number("effacement", W.erases_after())
            .value(&typed.effacement)
            .hint(W.erases_hint(LEAST_DAYS, MOST_DAYS))
            .error(problems.of("effacement")),
        send: Button::secondary(W.set_grace()),
    })
}

fn profiles(typed: &Typed, problems: &Problems) -> Choice {
    let options = PersonKind::ALL
        .iter()
        .map(|kind| Opt::new(kind.as_str(), W.person_kind(kind.as_str())).checked(kind.as_str() == typed.profil));
    Choice::select("profil", W.profile(), options.collect()).error(problems.of("profil"))
}

fn chosen_days(graces: &Graces, academy: &str) -> Table {
    let rows = PersonKind::ALL.iter().map(|kind| {
        let grace = graces.of(academy, *kind);
        vec![
            Cell::text(W.person_kind(kind.as_str())),
            Cell::text(W.days(grace.closes)),
            Cell::text(W.days(grace.erases)),
        ]
    });
    let columns = vec![Column::new(W.profile()), Column::new(W.closes_after()), Column::new(W.erases_after())];
    Table::new(W.grace(), columns, rows.collect()).caption_hidden()
}

/// Who is leaving now, by profile.
fn under_way(counts: &[LeavingCount]) -> Table {
    let columns = vec![
        Column::new(W.profile()),
        Column::numeric(W.leaving_people()),
        Column::numeric(W.leaving_closed()),
        Column::numeric(W.leaving_unreached()),
        Column::new(W.leaving_first()),
    ];
    let rows = counts.iter().map(|it| {
        vec![
            Cell::text(W.person_kind(it.profile.as_str())),
            Cell::text(it.people.to_string()),
            Cell::text(it.closed.to_string()),
            Cell::text(it.unreached.to_string()),
            Cell::text(said(&it.first_day)),
        ]
    });
    Table::new(W.leaving_now(), columns, rows.collect()).caption_hidden()
}

fn table(days: &[ErasedDay]) -> Table {
    let columns = vec![
        Column::new(W.erased_day()),
        Column::numeric(W.erased_pupils()),
        Column::numeric(W.erased_guardians()),
        Column::numeric(W.erased_staff()),
        Column::numeric(W.erased_guests()),
        Column::numeric(W.erased_accounts()),
        Column::numeric(W.erased_kept()),
        Column::numeric(W.erased_rows()),
    ];
    let rows = days.iter().map(|it| {
        let figures = [it.pupils, it.guardians, it.staff, it.guests, it.accounts, it.kept_contributions, it.erased];
        let day = Cell::text(said(&it.day));
        std::iter::once(day).chain(figures.iter().map(|figure| Cell::text(figure.to_string()))).collect()
    });
    Table::new(W.erased_days(), columns, rows.collect()).caption_hidden()
}

/// What each service erased in all.
fn by_service(rows: &[ErasedRows]) -> Table {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for row in rows {
        *sums.entry(row.service.as_str()).or_default() += row.erased;
    }
    let rows = sums.iter().map(|(service, sum)| vec![Cell::text(W.service(service)), Cell::text(sum.to_string())]);
    let columns = vec![Column::new(W.erased_service()), Column::numeric(W.erased_rows())];
    Table::new(W.erased_services(), columns, rows.collect()).caption_hidden()
}

/// A line of the file: the people of the day are said on each of its lines.
fn csv_row(days: &[ErasedDay], row: &ErasedRows) -> Vec<String> {
    let people =
        days.iter().find(|it| it.day == row.day).map_or(0, |it| it.pupils + it.guardians + it.staff + it.guests);
    vec![row.day.to_string(), people.to_string(), W.service(&row.service), row.erased.to_string()]
}

fn said(day: &Day) -> String {
    day.date().map_or_else(|| day.to_string(), dates::date)
}
