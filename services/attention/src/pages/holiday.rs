//! « Vacances scolaires »: the table by zone, for those who keep it.

use crate::{
    W,
    holiday::{self, PeriodForm, zones_of},
};
use askama::Template;
use commons::{
    holiday::all,
    pause::{Period, Zone},
};
use db::{Error, Problems, Tx};
use jiff::civil::Date;
use school::{Right, SchoolYear, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Hidden, Opt},
    dates, summary,
};

const PATH: &str = "/vacances-scolaires";

#[derive(Template)]
#[template(path = "holiday.html")]
struct HolidayPage {
    summary: Option<ErrorSummary>,
    zones: Vec<ZonePart>,
    title: &'static str,
    zone: Choice,
    name: Field,
    first: Field,
    last: Field,
    before: Hidden,
    save: Button,
}

struct ZonePart {
    title: String,
    years: Vec<YearPart>,
}

struct YearPart {
    title: String,
    periods: Vec<Line>,
}

struct Line {
    name: String,
    days: String,
    change: String,
    change_label: String,
    zone: &'static str,
    first: String,
    remove: Button,
}

/// Which period is to be revised.
#[derive(Deserialize)]
pub(crate) struct Asked {
    zone: Option<String>,
    debut: Option<String>,
}

/// `GET /vacances-scolaires`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::SetHolidays))?;
    let zones = zones_of(&visit.viewer);
    let mut tx = visit.read().await?;
    let known = all(&mut tx).await?;
    drop(tx);
    let form = revised(&known, &asked).unwrap_or_default();
    let page = page(&zones, &known, &form, &Problems::default());
    visit.page(W.holidays_title(), &page)
}

/// `POST /vacances-scolaires`
pub(crate) async fn set(mut visit: SignedIn, Form(form): Form<PeriodForm>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::SetHolidays))?;
    let zones = zones_of(&visit.viewer);
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    match form.check(&mut tx, &zones).await {
        Ok(period) => form.keep(&mut tx, &visit.viewer, services, &period).await?,
        Err(Error::Invalid(problems)) => return again(visit, tx, &zones, &form, &problems).await,
        Err(other) => return Err(other.into()),
    }
    tx.commit().await?;
    Ok(visit.done(PATH, W.holiday_saved()))
}

async fn again(visit: SignedIn, mut tx: Tx, zones: &[Zone], form: &PeriodForm, problems: &Problems) -> Answer {
    let known = all(&mut tx).await?;
    drop(tx);
    let page = page(zones, &known, form, problems);
    visit.again(W.holidays_title(), &page)
}

/// A period to remove.
#[derive(Deserialize)]
pub(crate) struct Removed {
    #[serde(default)]
    zone: String,
    #[serde(default)]
    debut: String,
}

/// `POST /vacances-scolaires/retrait`
pub(crate) async fn remove(mut visit: SignedIn, Form(removed): Form<Removed>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::SetHolidays))?;
    let kept = zones_of(&visit.viewer);
    let zone = Zone::read(&removed.zone).filter(|it| kept.contains(it)).ok_or(Error::NotFound)?;
    let first = removed.debut.parse::<Date>().ok().ok_or(Error::NotFound)?;
    let services = visit.site.services;
    let mut tx = visit.write().await?;
    holiday::remove(&mut tx, &visit.viewer, services, zone, first).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.holiday_removed()))
}

/// The form of the period whose line was followed.
fn revised(known: &[Period], asked: &Asked) -> Option<PeriodForm> {
    let (zone, first) = (asked.zone.as_deref()?, asked.debut.as_deref()?);
    let period = known.iter().find(|it| it.zone.as_str() == zone && it.first.to_string() == first)?;
    Some(PeriodForm {
        zone: zone.to_owned(),
        nom: period.label.clone(),
        debut: first.to_owned(),
        fin: period.last.to_string(),
        avant: first.to_owned(),
    })
}

fn page(zones: &[Zone], known: &[Period], form: &PeriodForm, problems: &Problems) -> HolidayPage {
    let option = |zone: &Zone| Opt::new(zone.as_str(), W.zone(zone.as_str())).checked(form.zone == zone.as_str());
    HolidayPage {
        summary: summary(problems),
        zones: zones.iter().map(|zone| zone_part(*zone, known)).collect(),
        title: if form.avant.is_empty() { W.holiday_add() } else { W.holiday_change() },
        zone: Choice::select("zone", W.holiday_zone(), zones.iter().map(option).collect()).required(),
        name: Field::text("nom", W.holiday_name()).value(&form.nom).error(problems.of("nom")).required(),
        first: Field::date("debut", W.holiday_first())
            .value(&form.debut)
            .hint(W.holiday_first_hint())
            .error(problems.of("debut"))
            .required(),
        last: Field::date("fin", W.holiday_last())
            .value(&form.fin)
            .hint(W.holiday_last_hint())
            .error(problems.of("fin"))
            .required(),
        before: Hidden::new("avant", &form.avant),
        save: Button::primary(W.holiday_save()),
    }
}

fn zone_part(zone: Zone, known: &[Period]) -> ZonePart {
    let mut years: Vec<(i64, Vec<Line>)> = Vec::new();
    for period in known.iter().filter(|it| it.zone == zone) {
        // Summer ends the year it follows.
        let year = SchoolYear::of(period.first).0;
        match years.last_mut() {
            Some((last, lines)) if *last == year => lines.push(line(period)),
            _ => years.push((year, vec![line(period)])),
        }
    }
    let part = |(year, periods): (i64, Vec<Line>)| YearPart { title: W.holiday_year(SchoolYear(year)), periods };
    ZonePart { title: W.zone(zone.as_str()), years: years.into_iter().map(part).collect() }
}

fn line(period: &Period) -> Line {
    let (zone, first) = (period.zone.as_str(), period.first.to_string());
    Line {
        days: W.holiday_days(dates::date(period.first), dates::date(period.last)),
        change: format!("{PATH}?zone={zone}&debut={first}"),
        change_label: W.holiday_change_one(&period.label),
        remove: Button::danger(W.holiday_remove(&period.label)),
        name: period.label.clone(),
        zone,
        first,
    }
}
