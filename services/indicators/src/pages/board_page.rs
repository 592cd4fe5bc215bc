//! What the page of the indicators shows.

use super::{address, charts};
use crate::{
    W,
    adoption::percent,
    chart::Chart,
    dnma::Set,
    period::{Length, Period},
    report::Report,
    say,
    similar::Similar,
    week::Week,
};
use askama::Template;
use school::Territory;
use web::{
    component::{EmptyState, LinkButton, Tab, Tabs},
    dates,
};

const PATH: &str = "/indicateurs";

/// The page.
#[derive(Template)]
#[template(path = "board.html")]
pub(crate) struct BoardPage {
    title: String,
    choice: Option<Tabs>,
    empty: Option<EmptyState>,
    period: String,
    lengths: Option<Tabs>,
    moves: Vec<LinkButton>,
    charts: Vec<Chart>,
    similar: Vec<String>,
    within: Vec<Within>,
    state: String,
    documents: Vec<LinkButton>,
}

/// A place within the one that is shown.
pub(crate) struct Within {
    pub(crate) name: String,
    pub(crate) href: String,
}

impl BoardPage {
    pub(crate) fn build(name: &str, choice: Vec<Tab>, report: Option<&Report>, within: Vec<Within>) -> Self {
        let choice = (!choice.is_empty()).then(|| Tabs::new(W.places_shown(), choice));
        let mut page = Self {
            title: W.indicators_of(name),
            choice,
            empty: None,
            period: String::new(),
            lengths: None,
            moves: Vec::new(),
            charts: Vec::new(),
            similar: Vec::new(),
            within,
            state: String::new(),
            documents: Vec::new(),
        };
        match report {
            Some(report) => page.fill(report),
            None => page.empty = Some(EmptyState::new("documents", W.nothing_measured(), None)),
        }
        page
    }

    fn fill(&mut self, report: &Report) {
        self.period = say::period(report.period);
        self.lengths = Some(lengths(report));
        self.moves = moves(report);
        self.similar = similar(report);
        self.state = state(report);
        self.documents = documents(&report.place, report.period);
        match report.figures.is_empty() {
            true => self.empty = Some(EmptyState::new("documents", W.nothing_then(), None)),
            false => self.charts = charts::of(report),
        }
    }
}

fn lengths(report: &Report) -> Tabs {
    let (place, shown) = (&report.place, report.period);
    let tab = |length: &Length| {
        let period = Period::of(*length, shown.last.min(report.last.monday()).max(shown.first));
        let label = match length {
            Length::Week => W.length_week(),
            Length::Month => W.length_month(),
            Length::Year => W.length_year(),
        };
        Tab::new(label, address(PATH, place, period), *length == shown.length)
    };
    Tabs::new(W.lengths(), Length::ALL.iter().map(tab).collect())
}

fn moves(report: &Report) -> Vec<LinkButton> {
    let (place, period) = (&report.place, report.period);
    let before = LinkButton::secondary(W.earlier(), address(PATH, place, period.before())).icon("gauche");
    let after = LinkButton::secondary(W.later(), address(PATH, place, period.after())).icon("droite");
    let is_last = period.last >= report.last.monday();
    [Some(before), (!is_last).then_some(after)].into_iter().flatten().collect()
}

fn documents(place: &Territory, period: Period) -> Vec<LinkButton> {
    let data = |set: Set, label: &str| {
        let href = format!("{}&jeu={}", address("/indicateurs/dnma.csv", place, period), set.as_str());
        LinkButton::secondary(label, href).icon("telecharger")
    };
    let sheet = LinkButton::secondary(W.sheet(), address("/indicateurs/fiche.pdf", place, period)).icon("imprimer");
    vec![
        sheet,
        data(Set::Profiles, W.data_profiles()),
        data(Set::Services, W.data_services()),
        data(Set::Devices, W.data_devices()),
        data(Set::ProfilesDevices, W.data_profiles_devices()),
    ]
}

/// How far the figures go, and how many pages are missing from them.
fn state(report: &Report) -> String {
    let until = dates::date(report.last.sunday());
    match report.missed {
        0 => W.state_whole(until),
        missed => W.state_missing(missed, until),
    }
}

/// The school beside those of its size, in words.
pub(crate) fn similar(report: &Report) -> Vec<String> {
    let (Some(people), Some(others)) = (report.adoption, report.similar) else { return Vec::new() };
    let Similar { schools, adoption: all, visits } = others;
    let mut lines = vec![W.similar_lead(schools, dates::date(Week::monday(report.last)))];
    for (label, own, average) in [
        (W.adoption_staff(), percent(people.staff_active, people.staff), percent(all.staff_active, all.staff)),
        (W.adoption_adults(), percent(people.adults_active, people.adults), percent(all.adults_active, all.adults)),
        (
            W.adoption_families(),
            percent(people.children_reached, people.children),
            percent(all.children_reached, all.children),
        ),
    ] {
        lines.push(W.similar_line(label, say::share(own), say::share(average)));
    }
    // Visits for a hundred pupils, where both are large enough to be told.
    if people.children >= 10 && all.children >= 10 && report.last_visits > 0 {
        let own = say::grouped(100 * report.last_visits / people.children);
        lines.push(W.similar_line(W.visits_per_hundred(), own, say::grouped(100 * visits / all.children)));
    }
    lines
}
