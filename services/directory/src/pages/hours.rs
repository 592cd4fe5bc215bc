//! « Pause numérique »: the hours at which a school delivers.

use super::school_tabs;
use crate::{
    W,
    hours::{self, HoursForm, NATIONAL},
};
use askama::Template;
use commons::{holiday::SchoolCalendar, pause::Hours};
use db::{Error, Moment, Problems};
use jiff::civil::Weekday;
use school::{Right, School, SchoolId, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Notice, Opt, Tabs},
    dates, summary,
};

#[derive(Template)]
#[template(path = "hours.html")]
struct HoursPage {
    school: String,
    back: String,
    address: String,
    tabs: Option<Tabs>,
    summary: Option<ErrorSummary>,
    now: Notice,
    national: String,
    opens: Field,
    closes: Field,
    days: Choice,
    holidays: Choice,
    save: Button,
    reset: Button,
}

/// `GET /ecoles/{school}/heures`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::SetHours, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let calendar = SchoolCalendar::of(&mut tx, &school).await?;
    let now = tx.now();
    drop(tx);
    let page = page(&school, &calendar, now, &HoursForm::of(calendar.hours()), &Problems::default());
    let page = HoursPage { tabs: school_tabs(&visit.viewer, id, "/heures"), ..page };
    visit.page(W.hours_title(), &page)
}

/// `POST /ecoles/{school}/heures`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path(id): Path<SchoolId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    or_not_found(visit.viewer.may_at(Right::SetHours, id))?;
    let form = HoursForm::read(&fields);
    let mut tx = visit.write().await?;
    let school = School::load(&mut tx, id).await?;
    let hours = match form.check() {
        Ok(hours) => hours,
        Err(Error::Invalid(problems)) => {
            let calendar = SchoolCalendar::of(&mut tx, &school).await?;
            let page = page(&school, &calendar, tx.now(), &form, &problems);
            drop(tx);
            let page = HoursPage { tabs: school_tabs(&visit.viewer, id, "/heures"), ..page };
            return visit.again(W.hours_title(), &page);
        }
        Err(error) => return Err(error.into()),
    };
    hours::set(&mut tx, &visit.viewer, &school, &hours).await?;
    for service in visit.site.services {
        (service.hours_changed)(&mut tx, id).await?;
    }
    tx.commit().await?;
    Ok(visit.done(&format!("/ecoles/{id}/heures"), W.hours_saved()))
}

fn page(school: &School, calendar: &SchoolCalendar, now: Moment, form: &HoursForm, problems: &Problems) -> HoursPage {
    let back = format!("/ecoles/{}", school.id);
    let rule = |value: &str, label: &str, checked: bool| Opt::new(value, label).checked(checked);
    let holidays = vec![
        rule("remettre", W.holidays_deliver(), !form.wait && !form.digest),
        rule("resume", W.holidays_digest(), form.digest),
        rule("attendre", W.holidays_wait(), form.wait),
    ];
    HoursPage {
        school: school.name.clone(),
        address: format!("{back}/heures"),
        back,
        tabs: None,
        summary: summary(problems),
        now: meaning_now(calendar, now),
        national: national_sentence(),
        opens: Field::time("debut", W.opens()).value(&form.opens).error(problems.of("debut")).required(),
        closes: Field::time("fin", W.closes()).value(&form.closes).error(problems.of("fin")).required(),
        days: Choice::checkboxes("jours", W.days(), day_options(form)).error(problems.of("jours")),
        holidays: Choice::radios("vacances", W.holidays(), holidays).hint(W.holidays_hint()),
        save: Button::primary(W.save_hours()),
        reset: Button::secondary(W.national_hours()).name_value(NATIONAL, "oui"),
    }
}

/// « Un billet écrit maintenant sera remis lundi à 7 h. »
fn meaning_now(calendar: &SchoolCalendar, now: Moment) -> Notice {
    Notice::info(match dates::coming(calendar.delivered_at(now), now) {
        Some(when) => W.delivered_later(when),
        None => W.delivered_now().to_owned(),
    })
}

fn national_sentence() -> String {
    let hours = Hours::default();
    W.national_rule(dates::hour(hours.opens), dates::hour(hours.closes))
}

fn day_options(form: &HoursForm) -> Vec<Opt> {
    let days = Weekday::Monday.cycle_forward().take(7).enumerate();
    days.map(|(index, day)| Opt::new(index.to_string(), dates::weekday(day)).checked(form.days[index])).collect()
}
