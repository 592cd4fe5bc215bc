//! The charts of a report, each with a sentence in plain words and its numbers.

use crate::{
    W,
    adoption::percent,
    chart::Chart,
    facet::{self, SERVICES, SLOT_HOURS, slot},
    report::Report,
    say,
    week::Week,
};
use commons::usage::{Device, UsedBy};
use web::{
    component::{Cell, Column, Table},
    dates,
};

/// All charts of a report, in their order.
pub(crate) fn of(report: &Report) -> Vec<Chart> {
    [
        adoption(report),
        Some(weeks(report)),
        Some(profiles(report)),
        Some(services(report)),
        Some(devices(report)),
        hours(report),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Rows of words and numbers under two heads or more.
fn table(title: &str, heads: &[&str], rows: Vec<Vec<String>>) -> Table {
    let mut columns: Vec<Column> = heads.iter().map(|head| Column::numeric(*head)).collect();
    if let Some(first) = columns.first_mut() {
        first.numeric = false;
    }
    let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::text).collect()).collect();
    Table::new(title, columns, rows).caption_hidden()
}

fn adoption(report: &Report) -> Option<Chart> {
    let people = report.adoption?;
    let parts = [
        (W.adoption_staff(), people.staff_active, people.staff),
        (W.adoption_adults(), people.adults_active, people.adults),
        (W.adoption_families(), people.children_reached, people.children),
    ];
    let shares = parts.map(|(label, some, all)| (label.to_owned(), percent(some, all)));
    let sentence = match percent(people.children_reached, people.children) {
        Some(share) => W.adoption_sentence(say::share(Some(share))),
        None => W.adoption_too_few().to_owned(),
    };
    let rows = shares.clone().map(|(label, share)| vec![label, say::share(share)]).to_vec();
    let table = table(W.adoption(), &[W.who(), W.share()], rows);
    let bars = shares.map(|(label, share)| (label, share.unwrap_or(0), say::share(share))).to_vec();
    Some(Chart::bars("adoption", W.adoption(), sentence, bars, Some(100), table))
}

fn weeks(report: &Report) -> Chart {
    let day = |week: &str| Week::read(week).map_or_else(String::new, |it| dates::date(it.monday()));
    let rows = report.weeks.iter().map(|(week, figure)| vec![day(week), say::visits(report.figures.visits(*figure))]);
    let table = table(W.by_week(), &[W.week_of(), W.visits()], rows.collect());
    let values = report.weeks.iter().map(|(week, figure)| {
        let visits = report.figures.visits(*figure).unwrap_or(0);
        (day(week), visits)
    });
    let (now, before) = (report.figures.all(facet::ALL), report.before.all(facet::ALL));
    let (told, told_before) = (report.figures.visits(now), report.before.visits(before));
    let sentence = match (told, told_before) {
        (Some(now), Some(before)) => W.weeks_compared(say::grouped(now), say::grouped(before)),
        (Some(now), None) => W.weeks_alone(say::grouped(now)),
        (None, _) => W.too_few().to_owned(),
    };
    Chart::line("semaines", W.by_week(), sentence, values.collect(), table)
}

fn profiles(report: &Report) -> Chart {
    let parts: Vec<(String, Option<i64>, Option<i64>, i64)> = UsedBy::ALL
        .iter()
        .map(|profile| {
            let figure = report.figures.of(*profile, facet::ALL);
            let people = report.figures.people(figure);
            (W.profile(profile.as_str()), people, report.figures.visits(figure), figure.length())
        })
        .collect();
    let most = parts.iter().filter_map(|part| Some((part.1?, &part.0))).max_by_key(|it| it.0);
    let sentence = match most {
        Some((people, profile)) => W.profiles_sentence(profile.to_lowercase(), say::grouped(people)),
        None => W.too_few().to_owned(),
    };
    let rows = parts.iter().map(|(profile, people, visits, length)| {
        let length = if visits.is_some() { say::duration(*length) } else { W.not_told().to_owned() };
        vec![profile.clone(), say::people(*people), say::visits(*visits), length]
    });
    let heads = [W.who(), W.people_a_week(), W.visits(), W.visit_length()];
    let table = table(W.by_profile(), &heads, rows.collect());
    let bars = parts.iter().map(|part| (part.0.clone(), part.1.unwrap_or(0), say::people(part.1)));
    Chart::bars("profils", W.by_profile(), sentence, bars.collect(), None, table)
}

/// Bars tell everybody together, the table each profile.
fn services(report: &Report) -> Chart {
    let figures = &report.figures;
    let label = |service: &str| W.service(service);
    let bars: Vec<(String, i64, String)> = SERVICES
        .iter()
        .map(|service| (label(service), figures.people(figures.all(service))))
        .map(|(label, people)| (label, people.unwrap_or(0), say::people(people)))
        .collect();
    let most = bars.iter().filter(|bar| bar.1 > 0).max_by_key(|bar| bar.1);
    let sentence = most.map_or_else(|| W.too_few().to_owned(), |bar| W.services_sentence(&bar.0, &bar.2));
    let shown = [UsedBy::Pupil, UsedBy::Guardian, UsedBy::Teacher];
    let names = shown.map(|profile| W.profile(profile.as_str()));
    let mut heads = vec![W.service_head()];
    heads.extend(names.iter().map(String::as_str));
    heads.push(W.visits());
    let rows = SERVICES.iter().map(|service| {
        let people = shown.map(|profile| say::people(figures.people(figures.of(profile, service))));
        let visits = say::visits(figures.visits(figures.all(service)));
        [label(service)].into_iter().chain(people).chain([visits]).collect()
    });
    let table = table(W.by_service(), &heads, rows.collect());
    Chart::bars("services", W.by_service(), sentence, bars, None, table)
}

fn devices(report: &Report) -> Chart {
    let figures = &report.figures;
    let visits = |device: &Device| figures.visits(figures.all(device.as_str()));
    let whole: i64 = Device::ALL.iter().filter_map(visits).sum();
    let parts: Vec<(String, Option<i64>)> =
        Device::ALL.iter().map(|device| (W.device(device.as_str()), visits(device))).collect();
    let sentence = match figures.visits(figures.all(Device::Phone.as_str())).and_then(|it| percent(it, whole)) {
        Some(share) => W.devices_sentence(say::share(Some(share))),
        None => W.too_few().to_owned(),
    };
    let rows = parts.iter().map(|(label, visits)| vec![label.clone(), say::visits(*visits)]).collect();
    let table = table(W.by_device(), &[W.device_head(), W.visits()], rows);
    let bars = parts.into_iter().map(|(label, visits)| (label, visits.unwrap_or(0), say::visits(visits))).collect();
    Chart::bars("appareils", W.by_device(), sentence, bars, None, table)
}

/// None where no hour has enough people to be told.
fn hours(report: &Report) -> Option<Chart> {
    let figures = &report.figures;
    let visits = |day: i8, number: usize| figures.visits(figures.all(&slot(day, number)));
    let days: Vec<&str> = (1..=7).map(weekday).collect();
    let mut rows = Vec::new();
    let mut lanes = Vec::new();
    let mut most: Option<(i64, i8, usize)> = None;
    for number in 0..SLOT_HOURS.len() {
        let cells: Vec<Option<i64>> = (1..=7).map(|day| visits(day, number)).collect();
        for (day, cell) in (1..).zip(&cells) {
            most = most.max(cell.map(|visits| (visits, day, number)));
        }
        let told = cells.iter().map(|cell| say::visits_short(*cell));
        rows.push([say::slot(number)].into_iter().chain(told).collect());
        lanes.push((say::slot(number), cells.into_iter().map(|cell| cell.unwrap_or(0)).collect()));
    }
    let (_, day, number) = most?;
    let sentence = W.hours_sentence(weekday(day), say::slot(number));
    // Short, in the table too: eight columns fit beside the navigation of a laptop.
    let short: Vec<String> = days.iter().map(|day| day.chars().take(3).collect()).collect();
    let heads: Vec<&str> = [W.slot()].into_iter().chain(short.iter().map(String::as_str)).collect();
    let table = table(W.by_hour(), &heads, rows);
    Some(Chart::grid("heures", W.by_hour(), sentence, short, lanes, table))
}

/// The name of a day, from Monday, which is 1.
fn weekday(day: i8) -> &'static str {
    jiff::civil::Weekday::from_monday_one_offset(day).map_or("", dates::weekday)
}
