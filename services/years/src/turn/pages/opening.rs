//! Before the year is opened: what will happen, what should be looked at first; then now, or on a day.

use crate::{
    W,
    turn::{
        Desk, Turn,
        check::{CROWDED, Forecast},
        level, nightly, opening, season,
    },
};
use askama::Template;
use db::{Day, Problems, Result, Tx};
use jiff::civil::Date;
use school::{SchoolId, SchoolYear};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, Notice},
    dates, summary,
};

#[derive(Template)]
#[template(path = "turn_opening.html")]
struct OpeningPage {
    title: String,
    summary: Option<ErrorSummary>,
    alarms: Vec<String>,
    none: Option<Notice>,
    effects: Vec<String>,
    action: String,
    /// When the day has come.
    now: Option<Button>,
    day: Field,
    set: Button,
    back: String,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    jour: String,
    /// Which button was pressed.
    #[serde(default)]
    quand: String,
}

/// What the button that opens at once sends.
const NOW: &str = "maintenant";

/// `GET /ecoles/{school}/rentree/ouverture`
pub(crate) async fn ask(mut visit: SignedIn, Path(school): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let turn = desk.draft()?;
    let day = turn.opens_on.as_ref().map_or("", Day::as_str).to_owned();
    let page = page(&mut tx, &desk, turn, &day, &Problems::default()).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /ecoles/{school}/rentree/ouverture`
pub(crate) async fn open(mut visit: SignedIn, Path(school): Path<SchoolId>, Form(typed): Form<Typed>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let turn = desk.draft()?;
    let today = tx.now().day();
    if typed.quand == NOW {
        if !season::may_open(today, turn.year) {
            return Err(db::Error::Forbidden.into());
        }
        opening::open(&mut tx, turn, Some(visit.viewer.account)).await?;
        tx.commit().await?;
        return Ok(visit.done(&desk.path(), &W.opened(SchoolYear(turn.year))));
    }
    let Some(day) = check(&typed.jour, today, turn.year) else {
        let problems = Problems::one("jour", W.day_wrong(turn.year));
        let page = page(&mut tx, &desk, turn, &typed.jour, &problems).await?;
        drop(tx);
        return visit.again(&page.title, &page);
    };
    nightly::set_day(&mut tx, turn, day.map(Day::from)).await?;
    tx.commit().await?;
    let said = day.map_or_else(|| W.day_taken_back().to_owned(), |day| W.day_set(dates::date(day)));
    Ok(visit.done(&desk.path(), &said))
}

/// The day typed, or none to take it back; nothing when it cannot be.
fn check(typed: &str, today: Date, year: i64) -> Option<Option<Date>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    let day = typed.trim().parse::<Date>().ok()?;
    (day > today && season::may_open(day, year)).then_some(Some(day))
}

async fn page(tx: &mut Tx, desk: &Desk, turn: &Turn, day: &str, problems: &Problems) -> Result<OpeningPage> {
    let forecast = Forecast::of(tx, turn).await?;
    let alarms = alarms(&forecast);
    let may_now = season::may_open(tx.now().day(), turn.year);
    let path = desk.path();
    Ok(OpeningPage {
        title: W.opening_title(SchoolYear(turn.year)),
        summary: summary(problems),
        none: alarms.is_empty().then(|| Notice::success(W.no_alarm())),
        alarms,
        effects: effects(&forecast),
        action: format!("{path}/ouverture"),
        now: may_now.then(|| Button::primary(W.open_now()).icon("fait").name_value("quand", NOW)),
        day: Field::date("jour", W.opening_day())
            .value(day)
            .hint(W.opening_day_hint(turn.year))
            .error(problems.of("jour")),
        set: Button::secondary(W.set_day()),
        back: path,
    })
}

fn alarms(it: &Forecast) -> Vec<String> {
    let mut alarms = Vec::new();
    if it.nowhere > 0 {
        alarms.push(W.alarm_nowhere(it.nowhere));
    }
    alarms.extend(it.without_class.iter().map(|name| W.alarm_no_class(name)));
    alarms.extend(it.without_level.iter().map(|code| W.alarm_no_level(level::label(code))));
    alarms.extend(it.without_teacher.iter().map(|class| W.alarm_no_teacher(class)));
    alarms.extend(it.empty.iter().map(|class| W.alarm_empty(class)));
    alarms.extend(it.crowded.iter().map(|(class, pupils)| W.alarm_crowded(class, pupils, CROWDED)));
    alarms.extend(it.misplaced.iter().map(|(class, pupils)| W.alarm_misplaced(*pupils, class)));
    alarms
}

fn effects(it: &Forecast) -> Vec<String> {
    if it.delivered > 0 {
        return vec![W.effect_delivered(it.delivered)];
    }
    let mut effects = vec![W.effect_classes(it.classes), W.effect_placed(it.placed)];
    effects.push(W.effect_ending(it.ending));
    if it.groups > 0 {
        effects.push(W.effect_groups(it.groups));
    }
    if it.leaving > 0 {
        effects.push(W.effect_leaving(it.leaving));
    }
    if it.leaving_at_once > 0 {
        effects.push(W.effect_leaving_at_once(it.leaving_at_once));
    }
    effects.push(W.effect_nothing_lost().to_owned());
    effects
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_to_come_and_within_the_season() {
        let today = date(2027, 6, 12);
        for (typed, expected) in [
            ("", Some(None)),
            ("2027-08-30", Some(Some(date(2027, 8, 30)))),
            ("2027-07-15", None),
            ("2027-10-01", None),
            ("2028-08-30", None),
            ("lundi", None),
        ] {
            assert_eq!(check(typed, today, 2027), expected, "{typed}");
        }
    }
}
